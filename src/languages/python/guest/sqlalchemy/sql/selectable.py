"""SELECT and what stands in its FROM. Source: sqlalchemy.sql.selectable."""

import itertools
from typing import Any

from sqlalchemy.sql.elements import (
    ClauseElement,
    ColumnClause,
    ColumnElement,
    Data,
    Executable,
    Function,
    LiteralColumn,
    and_,
    coerce,
    coerce_column,
    coerce_condition,
    coerce_entity,
)
from sqlalchemy.types import Boolean, Integer

_aliases = itertools.count(1)


class ColumnCollection:
    """The columns of a table by name: ``table.c.title`` or ``table.c["title"]``."""

    def __init__(self, columns: Any = ()) -> None:
        self._columns: dict[str, Any] = {column.key: column for column in columns}

    def add(self, column: Any) -> None:
        """Adds a column."""
        self._columns[column.key] = column

    def __getattr__(self, name: str) -> Any:
        columns = self.__dict__.get("_columns", {})
        if name in columns:
            return columns[name]
        raise AttributeError(name)

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, int):
            return list(self._columns.values())[key]
        if isinstance(key, tuple):
            return ColumnCollection([self._columns[name] for name in key])
        return self._columns[key]

    def __iter__(self) -> Any:
        return iter(list(self._columns.values()))

    def __len__(self) -> int:
        return len(self._columns)

    def __contains__(self, key: Any) -> bool:
        return key in self._columns if isinstance(key, str) else any(column is key for column in self._columns.values())

    def get(self, key: str, default: Any = None) -> Any:
        """A column, or ``default``."""
        return self._columns.get(key, default)

    def keys(self) -> list[str]:
        """The names."""
        return list(self._columns)

    def values(self) -> list[Any]:
        """The columns."""
        return list(self._columns.values())

    def items(self) -> list[tuple[str, Any]]:
        """Names and columns."""
        return list(self._columns.items())

    def contains_column(self, column: Any) -> bool:
        """Whether a column is one of these."""
        return column in self


class FromClause(ClauseElement):
    """What may stand in FROM."""

    c: ColumnCollection
    name: Any = None

    @property
    def columns(self) -> ColumnCollection:
        """As ``c``."""
        return self.c

    @property
    def exported_columns(self) -> ColumnCollection:
        """As ``c``."""
        return self.c

    def from_ast(self) -> Data:
        """As it stands in FROM."""
        raise NotImplementedError

    def ast(self) -> Data:
        return self.from_ast()

    def alias(self, name: str | None = None, flat: bool = False) -> "Alias":
        """The same under another name."""
        return Alias(self, name)

    def select(self) -> "Select":
        """``SELECT ... FROM`` this."""
        return select(self)

    def join(self, right: Any, onclause: Any = None, isouter: bool = False, full: bool = False) -> "Join":
        """``a JOIN b ON ...``"""
        return Join(self, right, onclause, isouter, full)

    def outerjoin(self, right: Any, onclause: Any = None, full: bool = False) -> "Join":
        """``a LEFT OUTER JOIN b ON ...``"""
        return Join(self, right, onclause, True, full)

    def is_derived_from(self, other: Any) -> bool:
        """Whether this is the other."""
        return self is other

    def __bool__(self) -> bool:
        return True


def as_from(value: Any) -> Any:
    """What stands in FROM for a table, a mapped class or a select."""
    if hasattr(value, "__table__"):
        return value.__table__
    if hasattr(value, "__clause_element__"):
        value = value.__clause_element__()
    return value.subquery() if isinstance(value, SelectBase) else value


class TableClause(FromClause):
    """A table by its name and columns alone: ``table("posts", column("title"))``."""

    def __init__(self, name: str, *columns: Any, schema: str | None = None, **_: Any) -> None:
        self.name = name
        self.schema = schema
        self.c = ColumnCollection()
        for item in columns:
            if hasattr(item, "_attach"):
                item._attach(self)
            else:
                item.table = self
            self.c.add(item)

    @property
    def fullname(self) -> str:
        """With the schema."""
        return self.name if self.schema is None else f"{self.schema}.{self.name}"

    @property
    def primary_key(self) -> list[Any]:
        """Nothing is known of it."""
        return []

    def from_ast(self) -> Data:
        from sqlalchemy.sql.naming import name_data

        data: Data = {"kind": "table", "name": name_data(self.name)}
        return data if self.schema is None else {**data, "schema": self.schema}

    def insert(self) -> Any:
        """INSERT INTO this."""
        from sqlalchemy.sql.dml import Insert

        return Insert(self)

    def update(self) -> Any:
        """UPDATE this."""
        from sqlalchemy.sql.dml import Update

        return Update(self)

    def delete(self) -> Any:
        """DELETE FROM this."""
        from sqlalchemy.sql.dml import Delete

        return Delete(self)

    def __str__(self) -> str:
        return self.fullname


class Alias(FromClause):
    """A table or select under another name."""

    def __init__(self, element: Any, name: str | None = None, lateral: bool = False) -> None:
        self.element = as_from(element) if not isinstance(element, SelectBase) else element
        self.name = name or f"anon_{next(_aliases)}"
        self.lateral = lateral
        self.c = ColumnCollection(
            [ColumnClause(column.key, column.type, _selectable=self) for column in self.element.exported_columns]
        )

    def from_ast(self) -> Data:
        if isinstance(self.element, SelectBase):
            data: Data = {"kind": "subquery", "select": self.element.ast(), "alias": self.name}
            return {**data, "lateral": True} if self.lateral else data
        return {**self.element.from_ast(), "alias": self.name}


Subquery = Alias


class Cte(Alias):
    """``WITH name AS (...)``"""

    def __init__(self, element: Any, name: str | None, recursive: bool) -> None:
        self.recursive = recursive
        super().__init__(element, name)
        self._union: list[tuple[str, Any]] = []

    def union_all(self, *others: Any) -> "Cte":
        """The recursive part."""
        self._union = [("UNION ALL", other) for other in others]
        return self

    def union(self, *others: Any) -> "Cte":
        """The recursive part, without doubles."""
        self._union = [("UNION", other) for other in others]
        return self

    def from_ast(self) -> Data:
        reference: Data = {"kind": "cte", "name": self.name, "recursive": self.recursive}
        if getattr(self, "_rendering", False):
            return reference
        self._rendering = True
        try:
            select_data = self.element.ast()
            if self._union:
                select_data = {
                    "kind": "compound",
                    "operator": self._union[0][0],
                    "selects": [select_data, *(other.ast() for _, other in self._union)],
                }
        finally:
            self._rendering = False
        return {**reference, "select": select_data}


class FunctionTable(FromClause):
    """A function that gives rows."""

    def __init__(self, function: Function, name: str | None, columns: list[str] | None = None) -> None:
        self.function = function
        self.name = name or f"anon_{next(_aliases)}"
        self.c = ColumnCollection([ColumnClause(column, _selectable=self) for column in columns or []])

    @property
    def column(self) -> Any:
        """The one column."""
        return LiteralColumn(self.name)

    def from_ast(self) -> Data:
        return {"kind": "functionTable", "function": self.function.ast(), "alias": self.name}


class Join(FromClause):
    """``a JOIN b ON ...``"""

    def __init__(self, left: Any, right: Any, onclause: Any = None, isouter: bool = False, full: bool = False) -> None:
        self.left, self.right = as_from(left), as_from(right)
        self.onclause = coerce_condition(onclause) if onclause is not None else _foreign_key_condition(self.left, self.right)
        self.isouter, self.full = isouter, full
        self.c = ColumnCollection([*_columns_of(self.left), *_columns_of(self.right)])

    def select(self) -> "Select":
        """``SELECT`` of both sides' columns."""
        return Select(self.left, self.right).select_from(self)

    def from_ast(self) -> Data:
        kind = "full" if self.full else "left" if self.isouter else "inner"
        return {"kind": "join", "left": self.left.from_ast(), "right": self.right.from_ast(), "on": self.onclause.ast(), "type": kind}


def _columns_of(clause: Any) -> list[Any]:
    return list(clause.c)


def _foreign_key_condition(left: Any, right: Any) -> Any:
    """The columns by which two tables refer to each other. Source: sqlalchemy.sql.selectable.Join._join_condition."""
    found = []
    for source, target in ((right, left), (left, right)):
        for one in getattr(source, "foreign_keys", ()):
            for base in _tables_of(target):
                if one.refers_to(base):
                    found.append(base.c[one.target_column_name] == one.parent)
    if not found:
        from sqlalchemy.exc import NoForeignKeysError

        raise NoForeignKeysError(
            f"Can't find any foreign key relationships between '{left.name}' and '{right.name}'; say how to join them."
        )
    return and_(*found)


def _tables_of(clause: Any) -> list[Any]:
    return _tables_of(clause.left) + _tables_of(clause.right) if isinstance(clause, Join) else [clause]


class SelectBase(Executable, ClauseElement):
    """SELECT, or several joined by UNION and the like."""

    @property
    def exported_columns(self) -> list[Any]:
        """What a row holds."""
        raise NotImplementedError

    @property
    def c(self) -> ColumnCollection:
        """The columns as those of a subquery."""
        return self.subquery().c

    selected_columns = c

    def subquery(self, name: str | None = None) -> Alias:
        """``(SELECT ...) AS name``"""
        return Alias(self, name)

    alias = subquery

    def lateral(self, name: str | None = None) -> Alias:
        """``LATERAL (SELECT ...) AS name``"""
        return Alias(self, name, lateral=True)

    def cte(self, name: str | None = None, recursive: bool = False, nesting: bool = False) -> Cte:
        """``WITH name AS (SELECT ...)``"""
        return Cte(self, name, recursive)

    def scalar_subquery(self) -> "ScalarSelect":
        """The one value of a select, as an expression."""
        return ScalarSelect(self)

    as_scalar = scalar_subquery

    def label(self, name: str) -> Any:
        """The one value under a name."""
        return self.scalar_subquery().label(name)

    def exists(self) -> "Exists":
        """``EXISTS (SELECT ...)``"""
        return Exists(self)

    def union(self, *others: Any) -> "CompoundSelect":
        """``a UNION b``"""
        return CompoundSelect("UNION", self, *others)

    def union_all(self, *others: Any) -> "CompoundSelect":
        """``a UNION ALL b``"""
        return CompoundSelect("UNION ALL", self, *others)

    def intersect(self, *others: Any) -> "CompoundSelect":
        """``a INTERSECT b``"""
        return CompoundSelect("INTERSECT", self, *others)

    def except_(self, *others: Any) -> "CompoundSelect":
        """``a EXCEPT b``"""
        return CompoundSelect("EXCEPT", self, *others)

    def _copied(self, **changes: Any) -> Any:
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made

    _order: tuple[Any, ...] = ()
    _limit: Any = None
    _offset: Any = None

    def order_by(self, *clauses: Any) -> Any:
        """ORDER BY; None takes it away."""
        if len(clauses) == 1 and (clauses[0] is None or clauses[0] is False):
            return self._copied(_order=())
        return self._copied(_order=(*self._order, *(coerce_column(clause) for clause in clauses)))

    def limit(self, limit: Any) -> Any:
        """LIMIT"""
        return self._copied(_limit=limit)

    fetch = limit

    def offset(self, offset: Any) -> Any:
        """OFFSET"""
        return self._copied(_offset=offset)

    def slice(self, start: int, stop: int) -> Any:
        """LIMIT and OFFSET from a range."""
        return self._copied(_limit=stop - start, _offset=start or None)

    def _tail(self) -> Data:
        data: Data = {}
        if self._order:
            data["orderBy"] = [clause.ast() for clause in self._order]
        if self._limit is not None:
            data["limit"] = coerce(self._limit, Integer()).ast()
        if self._offset is not None:
            data["offset"] = coerce(self._offset, Integer()).ast()
        return data


class Select(SelectBase):
    """``SELECT ... FROM ... WHERE ...``"""

    def __init__(self, *entities: Any) -> None:
        self._entities = [coerce_entity(entity) for entity in entities]
        self._where: tuple[Any, ...] = ()
        self._froms: tuple[Any, ...] = ()
        self._joins: tuple[Any, ...] = ()
        self._group: tuple[Any, ...] = ()
        self._having: tuple[Any, ...] = ()
        self._distinct: tuple[Any, ...] | None = None
        self._for_update: Data | None = None
        self._correlated: tuple[Any, ...] = ()

    @property
    def _expanded(self) -> list[Any]:
        columns: list[Any] = []
        for entity in self._entities:
            source = entity.__table__ if isinstance(entity, type) and hasattr(entity, "__table__") else entity
            if isinstance(source, FromClause):
                columns += list(source.c)
            else:
                columns.append(coerce_column(source))
        return columns

    @property
    def exported_columns(self) -> list[Any]:
        found = []
        for index, column in enumerate(self._expanded):
            name = column.name_in_result or f"anon_{index + 1}"
            made = ColumnClause(name, column.type)
            made.key = getattr(column, "key", None) or name
            found.append(made)
        return found

    @property
    def selected_columns(self) -> ColumnCollection:  # type: ignore[override]
        """The columns as they were given."""
        return ColumnCollection([column for column in self._expanded if hasattr(column, "key")])

    @property
    def column_descriptions(self) -> list[Data]:
        """What is selected."""
        return [{"name": getattr(entity, "__name__", getattr(entity, "name", None)), "entity": entity} for entity in self._entities]

    def add_columns(self, *entities: Any) -> "Select":
        """More columns."""
        return self._copied(_entities=[*self._entities, *(coerce_entity(entity) for entity in entities)])

    def with_only_columns(self, *entities: Any, **_: Any) -> "Select":
        """Other columns."""
        if len(entities) == 1 and isinstance(entities[0], list):
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(
                'The "entities" argument to Select.with_only_columns(), when referring to a sequence of items, '
                "is now passed as a series of positional elements, rather than as a list. "
            )
        return self._copied(_entities=[coerce_entity(entity) for entity in entities], _froms=self._froms)

    def where(self, *conditions: Any) -> "Select":
        """WHERE; several conditions are joined by AND."""
        return self._copied(_where=(*self._where, *(coerce_condition(condition) for condition in conditions)))

    filter = where

    def filter_by(self, **values: Any) -> "Select":
        """WHERE with equalities on what was selected first."""
        source = as_from(self._entities[0])
        source = getattr(source, "table", None) or source
        return self.where(*(source.c[name] == value for name, value in values.items()))

    def select_from(self, *froms: Any) -> "Select":
        """FROM"""
        return self._copied(_froms=(*self._froms, *(as_from(item) for item in froms)))

    def join(self, target: Any, onclause: Any = None, isouter: bool = False, full: bool = False) -> "Select":
        """``JOIN target ON ...`` behind what is there already."""
        if hasattr(target, "_relationship_target"):
            target, onclause = target._relationship_target()
        return self._copied(_joins=(*self._joins, (as_from(target), onclause, isouter, full)))

    def outerjoin(self, target: Any, onclause: Any = None, full: bool = False) -> "Select":
        """``LEFT OUTER JOIN target ON ...``"""
        return self.join(target, onclause, True, full)

    def join_from(self, from_: Any, target: Any, onclause: Any = None, isouter: bool = False, full: bool = False) -> "Select":
        """``FROM from_ JOIN target ON ...``"""
        return self.select_from(Join(from_, target, onclause, isouter, full))

    def group_by(self, *clauses: Any) -> "Select":
        """GROUP BY"""
        return self._copied(_group=(*self._group, *(coerce_column(clause) for clause in clauses)))

    def having(self, *conditions: Any) -> "Select":
        """HAVING"""
        return self._copied(_having=(*self._having, *(coerce_condition(condition) for condition in conditions)))

    def distinct(self, *expressions: Any) -> "Select":
        """DISTINCT, or DISTINCT ON (...)"""
        return self._copied(_distinct=tuple(coerce_column(expression) for expression in expressions))

    def with_for_update(self, *, nowait: bool = False, read: bool = False, of: Any = None, skip_locked: bool = False, key_share: bool = False) -> "Select":
        """FOR UPDATE"""
        return self._copied(_for_update={"read": read, "nowait": nowait, "skipLocked": skip_locked, "keyShare": key_share})

    def correlate(self, *froms: Any) -> "Select":
        """Leaves tables of the surrounding select out of FROM."""
        return self._copied(_correlated=tuple(as_from(item) for item in froms))

    def correlate_except(self, *_: Any) -> "Select":
        """The engine finds out by itself."""
        return self

    def options(self, *_: Any) -> "Select":
        """Loading options of the ORM have no effect here."""
        return self

    def _joined_froms(self) -> list[Any]:
        froms = list(self._froms)
        if not self._joins:
            return froms
        if not froms:
            first = next((column.table for column in self._expanded if getattr(column, "table", None) is not None), None)
            if first is None:
                from sqlalchemy.exc import InvalidRequestError

                raise InvalidRequestError("join() needs a table on its left: select_from(table)")
            froms = [first]
        left = froms.pop()
        for target, onclause, isouter, full in self._joins:
            left = Join(left, target, onclause, isouter, full)
        return [*froms, left]

    def ast(self) -> Data:
        data: Data = {"kind": "select", "columns": [column.ast() for column in self._expanded]}
        froms = self._joined_froms()
        if froms:
            data["from"] = [item.from_ast() for item in froms]
        if self._where:
            data["where"] = and_(*self._where).ast()
        if self._group:
            data["groupBy"] = [clause.ast() for clause in self._group]
        if self._having:
            data["having"] = and_(*self._having).ast()
        if self._distinct is not None:
            data["distinct"] = [expression.ast() for expression in self._distinct] or True
        if self._for_update is not None:
            data["forUpdate"] = self._for_update
        if self._correlated:
            data["correlate"] = [item.from_ast() for item in self._correlated]
        return {**data, **self._tail()}


class CompoundSelect(SelectBase):
    """``a UNION b``"""

    def __init__(self, operator: str, *selects: Any) -> None:
        self.operator = operator
        self.selects = selects

    @property
    def exported_columns(self) -> list[Any]:
        return self.selects[0].exported_columns

    def ast(self) -> Data:
        return {"kind": "compound", "operator": self.operator, "selects": [one.ast() for one in self.selects], **self._tail()}


class TextualSelect(SelectBase):
    """A text that is a SELECT."""


class ScalarSelect(ColumnElement):
    """The one value of a select."""

    def __init__(self, element: Any) -> None:
        self.element = element
        columns = element.exported_columns
        self.type = columns[0].type if columns else Boolean()

    def scalar_subquery(self) -> "ScalarSelect":
        """Itself."""
        return self

    def correlate(self, *froms: Any) -> "ScalarSelect":
        """Leaves tables of the surrounding select out of FROM."""
        return ScalarSelect(self.element.correlate(*froms))

    def where(self, *conditions: Any) -> "ScalarSelect":
        """One more condition."""
        return ScalarSelect(self.element.where(*conditions))

    def ast(self) -> Data:
        return {"kind": "scalarSelect", "select": self.element.ast()}


class Exists(ColumnElement):
    """``EXISTS (SELECT ...)``"""

    def __init__(self, element: Any = None) -> None:
        self.element = element if isinstance(element, SelectBase) else Select(LiteralColumn("*") if element is None else element)
        self.type = Boolean()

    def where(self, *conditions: Any) -> "Exists":
        """One more condition."""
        return Exists(self.element.where(*conditions))

    def select_from(self, *froms: Any) -> "Exists":
        """FROM"""
        return Exists(self.element.select_from(*froms))

    def correlate(self, *froms: Any) -> "Exists":
        """Leaves tables of the surrounding select out of FROM."""
        return Exists(self.element.correlate(*froms))

    def select(self) -> Select:
        """``SELECT EXISTS (...)``"""
        return Select(self)

    def ast(self) -> Data:
        return {"kind": "exists", "select": self.element.ast()}


def select(*entities: Any, **_: Any) -> Select:
    """``SELECT`` of columns, tables and expressions."""
    return Select(*entities)


def exists(*args: Any) -> Exists:
    """``EXISTS (SELECT ...)``"""
    return Exists(args[0] if args else None)


def table(name: str, *columns: Any, schema: str | None = None, **_: Any) -> TableClause:
    """A table by its name and columns alone."""
    return TableClause(name, *columns, schema=schema)


def union(*selects: Any) -> CompoundSelect:
    """``a UNION b``"""
    return CompoundSelect("UNION", *selects)


def union_all(*selects: Any) -> CompoundSelect:
    """``a UNION ALL b``"""
    return CompoundSelect("UNION ALL", *selects)


def intersect(*selects: Any) -> CompoundSelect:
    """``a INTERSECT b``"""
    return CompoundSelect("INTERSECT", *selects)


def except_(*selects: Any) -> CompoundSelect:
    """``a EXCEPT b``"""
    return CompoundSelect("EXCEPT", *selects)


def alias(selectable: Any, name: str | None = None, flat: bool = False) -> Alias:
    """The same under another name."""
    return Alias(selectable, name)


def subquery(selectable: Any, name: str | None = None) -> Alias:
    """``(SELECT ...) AS name``"""
    return Alias(selectable, name)


def lateral(selectable: Any, name: str | None = None) -> Alias:
    """``LATERAL (SELECT ...) AS name``"""
    return Alias(selectable, name, lateral=True)


def cte(selectable: Any, name: str | None = None, recursive: bool = False) -> Cte:
    """``WITH name AS (SELECT ...)``"""
    return Cte(selectable, name, recursive)


def join(left: Any, right: Any, onclause: Any = None, isouter: bool = False, full: bool = False) -> Join:
    """``a JOIN b ON ...``"""
    return Join(left, right, onclause, isouter, full)


def outerjoin(left: Any, right: Any, onclause: Any = None, full: bool = False) -> Join:
    """``a LEFT OUTER JOIN b ON ...``"""
    return Join(left, right, onclause, True, full)
