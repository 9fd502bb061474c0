"""The tables that a project describes. Source: sqlalchemy.schema.MetaData."""

from typing import Any

from _stillroom.host import call_host
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.sql.elements import Data


class MetaData:
    """A collection of tables; ``Base.metadata`` is one."""

    def __init__(self, schema: str | None = None, quote_schema: bool | None = None, naming_convention: Any = None, info: Any = None) -> None:
        self.schema = schema
        self.naming_convention: dict[Any, Any] = dict(naming_convention) if naming_convention else {"ix": "ix_%(column_0_label)s"}
        self._given_convention = bool(naming_convention)
        self.info: dict[Any, Any] = info or {}
        self.tables: dict[str, Any] = {}
        self._sequences: dict[str, Any] = {}

    def _add_table(self, table: Any) -> None:
        self.tables[table.fullname] = table

    @property
    def sorted_tables(self) -> list[Any]:
        """The tables, each behind those that it refers to."""
        order = call_host("sortTables", {"metadata": self.metadata_data()})
        return [self.tables[key] for key in order]

    def find(self, key: str) -> Any:
        """A table by its name, in this MetaData's schema where it names none."""
        found = self.tables.get(key)
        if found is None and self.schema is not None and "." not in key:
            found = self.tables.get(f"{self.schema}.{key}")
        return found

    def remove(self, table: Any) -> None:
        """Forgets a table."""
        self.tables.pop(table.fullname, None)

    def clear(self) -> None:
        """Forgets all tables."""
        self.tables.clear()

    def __contains__(self, table_or_key: Any) -> bool:
        return (table_or_key if isinstance(table_or_key, str) else table_or_key.key) in self.tables

    def metadata_data(self) -> Data:
        """The metadata as the engine takes it."""
        data: Data = {"tables": [table.table_data(self._resolve) for table in self.tables.values()]}
        if self.schema is not None:
            data["schema"] = self.schema
        if self._given_convention:
            data["namingConvention"] = {_convention_key(key): value for key, value in self.naming_convention.items() if isinstance(value, str)}
        return data

    def _resolve(self, foreign_key: Any) -> Any:
        """The column that a foreign key leads to; None where it leads nowhere."""
        try:
            column = foreign_key.column
        except (InvalidRequestError, KeyError):
            return None
        from sqlalchemy.types import NullType

        if isinstance(column.type, NullType) and column.foreign_keys and column.foreign_keys[0] is not foreign_key:
            return self._resolve(column.foreign_keys[0]) or column
        return column

    def create_all(self, bind: Any, tables: Any = None, checkfirst: bool = True) -> None:
        """CREATE TABLE for every table that is not there."""
        connection = _connection(bind)
        chosen = list(self.tables.values()) if tables is None else list(tables)
        if checkfirst:
            chosen = [table for table in chosen if not connection.dialect.has_table(connection, str(table.name), table.schema)]
        data = {**self.metadata_data(), "tables": [table.table_data(self._resolve) for table in chosen]}
        for sql in call_host("compileMetaData", {"metadata": data}):
            connection.exec_driver_sql(sql)

    def drop_all(self, bind: Any, tables: Any = None, checkfirst: bool = True) -> None:
        """DROP TABLE for every table."""
        connection = _connection(bind)
        chosen = None if tables is None else list(tables)
        for table in reversed(self.sorted_tables):
            if chosen is None or table in chosen:
                connection.exec_driver_sql(
                    call_host(
                        "compileOperation",
                        {"operation": {"kind": "dropTable", "tableName": str(table.name), "schema": table.schema, "ifExists": checkfirst}},
                    )[0]
                )

    def reflect(self, bind: Any, schema: str | None = None, views: bool = False, only: Any = None, **_: Any) -> None:
        """Reads the tables of the database."""
        from sqlalchemy.schema.reflect import reflect_metadata

        reflect_metadata(self, bind, schema, only)

    def __repr__(self) -> str:
        return "MetaData()"


def _convention_key(key: Any) -> str:
    if isinstance(key, str):
        return key
    names = {"Index": "ix", "UniqueConstraint": "uq", "CheckConstraint": "ck", "ForeignKeyConstraint": "fk", "PrimaryKeyConstraint": "pk"}
    return names.get(getattr(key, "__name__", ""), str(key))


def _connection(bind: Any) -> Any:
    return bind.connect() if hasattr(bind, "connect") and not hasattr(bind, "exec_driver_sql") else bind
