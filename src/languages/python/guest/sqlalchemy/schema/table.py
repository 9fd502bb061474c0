"""Tables. Source: sqlalchemy.schema.Table."""

from typing import Any

from sqlalchemy.exc import ArgumentError, DuplicateColumnError, InvalidRequestError
from sqlalchemy.schema.column import Column
from sqlalchemy.schema.constraint import Constraint, ForeignKeyConstraint, PrimaryKeyConstraint
from sqlalchemy.schema.index import Index
from sqlalchemy.sql.elements import Data
from sqlalchemy.sql.naming import name_data
from sqlalchemy.sql.selectable import ColumnCollection, TableClause

_OPTIONS = {
    "partition_by": "partitionBy",
    "inherits": "inherits",
    "on_commit": "onCommit",
    "tablespace": "tablespace",
    "using": "using",
    "with_oids": "withOids",
}


def table_options(options: dict[str, Any]) -> Data:
    """The options of PostgreSQL's tables as the engine takes them; those of other databases have no effect."""
    data: Data = {}
    for name, value in options.items():
        dialect, _, option = name.partition("_")
        if dialect in ("mysql", "mariadb", "sqlite", "mssql", "oracle") or value is None:
            continue
        if dialect != "postgresql":
            raise TypeError(f"Additional arguments should be named <dialectname>_<argument>, got '{name}'")
        if option == "ignore_search_path":
            # Says how a reflected table's keys name their schemas: the engine does that by itself.
            continue
        if option not in _OPTIONS:
            raise ArgumentError(f"Argument {name!r} is not accepted by dialect 'postgresql' on behalf of <class 'sqlalchemy.sql.schema.Table'>")
        data[_OPTIONS[option]] = list(value) if isinstance(value, tuple) else value
    return data


class Table(TableClause):
    """A table of a MetaData: ``Table("posts", metadata, Column("id", Integer, primary_key=True))``."""

    def __new__(cls, name: str, metadata: Any, *items: Any, **options: Any) -> "Table":
        schema = options.get("schema", metadata.schema)
        key = name if schema is None else f"{schema}.{name}"
        existing = metadata.tables.get(key)
        if existing is None:
            return super().__new__(cls)
        if not items and not options.get("extend_existing") or options.get("keep_existing"):
            return existing
        if not options.get("extend_existing"):
            raise InvalidRequestError(
                f"Table '{key}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to "
                "redefine options and columns on an existing Table object."
            )
        return existing

    def __init__(self, name: str, metadata: Any, *items: Any, schema: Any = ..., comment: str | None = ..., prefixes: Any = None, info: Any = None, quote: bool | None = None, extend_existing: bool = False, keep_existing: bool = False, autoload_with: Any = None, must_exist: bool = False, implicit_returning: bool = True, listeners: Any = None, sqlite_autoincrement: Any = None, resolve_fks: bool = True, include_columns: Any = None, **options: Any) -> None:  # type: ignore[assignment]
        if "metadata" in self.__dict__:
            for item in items if extend_existing else ():
                self._add_item(item, True)
            return
        if quote is not None:
            from sqlalchemy.sql.naming import quoted_name

            name = quoted_name(name, quote)
        self.name = name
        self.metadata = metadata
        self.schema = metadata.schema if schema is ... else schema
        self.key = self.fullname
        self.c = ColumnCollection()
        self.constraints: list[Constraint] = []
        self.indexes: list[Index] = []
        self.info: dict[Any, Any] = info or {}
        self.comment = None if comment is ... else comment
        self._data: Data = table_options(options)
        if schema is not ...:
            self._data["schema"] = schema
        if comment is not ...:
            self._data["comment"] = comment
        if prefixes:
            self._data["prefixes"] = list(prefixes)
        metadata._add_table(self)
        if autoload_with is not None:
            from sqlalchemy.schema.reflect import reflect_table

            reflect_table(self, autoload_with)
        for item in items:
            self._add_item(item, extend_existing or keep_existing or autoload_with is not None)

    def _add_item(self, item: Any, replace_existing: bool) -> None:
        if isinstance(item, Column):
            self._add_column(item, replace_existing)
        elif isinstance(item, Constraint):
            self.append_constraint(item)
        elif isinstance(item, Index):
            self.append_index(item)
        elif item is not None:
            raise ArgumentError(
                f"'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {item!r}"
            )

    @property
    def description(self) -> str:
        """The name."""
        return str(self.name)

    @property
    def primary_key(self) -> PrimaryKeyConstraint:  # type: ignore[override]
        """The primary key, explicit or by the columns' flags."""
        for constraint in self.constraints:
            if isinstance(constraint, PrimaryKeyConstraint):
                return constraint
        made = PrimaryKeyConstraint(*(column for column in self.c if column.primary_key))
        made.table = self
        return made

    @property
    def foreign_keys(self) -> list[Any]:
        """The references of all columns."""
        explicit = [one for constraint in self.foreign_key_constraints for one in constraint.elements]
        return [one for column in self.c for one in column.foreign_keys] + explicit

    @property
    def foreign_key_constraints(self) -> list[ForeignKeyConstraint]:
        """The explicit foreign keys."""
        return [constraint for constraint in self.constraints if isinstance(constraint, ForeignKeyConstraint)]

    def column_named(self, name: str) -> Any:
        """A column by its name in the database."""
        return next((column for column in self.c if column.name == name), None)

    def append_column(self, column: Column, replace_existing: bool = False) -> None:
        """One more column."""
        try:
            self._add_column(column, replace_existing)
        except DuplicateColumnError as error:
            raise DuplicateColumnError(f"{error} Specify replace_existing=True to Table.append_column() to replace an existing column.") from error

    def _add_column(self, column: Column, replace_existing: bool) -> None:
        """Source: sqlalchemy.schema.Column._set_parent."""
        if column.name is None:
            raise ArgumentError("Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.")
        if column.table is not None and column.table is not self:
            raise ArgumentError(f"Column object '{column.key}' already assigned to Table '{column.table.description}'")
        by_key = self.c.get(column.key)
        existing = by_key if by_key is not None else self.column_named(column.name)
        if existing is not None and existing is not column and not replace_existing:
            conflict = "name" if by_key is None or column.key == column.name else "key"
            raise DuplicateColumnError(f"A column with {conflict} '{getattr(column, conflict)}' is already present in table '{self.name}'.")
        column._attach(self)
        self.c.add(column)

    def append_constraint(self, constraint: Constraint) -> None:
        """One more constraint."""
        if isinstance(constraint, PrimaryKeyConstraint) and not len(constraint):
            flagged = [column.name for column in self.c if column.primary_key]
            constraint._given = flagged
        constraint._attach(self)
        self.constraints.append(constraint)
        if isinstance(constraint, PrimaryKeyConstraint):
            for name in constraint.column_keys:
                column = self.column_named(name)
                if column is not None:
                    column.primary_key = True

    def append_index(self, index: Index) -> None:
        """One more index."""
        if not any(known is index for known in self.indexes):
            index._attach(self)
            self.indexes.append(index)

    def table_data(self, resolve: Any = None) -> Data:
        """The table as the engine takes it."""
        data: Data = {
            "name": name_data(self.name),
            "columns": [column.column_data(resolve) for column in self.c],
            "constraints": [constraint.constraint_data() for constraint in self.constraints],
            "indexes": [index.index_data() for index in self.indexes],
            **self._data,
        }
        if "schema" not in data and self.schema is not None:
            data["schema"] = self.schema
        return data

    def tometadata(self, metadata: Any, schema: Any = ..., **_: Any) -> "Table":
        """The same table in another MetaData."""
        given = {} if schema is ... else {"schema": schema}
        items = [column._copy() for column in self.c] + [constraint._copy() for constraint in self.constraints]
        return Table(str(self.name), metadata, *items, **given)

    to_metadata = tometadata

    def create(self, bind: Any, checkfirst: bool = False) -> None:
        """CREATE TABLE on a connection."""
        self.metadata.create_all(bind, tables=[self], checkfirst=checkfirst)

    def drop(self, bind: Any, checkfirst: bool = False) -> None:
        """DROP TABLE on a connection."""
        self.metadata.drop_all(bind, tables=[self], checkfirst=checkfirst)

    def exists(self, bind: Any) -> bool:
        """Whether the database has it."""
        return bind.dialect.has_table(bind, str(self.name), self.schema)

    def __repr__(self) -> str:
        parts = [repr(str(self.name)), repr(self.metadata), *(repr(column) for column in self.c), f"schema={self.schema!r}"]
        return f"Table({', '.join(parts)})"

    def __str__(self) -> str:
        return self.fullname
