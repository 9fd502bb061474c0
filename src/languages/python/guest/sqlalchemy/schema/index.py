"""Indexes. Source: sqlalchemy.schema.Index."""

from typing import Any

from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema.sqltext import expression_data, sql_data
from sqlalchemy.sql.elements import Data
from sqlalchemy.sql.naming import name_data

_OPTIONS = {
    "using": "using",
    "where": "where",
    "include": "include",
    "ops": "ops",
    "with": "with",
    "tablespace": "tablespace",
    "concurrently": "concurrently",
    "nulls_not_distinct": "nullsNotDistinct",
}


def index_options(options: dict[str, Any], owner: str = "Index") -> Data:
    """The options of PostgreSQL's indexes as the engine takes them; those of other databases have no effect."""
    data: Data = {}
    for name, value in options.items():
        dialect, _, option = name.partition("_")
        if dialect in ("mysql", "mariadb", "sqlite", "mssql", "oracle"):
            continue
        if dialect != "postgresql":
            raise TypeError(f"Additional arguments should be named <dialectname>_<argument>, got '{name}'")
        if option not in _OPTIONS:
            raise ArgumentError(f"Argument {name!r} is not accepted by dialect 'postgresql' on behalf of <class 'sqlalchemy.sql.schema.{owner}'>")
        if value is None:
            continue
        if option == "where":
            value = sql_data(value)
        elif option == "include":
            value = [item if isinstance(item, str) else str(item.name) for item in value]
        data[_OPTIONS[option]] = value
    return data


class Index:
    """An index: ``Index("ix_posts_title", "title", unique=True)``."""

    def __init__(self, name: Any, *expressions: Any, unique: bool = False, quote: bool | None = None, info: Any = None, _table: Any = None, _column_flag: bool = False, **options: Any) -> None:
        self.name = name
        self.expressions = list(expressions)
        self.unique = unique
        self.info = info or {}
        self.table: Any = None
        self._options = options
        index_options(options)
        for expression in expressions:
            owner = getattr(expression, "table", None)
            if owner is not None and hasattr(owner, "indexes"):
                owner.append_index(self)
                break

    @property
    def columns(self) -> Any:
        """The columns it is made of."""
        from sqlalchemy.sql.elements import ColumnClause
        from sqlalchemy.sql.selectable import ColumnCollection

        found = []
        for expression in self.expressions:
            if isinstance(expression, str):
                known = None if self.table is None else self.table.c.get(expression)
                found.append(known if known is not None else ColumnClause(expression))
            elif isinstance(expression, ColumnClause):
                found.append(expression)
        return ColumnCollection(found)

    @property
    def dialect_kwargs(self) -> dict[str, Any]:
        """The options with a dialect's name before them."""
        return self._options

    def _attach(self, table: Any) -> None:
        self.table = table

    def _resolved(self, expression: Any) -> Any:
        known = self.table.c.get(expression) if isinstance(expression, str) and self.table is not None else None
        return expression_data(known if known is not None else expression)

    def index_data(self) -> Data:
        """The index as the engine takes it."""
        return {
            "name": name_data(self.name),
            "columns": [self._resolved(expression) for expression in self.expressions],
            **({"unique": True} if self.unique else {}),
            **index_options(self._options),
        }

    def create(self, bind: Any, checkfirst: bool = False) -> None:
        """CREATE INDEX on a connection."""
        from _stillroom.host import call_host

        data = self.index_data()
        operation = {**data, "kind": "createIndex", "indexName": data.pop("name"), "tableName": name_data(self.table.name), "schema": self.table.schema}
        operation.pop("name", None)
        if checkfirst:
            operation["ifNotExists"] = True
        for sql in call_host("compileOperation", {"operation": operation}):
            bind.exec_driver_sql(sql)

    def drop(self, bind: Any, checkfirst: bool = False) -> None:
        """DROP INDEX on a connection."""
        bind.exec_driver_sql(f"DROP INDEX {'IF EXISTS ' if checkfirst else ''}{self.name}")

    def __repr__(self) -> str:
        shown = [repr(self.name if self.name is None else str(self.name)), *(repr(one) for one in self.expressions)]
        return f"Index({', '.join(shown)}{', unique=True' if self.unique else ''})"
