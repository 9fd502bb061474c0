"""INSERT, UPDATE and DELETE. Source: sqlalchemy.sql.dml."""

from typing import Any

from sqlalchemy.sql.elements import ClauseElement, ColumnElement, Data, Executable, and_, coerce, coerce_column, coerce_condition
from sqlalchemy.sql.selectable import FromClause, as_from


class Dml(Executable, ClauseElement):
    """A statement that changes rows."""

    kind = ""

    def __init__(self, target: Any) -> None:
        self.table = as_from(target)
        self._where: tuple[Any, ...] = ()
        self._returning: tuple[Any, ...] = ()

    def _copied(self, **changes: Any) -> Any:
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made

    def returning(self, *columns: Any, **_: Any) -> Any:
        """RETURNING"""
        return self._copied(_returning=(*self._returning, *columns))

    def with_dialect_options(self, **_: Any) -> Any:
        """Nothing to say for PostgreSQL."""
        return self

    @property
    def _returned(self) -> list[Any]:
        found: list[Any] = []
        for column in self._returning:
            source = as_from(column)
            found += list(source.c) if isinstance(source, FromClause) else [coerce_column(source)]
        return found

    def _base(self) -> Data:
        data: Data = {"kind": self.kind, "table": self.table.from_ast()}
        if self._where:
            data["where"] = and_(*self._where).ast()
        if self._returning:
            data["returning"] = [column.ast() for column in self._returned]
        return data

    def _assignments(self, values: Any) -> list[list[Any]]:
        pairs = values.items() if isinstance(values, dict) else values
        return [[self._column_name(name), self._value(name, value)] for name, value in pairs]

    def _column_name(self, name: Any) -> str:
        if not isinstance(name, str):
            return coerce(name).name
        known = self.table.c.get(name)
        return known.name if known is not None else name

    def _value(self, name: Any, value: Any) -> Data:
        column = self.table.c.get(name) if isinstance(name, str) else coerce(name)
        return coerce(value, getattr(column, "type", None)).ast()


class Insert(Dml):
    """``INSERT INTO ... VALUES ...``"""

    kind = "insert"

    def __init__(self, target: Any) -> None:
        super().__init__(target)
        self._rows: list[dict[Any, Any]] = []
        self._select: tuple[list[Any], Any] | None = None
        self._conflict: Data | None = None

    def values(self, *args: Any, **named: Any) -> "Insert":
        """One row as keywords or a dict, or several as a list of dicts."""
        rows: list[dict[Any, Any]] = []
        for given in args:
            for row in given if isinstance(given, list) else [given]:
                rows.append(row if isinstance(row, dict) else dict(zip(self.table.c.keys(), row)))
        if named:
            rows = [{**(rows[0] if rows else {}), **named}]
        merged = [{**self._rows[0], **rows[0]}] if len(self._rows) == 1 and len(rows) == 1 else rows
        return self._copied(_rows=merged)

    def from_select(self, names: list[Any], select: Any, include_defaults: bool = True) -> "Insert":
        """``INSERT INTO ... SELECT ...``"""
        return self._copied(_select=(names, select))

    def on_conflict_do_nothing(self, constraint: Any = None, index_elements: Any = None, index_where: Any = None) -> "Insert":
        """ON CONFLICT DO NOTHING"""
        return self._copied(_conflict={"target": self._target(constraint, index_elements, index_where)})

    def on_conflict_do_update(self, constraint: Any = None, index_elements: Any = None, index_where: Any = None, set_: Any = None, where: Any = None) -> "Insert":
        """ON CONFLICT ... DO UPDATE SET ..."""
        data = {"target": self._target(constraint, index_elements, index_where), "set": self._assignments(set_)}
        if where is not None:
            data["where"] = coerce_condition(where).ast()
        return self._copied(_conflict=data)

    def _target(self, constraint: Any, index_elements: Any, index_where: Any) -> Data:
        if constraint is not None:
            return {"constraint": constraint if isinstance(constraint, str) else constraint.name}
        target: Data = {"columns": [item if isinstance(item, str) else coerce(item).name for item in index_elements or []]}
        return target if index_where is None else {**target, "where": coerce_condition(index_where).ast()}

    @property
    def excluded(self) -> Any:
        """The row that could not be inserted."""
        from sqlalchemy.sql.selectable import TableClause
        from sqlalchemy.sql.elements import ColumnClause

        return TableClause("excluded", *(ColumnClause(column.name, column.type) for column in self.table.c)).c

    def ast(self) -> Data:
        data = self._base()
        if self._select is not None:
            names, select = self._select
            data["columns"] = [name if isinstance(name, str) else name.name for name in names]
            data["select"] = select.ast()
        else:
            data["rows"] = [self._assignments(self._with_defaults(row)) for row in self._rows]
        if self._conflict is not None:
            data["onConflict"] = self._conflict
        return data

    def with_parameters(self, rows: list[dict[str, Any]]) -> "Insert":
        """The rows that an execution was given."""
        if self._select is not None or not rows:
            return self
        fixed = self._rows[0] if self._rows else {}
        return self._copied(_rows=[{**fixed, **row} for row in rows])

    def _with_defaults(self, row: dict[Any, Any]) -> dict[Any, Any]:
        """Values that Python fills in. Source: sqlalchemy.sql.crud."""
        given = {self._column_name(name) for name in row}
        filled = dict(row)
        for column in self.table.c:
            default = getattr(column, "default", None)
            if default is None or column.name in given:
                continue
            value = default.value()
            if value is not ...:
                filled[column.key] = value
        return filled


class Update(Dml):
    """``UPDATE ... SET ... WHERE ...``"""

    kind = "update"

    def __init__(self, target: Any) -> None:
        super().__init__(target)
        self._values: list[tuple[Any, Any]] = []

    def where(self, *conditions: Any) -> "Update":
        """WHERE; several conditions are joined by AND."""
        return self._copied(_where=(*self._where, *(coerce_condition(condition) for condition in conditions)))

    filter = where

    def values(self, *args: Any, **named: Any) -> "Update":
        """SET"""
        pairs = [pair for given in args for pair in (given.items() if isinstance(given, dict) else given)]
        return self._copied(_values=[*self._values, *pairs, *named.items()])

    ordered_values = values

    def ast(self) -> Data:
        return {**self._base(), "set": self._assignments(self._values)}

    def with_parameters(self, rows: list[dict[str, Any]]) -> "Update":
        """The values that an execution was given, where the columns of SET have them as names."""
        names = {name for row in rows for name in row}
        if self._values or not rows:
            return self
        return self._copied(_values=[(name, rows[0][name]) for name in self.table.c.keys() if name in names])


class Delete(Dml):
    """``DELETE FROM ... WHERE ...``"""

    kind = "delete"

    def where(self, *conditions: Any) -> "Delete":
        """WHERE; several conditions are joined by AND."""
        return self._copied(_where=(*self._where, *(coerce_condition(condition) for condition in conditions)))

    filter = where

    def ast(self) -> Data:
        return self._base()


def insert(table: Any) -> Insert:
    """``INSERT INTO table``"""
    return Insert(table)


def update(table: Any) -> Update:
    """``UPDATE table``"""
    return Update(table)


def delete(table: Any) -> Delete:
    """``DELETE FROM table``"""
    return Delete(table)



