"""What the database holds, read from its catalogs by the engine. Source: sqlalchemy.engine.reflection.Inspector."""

from typing import Any

from _stillroom.host import call_host
from sqlalchemy.exc import NoSuchTableError


class Inspector:
    """Answers questions about the tables of the database. An answer is kept: what was asked before is not asked again."""

    def __init__(self, bind: Any) -> None:
        self.bind = bind
        self.info_cache: dict[Any, Any] = {}
        self.engine = getattr(bind, "engine", bind)
        self.dialect = bind.dialect

    @classmethod
    def from_engine(cls, bind: Any) -> "Inspector":
        """The older way to say ``inspect(bind)``."""
        return cls(bind)

    @property
    def default_schema_name(self) -> str:
        """``public``"""
        return call_host("defaultSchemaName", {})

    def clear_cache(self) -> None:
        """Forgets the answers."""
        self.info_cache.clear()

    def get_schema_names(self, **_: Any) -> list[str]:
        """The schemas."""
        sql = "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' ORDER BY nspname"
        return [row[0] for row in self._query(sql)]

    def get_table_names(self, schema: str | None = None, **_: Any) -> list[str]:
        """The tables of a schema."""
        return self._names("('r', 'p')", schema)

    def get_view_names(self, schema: str | None = None, **_: Any) -> list[str]:
        """The views of a schema."""
        return self._names("('v')", schema)

    def get_materialized_view_names(self, schema: str | None = None, **_: Any) -> list[str]:
        """The materialized views of a schema."""
        return self._names("('m')", schema)

    def get_sequence_names(self, schema: str | None = None, **_: Any) -> list[str]:
        """The sequences of a schema."""
        return self._names("('S')", schema)

    def get_enums(self, schema: str | None = None, **_: Any) -> list[dict[str, Any]]:
        """The enumerated types of a schema."""
        sql = (
            "SELECT t.typname, n.nspname, pg_type_is_visible(t.oid), array_agg(e.enumlabel ORDER BY e.enumsortorder)::text[] "
            "FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid "
            f"WHERE n.nspname = {self._schema(schema)} GROUP BY 1, 2, 3 ORDER BY 1"
        )
        return [{"name": name, "schema": where, "visible": visible, "labels": labels} for name, where, visible, labels in self._query(sql)]

    def has_table(self, table_name: str, schema: str | None = None, **_: Any) -> bool:
        """Whether there is a table or view of that name."""
        key = ("has_table", table_name, schema)
        if key not in self.info_cache:
            self.info_cache[key] = bool(self._ask(self._names_sql("('r', 'p', 'v', 'm', 'f')", schema, f"AND c.relname = {_quoted(table_name)}")))
        return self.info_cache[key]

    def has_schema(self, schema_name: str, **_: Any) -> bool:
        """Whether there is a schema of that name."""
        return schema_name in self.get_schema_names()

    def has_sequence(self, sequence_name: str, schema: str | None = None, **_: Any) -> bool:
        """Whether there is a sequence of that name."""
        return sequence_name in self.get_sequence_names(schema)

    def has_index(self, table_name: str, index_name: str, schema: str | None = None, **_: Any) -> bool:
        """Whether a table has an index of that name."""
        return any(index["name"] == index_name for index in self.get_indexes(table_name, schema))

    def get_columns(self, table_name: str, schema: str | None = None, **_: Any) -> list[dict[str, Any]]:
        """The columns of a table."""
        from sqlalchemy.schema.reflect import type_from_data

        return [
            {
                "name": column["name"],
                "type": type_from_data(column["type"]),
                "nullable": column.get("nullable", True),
                "default": _default_text(column.get("serverDefault")),
                "autoincrement": column.get("autoincrement", False),
                "comment": column.get("comment"),
                **({"identity": _identity(column["identity"])} if "identity" in column else {}),
                **({"computed": {"persisted": True, **column["computed"]}} if "computed" in column else {}),
            }
            for column in self._table(table_name, schema)["columns"]
        ]

    def get_pk_constraint(self, table_name: str, schema: str | None = None, **_: Any) -> dict[str, Any]:
        """The primary key of a table."""
        for one in self._constraints(table_name, schema, "primaryKey"):
            return {"constrained_columns": one["columns"], "name": one["name"], "comment": one.get("comment"), "dialect_options": _included(one)}
        return {"name": None, "constrained_columns": []}

    def get_unique_constraints(self, table_name: str, schema: str | None = None, **_: Any) -> list[dict[str, Any]]:
        """The unique constraints of a table."""
        return [
            {
                "column_names": one["columns"],
                "name": one["name"],
                "comment": one.get("comment"),
                "dialect_options": {**_included(one), "postgresql_nulls_not_distinct": one.get("nullsNotDistinct", False)},
            }
            for one in self._constraints(table_name, schema, "unique")
        ]

    def get_check_constraints(self, table_name: str, schema: str | None = None, **_: Any) -> list[dict[str, Any]]:
        """The checks of a table."""
        return [{"name": one["name"], "sqltext": _sql(one["sqltext"]), "comment": one.get("comment")} for one in self._constraints(table_name, schema, "check")]

    def get_foreign_keys(self, table_name: str, schema: str | None = None, **_: Any) -> list[dict[str, Any]]:
        """The foreign keys of a table."""
        found = []
        for one in self._constraints(table_name, schema, "foreignKey"):
            parts = [ref.split(".") for ref in one["refs"]]
            options = {"ondelete": one.get("onDelete"), "onupdate": one.get("onUpdate"), "deferrable": one.get("deferrable"), "initially": one.get("initially")}
            found.append(
                {
                    "name": one["name"],
                    "constrained_columns": one["columns"],
                    "referred_schema": parts[0][-3] if len(parts[0]) > 2 else None,
                    "referred_table": parts[0][-2],
                    "referred_columns": [part[-1] for part in parts],
                    "options": {key: value for key, value in options.items() if value is not None},
                    "comment": one.get("comment"),
                }
            )
        return found

    def get_indexes(self, table_name: str, schema: str | None = None, **_: Any) -> list[dict[str, Any]]:
        """The indexes of a table."""
        constraints = {_text(one.get("name")) for one in self._table(table_name, schema)["constraints"]}
        found = []
        for index in self._table(table_name, schema)["indexes"]:
            name = _text(index["name"])
            one = {
                "name": name,
                "unique": index.get("unique", False),
                "column_names": [column if isinstance(column, str) else column.get("name") for column in index["columns"]],
            }
            if name in constraints:
                one["duplicates_constraint"] = name
            where = {} if index.get("where") is None else {"postgresql_where": _sql(index["where"])}
            using = {} if index.get("using", "btree") == "btree" else {"postgresql_using": index["using"]}
            found.append({**one, "include_columns": index.get("include", []), "dialect_options": {**where, **using, **_included(index)}})
        return found

    def get_table_comment(self, table_name: str, schema: str | None = None, **_: Any) -> dict[str, Any]:
        """The comment of a table."""
        return {"text": self._table(table_name, schema).get("comment")}

    def get_view_definition(self, view_name: str, schema: str | None = None, **_: Any) -> str | None:
        """The SELECT of a view."""
        sql = (
            "SELECT pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            f"WHERE c.relname = {_quoted(view_name)} AND n.nspname = {self._schema(schema)} AND c.relkind IN ('v', 'm')"
        )
        return next((row[0] for row in self._query(sql)), None)

    def reflect_table(self, table: Any, include_columns: Any = None, **_: Any) -> None:
        """Fills a table with what the database has."""
        from sqlalchemy.schema.reflect import reflect_table

        reflect_table(table, self.bind)

    def _names(self, kinds: str, schema: str | None) -> list[str]:
        return [row[0] for row in self._query(self._names_sql(kinds, schema))]

    def _names_sql(self, kinds: str, schema: str | None, condition: str = "") -> str:
        return (
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            f"WHERE n.nspname = {self._schema(schema)} AND c.relkind IN {kinds} {condition} ORDER BY c.relname"
        )

    def _schema(self, schema: str | None) -> str:
        return "current_schema()" if schema is None else _quoted(schema)

    def _query(self, sql: str) -> list[Any]:
        if sql not in self.info_cache:
            self.info_cache[sql] = self._ask(sql)
        return self.info_cache[sql]

    def _ask(self, sql: str) -> list[Any]:
        connection = self.bind.connect() if not hasattr(self.bind, "exec_driver_sql") else self.bind
        return connection.exec_driver_sql(sql).fetchall()

    def _table(self, name: str, schema: str | None) -> dict[str, Any]:
        key = ("table", str(name), schema)
        if key not in self.info_cache:
            self.info_cache[key] = call_host("reflectTable", {"name": str(name), "schema": schema})
        if self.info_cache[key] is None:
            raise NoSuchTableError(name)
        return self.info_cache[key]

    def _constraints(self, name: str, schema: str | None, kind: str) -> list[dict[str, Any]]:
        found = [one for one in self._table(name, schema)["constraints"] if one["kind"] == kind]
        return [{**one, "name": _text(one.get("name"))} for one in found]


def _identity(identity: dict[str, Any]) -> dict[str, Any]:
    names = {"minValue": "minvalue", "maxValue": "maxvalue"}
    return {names.get(key, key): int(value["value"]) if isinstance(value, dict) else value for key, value in identity.items()}


def _included(data: dict[str, Any]) -> dict[str, Any]:
    return {"postgresql_include": data.get("include", [])}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _text(name: Any) -> Any:
    return name["name"] if isinstance(name, dict) else name


def _sql(sql: Any) -> str:
    return sql["text"] if isinstance(sql, dict) else sql


def _default_text(default: Any) -> str | None:
    if default is None or isinstance(default, str):
        return default
    return default.get("text")
