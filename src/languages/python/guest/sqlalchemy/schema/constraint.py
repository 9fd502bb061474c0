"""Constraints. Source: sqlalchemy.schema."""

from typing import Any

from sqlalchemy.exc import ArgumentError
from sqlalchemy.schema.sqltext import present, sql_data
from sqlalchemy.sql.elements import Data
from sqlalchemy.sql.naming import name_data


class Constraint:
    """What all constraints have."""

    kind = ""

    def __init__(self, name: Any = None, deferrable: bool | None = None, initially: str | None = None, info: Any = None, comment: str | None = None, **options: Any) -> None:
        self.name = name
        self.deferrable = deferrable
        self.initially = initially
        self.info = info or {}
        self.comment = comment
        self.table: Any = None
        self._dialect_options = _dialect_options(type(self).__name__, options)

    def _attach(self, table: Any) -> None:
        self.table = table

    def constraint_data(self) -> Data:
        """The constraint as the engine takes it."""
        return {
            "kind": self.kind,
            **present(name=name_data(self.name), deferrable=self.deferrable, initially=self.initially),
            **self._dialect_options,
        }

    def _copy(self) -> Any:
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.table = None
        return made

    copy = _copy

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._shown())})"

    def _shown(self) -> list[str]:
        return [] if self.name is None else [f"name={str(self.name)!r}"]


_OPTIONS = {"nulls_not_distinct": "nullsNotDistinct", "include": "include", "not_valid": "notValid"}


def _dialect_options(owner: str, options: dict[str, Any]) -> Data:
    data: Data = {}
    for name, value in options.items():
        dialect, _, option = name.partition("_")
        if dialect in ("mysql", "mariadb", "sqlite", "mssql", "oracle"):
            continue
        if dialect != "postgresql":
            raise TypeError(f"Additional arguments should be named <dialectname>_<argument>, got '{name}'")
        if option not in _OPTIONS:
            raise ArgumentError(f"Argument {name!r} is not accepted by dialect 'postgresql' on behalf of {owner}")
        if value is not None:
            data[_OPTIONS[option]] = [_column_name(item) for item in value] if option == "include" else value
    return data


def _column_name(column: Any) -> str:
    if isinstance(column, str):
        return str(column)
    if hasattr(column, "__clause_element__"):
        column = column.__clause_element__()
    if column.name is None and getattr(column, "key", None) is None:
        raise ArgumentError("a constraint was given a column without a name")
    return str(column.name)


class _ColumnsConstraint(Constraint):
    def __init__(self, *columns: Any, **options: Any) -> None:
        options.pop("_autoattach", None)
        super().__init__(**options)
        self._given = list(columns)

    @property
    def columns(self) -> Any:
        """The columns, of the table where there is one."""
        from sqlalchemy.sql.elements import ColumnClause
        from sqlalchemy.sql.selectable import ColumnCollection

        names = self.column_keys
        if self.table is None:
            return ColumnCollection([ColumnClause(name) for name in names])
        found = [(name, self.table.column_named(name)) for name in names]
        return ColumnCollection([ColumnClause(name) if column is None else column for name, column in found])

    @property
    def column_keys(self) -> list[str]:
        """The names of the columns."""
        return [self._resolved(_column_name(column)) for column in self._given]

    def _resolved(self, name: str) -> str:
        known = None if self.table is None else self.table.c.get(name)
        return name if known is None else str(known.name)

    def constraint_data(self) -> Data:
        return {**super().constraint_data(), "columns": self.column_keys}

    def _shown(self) -> list[str]:
        return [repr(column) for column in self.columns] + super()._shown()

    def __iter__(self) -> Any:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self._given)

    def __bool__(self) -> bool:
        return True

    def __contains__(self, item: Any) -> bool:
        return (item if isinstance(item, str) else item.name) in self.column_keys


class PrimaryKeyConstraint(_ColumnsConstraint):
    """The primary key."""

    kind = "primaryKey"

    def __init__(self, *columns: Any, name: Any = None, deferrable: bool | None = None, initially: str | None = None, info: Any = None, _implicit_generated: bool = False, **options: Any) -> None:
        super().__init__(*columns, name=name, deferrable=deferrable, initially=initially, info=info, **options)


class UniqueConstraint(_ColumnsConstraint):
    """No two rows with the same values."""

    kind = "unique"

    def __init__(self, *columns: Any, name: Any = None, deferrable: bool | None = None, initially: str | None = None, info: Any = None, _column_flag: bool = False, **options: Any) -> None:
        super().__init__(*columns, name=name, deferrable=deferrable, initially=initially, info=info, **options)


class CheckConstraint(Constraint):
    """A condition that every row must meet."""

    kind = "check"

    def __init__(self, sqltext: Any, name: Any = None, deferrable: bool | None = None, initially: str | None = None, table: Any = None, info: Any = None, _create_rule: Any = None, _autoattach: bool = True, _type_bound: bool = False, **options: Any) -> None:
        super().__init__(name=name, deferrable=deferrable, initially=initially, info=info, **options)
        self.sqltext = sqltext

    def constraint_data(self) -> Data:
        return {**super().constraint_data(), "sqltext": sql_data(self.sqltext)}

    def _attach_to(self, column: Any) -> None:
        column.constraints.append(self)

    def _shown(self) -> list[str]:
        return [repr(str(self.sqltext)), *super()._shown()]


class ForeignKey:
    """A reference of a column to another one: ``ForeignKey("users.id", ondelete="CASCADE")``."""

    def __init__(
        self,
        column: Any,
        _constraint: Any = None,
        use_alter: bool = False,
        name: Any = None,
        onupdate: str | None = None,
        ondelete: str | None = None,
        deferrable: bool | None = None,
        initially: str | None = None,
        link_to_name: bool = False,
        match: str | None = None,
        info: Any = None,
        comment: str | None = None,
        _unresolvable: bool = False,
        **options: Any,
    ) -> None:
        self._given = column
        self.use_alter = use_alter
        self.name = name
        self.onupdate, self.ondelete = onupdate, ondelete
        self.deferrable, self.initially, self.match = deferrable, initially, match
        self.link_to_name = link_to_name
        self.info = info or {}
        self.parent: Any = None
        self._dialect_options = _dialect_options("ForeignKeyConstraint", options)

    @property
    def target_fullname(self) -> str:
        """``[schema.]table.column``"""
        return _target(self._given, self.parent)

    _colspec = target_fullname

    @property
    def target_column_name(self) -> str:
        """The column that is referred to."""
        return self.target_fullname.rpartition(".")[2]

    @property
    def column(self) -> Any:
        """The column that is referred to, as an object."""
        from sqlalchemy.exc import NoReferencedTableError

        if not isinstance(self._given, str) and not callable(self._given):
            return self._given
        table_name, _, column_name = self.target_fullname.rpartition(".")
        table = None if self.parent is None or self.parent.table is None else self.parent.table.metadata.find(table_name)
        if table is None:
            own = None if self.parent is None else self.parent.table
            raise NoReferencedTableError(
                f"Foreign key associated with column '{self.parent}' could not find table '{table_name}' with which to "
                f"generate a foreign key to target column '{column_name}'" if own is not None else "the foreign key has no table yet"
            )
        return table.c[column_name]

    def refers_to(self, table: Any) -> bool:
        """Whether the reference leads to a table."""
        return self.target_fullname.rpartition(".")[0] == getattr(table, "fullname", None)

    references = refers_to

    def foreign_key_data(self) -> Data:
        """The reference as the engine takes it."""
        return {
            "target": self.target_fullname,
            **present(
                name=name_data(self.name),
                onUpdate=self.onupdate,
                onDelete=self.ondelete,
                deferrable=self.deferrable,
                initially=self.initially,
                match=self.match,
                useAlter=self.use_alter or None,
            ),
        }

    def _attach_to(self, column: Any) -> None:
        self.parent = column
        column.foreign_keys.append(self)

    def _copy(self) -> "ForeignKey":
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        return made

    copy = _copy

    def __repr__(self) -> str:
        return f"ForeignKey({self.target_fullname!r})"


def _target(given: Any, parent: Any) -> str:
    """``table.column`` of a text, a column, or an attribute of a mapped class."""
    if callable(given) and not hasattr(given, "__clause_element__"):
        given = given()
    if isinstance(given, str):
        return str(given)
    if hasattr(given, "__clause_element__"):
        given = given.__clause_element__()
    table = getattr(given, "table", None)
    if table is None:
        raise ArgumentError(f"ForeignKey() expects 'table.column' or a column of a table, not {given!r}")
    return f"{table.fullname}.{given.name}"


class ForeignKeyConstraint(_ColumnsConstraint):
    """References of several columns: ``ForeignKeyConstraint(["a", "b"], ["t.a", "t.b"])``."""

    kind = "foreignKey"

    def __init__(
        self,
        columns: Any,
        refcolumns: Any,
        name: Any = None,
        onupdate: str | None = None,
        ondelete: str | None = None,
        deferrable: bool | None = None,
        initially: str | None = None,
        use_alter: bool = False,
        link_to_name: bool = False,
        match: str | None = None,
        table: Any = None,
        info: Any = None,
        comment: str | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*columns, name=name, deferrable=deferrable, initially=initially, info=info, **options)
        self._refs = list(refcolumns)
        self.onupdate, self.ondelete, self.match, self.use_alter = onupdate, ondelete, match, use_alter

    @property
    def elements(self) -> list[ForeignKey]:
        """One reference a column."""
        made = []
        for column, ref in zip(self.columns, self._refs):
            one = ForeignKey(ref, ondelete=self.ondelete, onupdate=self.onupdate, name=self.name)
            one.parent = column
            made.append(one)
        return made

    @property
    def referred_table(self) -> Any:
        """The table that is referred to."""
        return self.elements[0].column.table

    def constraint_data(self) -> Data:
        return {
            **super().constraint_data(),
            "refs": [_target(ref, None) for ref in self._refs],
            **present(onUpdate=self.onupdate, onDelete=self.ondelete, match=self.match, useAlter=self.use_alter or None),
        }
