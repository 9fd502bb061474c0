"""SQL expressions as the engine's syntax tree. Source: sqlalchemy.sql.elements; the tree is engine/expression/ast.ts."""

import re
from collections.abc import Iterable
from typing import Any, NoReturn

from sqlalchemy.sql.naming import conv, quoted_name  # noqa: F401
from sqlalchemy.sql.values import encode_value
from sqlalchemy.types import Boolean, NullType, Numeric, String, TypeEngine, to_instance, type_of_value

Data = dict[str, Any]


class ClauseElement:
    """A part of a statement."""

    def ast(self) -> Data:
        """This part as the engine's syntax tree."""
        raise NotImplementedError(f"{type(self).__name__} cannot stand in a statement here")

    def compile(self, bind: Any = None, dialect: Any = None, compile_kwargs: Any = None, **_: Any) -> "Compiled":
        """The SQL; ``compile_kwargs={"literal_binds": True}`` writes values into it."""
        return Compiled(self, bool((compile_kwargs or {}).get("literal_binds")))

    def self_group(self, against: Any = None) -> "ClauseElement":
        """The engine sets parentheses."""
        return self

    def __str__(self) -> str:
        return str(self.compile())

    def __bool__(self) -> bool:
        raise TypeError("Boolean value of this clause is not defined")


class Compiled:
    """A statement as text."""

    def __init__(self, element: ClauseElement, literal_binds: bool) -> None:
        self._element = element
        self._literal_binds = literal_binds
        self.params: Data = {}

    @property
    def string(self) -> str:
        """The SQL."""
        from _stillroom.host import call_host

        return call_host("compileExpression", {"statement": self._element.ast(), "literals": self._literal_binds})

    def __str__(self) -> str:
        return self.string


class Executable:
    """Something that a connection can execute."""

    def execution_options(self, **_: Any) -> Any:
        """Options of the execution; the in-browser database needs none."""
        return self


class Operators:
    """The operators of Python and of SQLAlchemy on an expression. Source: sqlalchemy.sql.operators.ColumnOperators."""

    type: TypeEngine

    def _binary(self, operator: str, other: Any, type_: Any = None, reverse: bool = False, **more: Any) -> "BinaryExpression":
        operand = coerce(other, getattr(self, "type", None))
        left, right = (operand, self) if reverse else (self, operand)
        return BinaryExpression(left, operator, right, type_ or Boolean(), **more)

    def _arithmetic(self, operator: str, other: Any, reverse: bool = False) -> "BinaryExpression":
        type_ = self.type if not isinstance(self.type, NullType) else getattr(other, "type", None) or type_of_value(other)
        return self._binary(operator, other, type_, reverse)

    def __eq__(self, other: Any) -> Any:  # type: ignore[override]
        return self.is_(None) if other is None or isinstance(other, Null) else self._binary("=", other)

    def __ne__(self, other: Any) -> Any:  # type: ignore[override]
        return self.is_not(None) if other is None or isinstance(other, Null) else self._binary("!=", other)

    __hash__ = object.__hash__

    def __lt__(self, other: Any) -> Any:
        return self._binary("<", other)

    def __le__(self, other: Any) -> Any:
        return self._binary("<=", other)

    def __gt__(self, other: Any) -> Any:
        return self._binary(">", other)

    def __ge__(self, other: Any) -> Any:
        return self._binary(">=", other)

    def __add__(self, other: Any) -> Any:
        if isinstance(self.type, String) or isinstance(other, str):
            return self.concat(other)
        return self._arithmetic("+", other)

    def __radd__(self, other: Any) -> Any:
        if isinstance(self.type, String) or isinstance(other, str):
            return self._binary("||", other, String(), reverse=True)
        return self._arithmetic("+", other, reverse=True)

    def __sub__(self, other: Any) -> Any:
        return self._arithmetic("-", other)

    def __rsub__(self, other: Any) -> Any:
        return self._arithmetic("-", other, reverse=True)

    def __mul__(self, other: Any) -> Any:
        return self._arithmetic("*", other)

    def __rmul__(self, other: Any) -> Any:
        return self._arithmetic("*", other, reverse=True)

    def __truediv__(self, other: Any) -> Any:
        return BinaryExpression(self, "/", Cast(coerce(other, self.type), Numeric()), Numeric())

    def __floordiv__(self, other: Any) -> Any:
        return self._arithmetic("/", other)

    def __mod__(self, other: Any) -> Any:
        return self._arithmetic("%", other)

    def __neg__(self) -> Any:
        return UnaryExpression("-", self, self.type)

    def __and__(self, other: Any) -> Any:
        return and_(self, other)

    def __or__(self, other: Any) -> Any:
        return or_(self, other)

    def __rand__(self, other: Any) -> Any:
        return and_(other, self)

    def __ror__(self, other: Any) -> Any:
        return or_(other, self)

    def __invert__(self) -> Any:
        return not_(self)

    def __getitem__(self, index: Any) -> Any:
        from sqlalchemy.types import ARRAY

        if isinstance(self.type, ARRAY):
            return ArrayItem(self, coerce(index), self.type.item_type)
        if isinstance(index, (list, tuple)):
            return BinaryExpression(self, "#>", coerce(list(index)), self.type)
        return BinaryExpression(self, "->", coerce(index), self.type)

    def op(self, opstring: str, precedence: int = 0, is_comparison: bool = False, return_type: Any = None) -> Any:
        """Any operator of PostgreSQL: ``column.op("&&")(other)``."""
        return lambda other: self._binary(opstring, other, to_instance(return_type) if return_type else self.type)

    def bool_op(self, opstring: str, precedence: int = 0) -> Any:
        """An operator that answers true or false."""
        return lambda other: self._binary(opstring, other)

    def concat(self, other: Any) -> Any:
        """``a || b``"""
        return self._binary("||", other, String())

    def like(self, other: Any, escape: str | None = None) -> Any:
        """``a LIKE b``"""
        return self._binary("LIKE", other, escape=escape)

    def ilike(self, other: Any, escape: str | None = None) -> Any:
        """``a ILIKE b``"""
        return self._binary("ILIKE", other, escape=escape)

    def not_like(self, other: Any, escape: str | None = None) -> Any:
        """``a NOT LIKE b``"""
        return self._binary("NOT LIKE", other, escape=escape)

    def not_ilike(self, other: Any, escape: str | None = None) -> Any:
        """``a NOT ILIKE b``"""
        return self._binary("NOT ILIKE", other, escape=escape)

    notlike = not_like
    notilike = not_ilike

    def startswith(self, other: Any, autoescape: bool = False, escape: str | None = None) -> Any:
        """``a LIKE b || '%'``"""
        return self._pattern("", other, "%", autoescape, escape)

    def endswith(self, other: Any, autoescape: bool = False, escape: str | None = None) -> Any:
        """``a LIKE '%' || b``"""
        return self._pattern("%", other, "", autoescape, escape)

    def contains(self, other: Any, autoescape: bool = False, escape: str | None = None) -> Any:
        """``a LIKE '%' || b || '%'``; ``@>`` for arrays and JSON."""
        from sqlalchemy.types import ARRAY, JSON

        if isinstance(self.type, (ARRAY, JSON)):
            return self._binary("@>", other)
        return self._pattern("%", other, "%", autoescape, escape)

    icontains = contains

    def _pattern(self, before: str, other: Any, after: str, autoescape: bool, escape: str | None) -> Any:
        if autoescape:
            escape = escape or "/"
            other = other.replace(escape, escape * 2).replace("%", escape + "%").replace("_", escape + "_")
        pattern = coerce(other, String())
        if before:
            pattern = BinaryExpression(coerce(before), "||", pattern, String())
        if after:
            pattern = BinaryExpression(pattern, "||", coerce(after), String())
        return BinaryExpression(self, "LIKE", pattern, Boolean(), escape=escape)

    def contained_by(self, other: Any) -> Any:
        """``a <@ b``"""
        return self._binary("<@", other)

    def overlap(self, other: Any) -> Any:
        """``a && b``"""
        return self._binary("&&", other)

    overlaps = overlap

    def has_key(self, other: Any) -> Any:
        """``a ? b``"""
        return self._binary("?", other)

    def has_any(self, other: Any) -> Any:
        """``a ?| b``"""
        return self._binary("?|", other)

    def has_all(self, other: Any) -> Any:
        """``a ?& b``"""
        return self._binary("?&", other)

    @property
    def astext(self) -> Any:
        """The part of a JSON document as text: ``->>`` instead of ``->``."""
        if isinstance(self, BinaryExpression) and self.operator in ("->", "#>"):
            return BinaryExpression(self.left, f"{self.operator}>", self.right, String())
        raise AttributeError("astext stands behind a part of a JSON document: column['key'].astext")

    def match(self, other: Any, **_: Any) -> Any:
        """``a @@ plainto_tsquery(b)``"""
        return self._binary("@@", Function("plainto_tsquery", [coerce(other)]))

    def regexp_match(self, pattern: Any, flags: str | None = None) -> Any:
        """``a ~ b``"""
        return self._binary("~*" if flags == "i" else "~", pattern)

    def regexp_replace(self, pattern: Any, replacement: Any, flags: str | None = None) -> Any:
        """``REGEXP_REPLACE(a, b, c)``"""
        parts = [self, coerce(pattern), coerce(replacement)] + ([] if flags is None else [coerce(flags)])
        return Function("REGEXP_REPLACE", parts, String())

    def in_(self, other: Any) -> Any:
        """``a IN (...)``"""
        return In(self, other, False)

    def not_in(self, other: Any) -> Any:
        """``a NOT IN (...)``"""
        return In(self, other, True)

    notin_ = not_in

    def is_(self, other: Any) -> Any:
        """``a IS b``"""
        return BinaryExpression(self, "IS", constant(other), Boolean())

    def is_not(self, other: Any) -> Any:
        """``a IS NOT b``"""
        return BinaryExpression(self, "IS NOT", constant(other), Boolean())

    isnot = is_not

    def is_distinct_from(self, other: Any) -> Any:
        """``a IS DISTINCT FROM b``"""
        return self._binary("IS DISTINCT FROM", other)

    def is_not_distinct_from(self, other: Any) -> Any:
        """``a IS NOT DISTINCT FROM b``"""
        return self._binary("IS NOT DISTINCT FROM", other)

    isnot_distinct_from = is_not_distinct_from

    def between(self, cleft: Any, cright: Any, symmetric: bool = False) -> Any:
        """``a BETWEEN b AND c``"""
        return Between(self, coerce(cleft, self.type), coerce(cright, self.type), symmetric)

    def distinct(self) -> Any:
        """``DISTINCT a``"""
        return UnaryExpression("DISTINCT ", self, self.type)

    def any_(self) -> Any:
        """``ANY (a)``"""
        return UnaryExpression("ANY", self, self.type)

    def all_(self) -> Any:
        """``ALL (a)``"""
        return UnaryExpression("ALL", self, self.type)

    def any(self, other: Any, operator: Any = None) -> Any:
        """``b = ANY (a)``"""
        return BinaryExpression(coerce(other), "=", UnaryExpression("ANY", self, self.type), Boolean())

    def collate(self, collation: str) -> Any:
        """``a COLLATE "x"``"""
        return Collate(self, collation)

    def asc(self) -> "Order":
        """``a ASC``"""
        return Order(self, "asc")

    def desc(self) -> "Order":
        """``a DESC``"""
        return Order(self, "desc")

    def nulls_first(self) -> "Order":
        """``a NULLS FIRST``"""
        return Order(self, None, "first")

    def nulls_last(self) -> "Order":
        """``a NULLS LAST``"""
        return Order(self, None, "last")

    nullsfirst = nulls_first
    nullslast = nulls_last

    def label(self, name: str | None) -> "Label":
        """``a AS name``"""
        return Label(name, self)

    def cast(self, type_: Any) -> "Cast":
        """``CAST(a AS type)``"""
        return Cast(self, type_)


class ColumnElement(Operators, ClauseElement):
    """An expression with a value."""

    type: TypeEngine = NullType()

    @property
    def name_in_result(self) -> str | None:
        """The name that a row knows the value by."""
        return None


class BindParameter(ColumnElement):
    """A value, or a name that a value is given for at the execution."""

    def __init__(self, key: str | None, value: Any = None, type_: Any = None, required: bool = False, expanding: bool = False, unique: bool = False, callable_: Any = None, literal_execute: bool = False) -> None:
        self.key = key
        self.value = callable_() if callable_ is not None else value
        self.type = to_instance(type_) if type_ is not None else type_of_value(value)
        self.required = required
        self.expanding = expanding

    def ast(self) -> Data:
        data: Data = {"kind": "bind"}
        if self.key is not None:
            data["name"] = self.key
        if self.key is None or not self.required:
            data["value"] = encode_value(self.type.bind_value(self.value))
        if not isinstance(self.type, NullType):
            data["type"] = self.type.type_data()
        return data


# Source: sqlalchemy.sql.compiler, BIND_PARAMS.
_BINDS = re.compile(r"(?<![:\w\x5c]):(\w+)(?!:)")


def _with_tuples(text: str, values: Data) -> tuple[str, Data]:
    """A tuple is a list of values in brackets, as psycopg2 writes it: ``IN :ids``."""
    tuples = {name: value for name, value in values.items() if type(value) is tuple}
    if not tuples:
        return text, values
    spread = {name: value for name, value in values.items() if name not in tuples}
    for name, items in tuples.items():
        spread.update({f"{name}_{number}": item for number, item in enumerate(items, 1)})

    def write(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in tuples:
            return match.group(0)
        names = ", ".join(f":{name}_{number}" for number in range(1, len(tuples[name]) + 1))
        return f"({names or 'SELECT 1 WHERE 1!=1'})"

    return _BINDS.sub(write, text), spread


class TextClause(Executable, ColumnElement):
    """SQL as text; ``:name`` is a parameter."""

    def __init__(self, text: str, values: Data | None = None, types: Data | None = None, expanding: frozenset[str] = frozenset()) -> None:
        if not isinstance(text, str):
            from sqlalchemy.exc import ArgumentError

            raise ArgumentError(f"text() expects SQL in quotes, not {text!r}")
        self.text = text
        self._values = values or {}
        self._types = types or {}
        self._expanding = expanding

    def bindparams(self, *binds: BindParameter, **names_to_values: Any) -> "TextClause":
        """The values of its parameters."""
        values = {**self._values, **{bind.key: bind.value for bind in binds if not bind.required}, **names_to_values}
        types = {**self._types, **{bind.key: bind.type for bind in binds}}
        return TextClause(self.text, values, types, self._expanding | {bind.key for bind in binds if bind.key is not None and bind.expanding})

    def columns(self, *columns: Any, **types: Any) -> "TextClause":
        """What the rows hold; the database says it by itself."""
        return self

    def data(self, parameters: Data | None = None) -> Data:
        """The text with its values. What an execution names beyond the text is not sent. Source: SQLCompiler.construct_params."""
        named = set(_BINDS.findall(self.text))
        given = {name: value for name, value in (parameters or {}).items() if name in named}
        values = {name: tuple(value) if name in self._expanding else value for name, value in {**self._values, **given}.items()}
        text, values = _with_tuples(self.text, values)
        bound = {name: encode_value(self._types[name].bind_value(value) if name in self._types else value) for name, value in values.items()}
        return {"kind": "text", "text": text, **({"bindparams": bound} if bound else {})}

    def ast(self) -> Data:
        return self.data()

    def __eq__(self, other: Any) -> Any:
        return isinstance(other, TextClause) and other.text == self.text

    __hash__ = object.__hash__

    def __str__(self) -> str:
        return self.text


class LiteralColumn(ColumnElement):
    """SQL used as it stands."""

    def __init__(self, text: str, type_: Any = None) -> None:
        self.text = text
        self.name = text
        self.type = to_instance(type_)

    def ast(self) -> Data:
        return {"kind": "literalColumn", "text": self.text}


class Null(ColumnElement):
    """NULL, TRUE or FALSE."""

    def __init__(self, value: str = "NULL") -> None:
        self.value = value

    def ast(self) -> Data:
        return {"kind": "constant", "value": self.value.lower()}


class UnaryExpression(ColumnElement):
    """An operator before an operand."""

    def __init__(self, operator: str, operand: Any, type_: Any = None) -> None:
        self.operator, self.operand, self.type = operator, operand, type_ or NullType()

    def ast(self) -> Data:
        return {"kind": "unary", "operator": self.operator, "operand": self.operand.ast()}


class BinaryExpression(ColumnElement):
    """An operator between two operands."""

    def __init__(self, left: Any, operator: str, right: Any, type_: Any, escape: str | None = None) -> None:
        self.left, self.operator, self.right, self.type, self.escape = left, operator, right, type_, escape

    def ast(self) -> Data:
        data = {"kind": "binary", "operator": self.operator, "left": self.left.ast(), "right": self.right.ast()}
        return data if self.escape is None else {**data, "escape": self.escape}

    def __bool__(self) -> bool:
        if self.operator in ("=", "!="):
            return (self.left is self.right) is (self.operator == "=")
        return super().__bool__()


class ArrayItem(ColumnElement):
    """``a[b]``"""

    def __init__(self, operand: Any, index: Any, type_: Any) -> None:
        self.operand, self.index, self.type = operand, index, type_

    def ast(self) -> Data:
        return {"kind": "arrayItem", "operand": self.operand.ast(), "index": self.index.ast()}


class BooleanClauseList(ColumnElement):
    """Conditions joined by AND or OR."""

    def __init__(self, operator: str, clauses: Iterable[Any]) -> None:
        self.operator = operator
        self.clauses = [coerce_condition(clause) for clause in clauses]
        self.type = Boolean()

    def ast(self) -> Data:
        return {"kind": "boolean", "operator": self.operator, "operands": [clause.ast() for clause in self.clauses]}


class In(ColumnElement):
    """``a IN (...)``"""

    def __init__(self, operand: Any, values: Any, negated: bool) -> None:
        self.operand, self.values, self.negated, self.type = operand, values, negated, Boolean()

    def ast(self) -> Data:
        values = self.values
        if isinstance(values, ClauseElement) and not isinstance(values, BindParameter):
            answer: Any = {"select": values.ast()}
        else:
            items = values.value if isinstance(values, BindParameter) else values
            answer = {"values": [coerce(item, self.operand.type).ast() for item in items or []]}
        return {"kind": "in", "operand": self.operand.ast(), "negated": self.negated, **answer}


class Between(ColumnElement):
    """``a BETWEEN b AND c``"""

    def __init__(self, operand: Any, low: Any, high: Any, symmetric: bool) -> None:
        self.operand, self.low, self.high, self.symmetric, self.type = operand, low, high, symmetric, Boolean()

    def ast(self) -> Data:
        return {"kind": "between", "operand": self.operand.ast(), "low": self.low.ast(), "high": self.high.ast(), "symmetric": self.symmetric}


class Collate(ColumnElement):
    """``a COLLATE "x"``"""

    def __init__(self, operand: Any, collation: str) -> None:
        self.operand, self.collation, self.type = operand, collation, operand.type

    def ast(self) -> Data:
        return {"kind": "collate", "operand": self.operand.ast(), "collation": self.collation}


class Label(ColumnElement):
    """``a AS name``"""

    def __init__(self, name: str | None, operand: Any) -> None:
        self.name = name or "anon_1"
        self.operand = coerce(operand)
        self.type = self.operand.type

    @property
    def element(self) -> Any:
        """What is labelled."""
        return self.operand

    @property
    def name_in_result(self) -> str:
        return self.name

    def ast(self) -> Data:
        return {"kind": "label", "name": self.name, "operand": self.operand.ast()}


class Order(ColumnElement):
    """``a DESC NULLS LAST``"""

    def __init__(self, operand: Any, direction: str | None, nulls: str | None = None) -> None:
        self.operand, self.direction, self.nulls, self.type = operand, direction, nulls, operand.type

    def nulls_first(self) -> "Order":
        return Order(self.operand, self.direction, "first")

    def nulls_last(self) -> "Order":
        return Order(self.operand, self.direction, "last")

    nullsfirst = nulls_first
    nullslast = nulls_last

    def desc(self) -> "Order":
        return Order(self.operand, "desc", self.nulls)

    def asc(self) -> "Order":
        return Order(self.operand, "asc", self.nulls)

    def ast(self) -> Data:
        data: Data = {"kind": "order", "operand": self.operand.ast()}
        if self.direction is not None:
            data["direction"] = self.direction
        if self.nulls is not None:
            data["nulls"] = self.nulls
        return data


class Cast(ColumnElement):
    """``CAST(a AS type)``"""

    def __init__(self, operand: Any, type_: Any) -> None:
        self.type = to_instance(type_)
        self.operand = coerce(operand, self.type if not isinstance(operand, ClauseElement) and isinstance(self.type, String) else None)

    def ast(self) -> Data:
        return {"kind": "cast", "operand": self.operand.ast(), "type": self.type.type_data()}


class Extract(ColumnElement):
    """``EXTRACT(field FROM a)``"""

    def __init__(self, field: str, operand: Any) -> None:
        self.field, self.operand = field, coerce(operand)

    def ast(self) -> Data:
        return {"kind": "extract", "field": self.field, "operand": self.operand.ast()}


class Case(ColumnElement):
    """``CASE WHEN ... THEN ... ELSE ... END``"""

    def __init__(self, *whens: Any, value: Any = None, else_: Any = None) -> None:
        if len(whens) == 1 and isinstance(whens[0], dict):
            whens = tuple(whens[0].items())
        elif len(whens) == 1 and isinstance(whens[0], list):
            whens = tuple(whens[0])
        self.value = None if value is None else coerce(value)
        self.whens = [
            (coerce_condition(condition) if value is None else coerce(condition), coerce(result))
            for condition, result in whens
        ]
        self.otherwise = None if else_ is None else coerce(else_)
        self.type = self.whens[0][1].type if self.whens else NullType()

    def ast(self) -> Data:
        data: Data = {"kind": "case", "whens": [[condition.ast(), result.ast()] for condition, result in self.whens]}
        if self.value is not None:
            data["value"] = self.value.ast()
        if self.otherwise is not None:
            data["otherwise"] = self.otherwise.ast()
        return data


class Tuple(ColumnElement):
    """``(a, b)``"""

    def __init__(self, *items: Any, types: Any = None) -> None:
        self.items = [coerce(item) for item in items]

    def ast(self) -> Data:
        return {"kind": "tuple", "items": [item.ast() for item in self.items]}


class ArrayLiteral(ColumnElement):
    """``ARRAY[a, b]``. Source: sqlalchemy.dialects.postgresql.array."""

    def __init__(self, clauses: Any, type_: Any = None, **_: Any) -> None:
        from sqlalchemy.types import ARRAY

        self.items = [coerce(item) for item in clauses]
        item_type = to_instance(type_) if type_ is not None else self.items[0].type if self.items else NullType()
        self.type = ARRAY(item_type)

    def ast(self) -> Data:
        return {"kind": "array", "items": [item.ast() for item in self.items], "type": self.type.type_data()}


class Function(ColumnElement):
    """A call of a function."""

    def __init__(self, name: str, clauses: Iterable[Any] = (), type_: Any = None) -> None:
        self.name = name
        self.clauses = [coerce(clause) for clause in clauses]
        self.type = to_instance(type_) if type_ is not None else _function_type(name, self.clauses)
        self._options: Data = {}

    @property
    def name_in_result(self) -> str:
        return self.name.rpartition(".")[2]

    def _with(self, **options: Any) -> "Function":
        made = Function(self.name, self.clauses, self.type)
        made._options = {**self._options, **options}
        return made

    def filter(self, *criterion: Any) -> "Function":
        """``f(...) FILTER (WHERE ...)``"""
        return self._with(filter=and_(*criterion).ast())

    def over(self, partition_by: Any = None, order_by: Any = None, rows: Any = None, range_: Any = None) -> "Function":
        """``f(...) OVER (PARTITION BY ... ORDER BY ...)``"""
        return self._with(over={"partitionBy": _asts(partition_by), "orderBy": _asts(order_by)})

    def within_group(self, *order_by: Any) -> "Function":
        """``f(...) WITHIN GROUP (ORDER BY ...)``"""
        return self._with(withinGroup=_asts(order_by))

    def aggregate_order_by(self, *order_by: Any) -> "Function":
        """``f(... ORDER BY ...)``"""
        return self._with(orderBy=_asts(order_by))

    def alias(self, name: str | None = None, **_: Any) -> Any:
        """The function as a table."""
        from sqlalchemy.sql.selectable import FunctionTable

        return FunctionTable(self, name)

    def table_valued(self, *columns: Any, name: str | None = None, **_: Any) -> Any:
        """The function as a table with columns."""
        from sqlalchemy.sql.selectable import FunctionTable

        return FunctionTable(self, name, [column if isinstance(column, str) else column.name for column in columns])

    def column_valued(self, name: str | None = None, **_: Any) -> Any:
        """The function as a table that is one column."""
        return LiteralColumn(name or self.name)

    def select(self) -> Any:
        """``SELECT f(...)``"""
        from sqlalchemy.sql.selectable import select

        return select(self)

    def ast(self) -> Data:
        return {"kind": "function", "name": self.name, "args": [clause.ast() for clause in self.clauses], **self._options}


class FunctionGenerator:
    """``func.lower(column)``; ``func.schema.name(...)`` for a schema's."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        self._names = names

    def __getattr__(self, name: str) -> "FunctionGenerator":
        if name.startswith("__"):
            raise AttributeError(name)
        return FunctionGenerator((*self._names, name.rstrip("_") or name))

    def __call__(self, *clauses: Any, type_: Any = None, **_: Any) -> Function:
        return Function(".".join(self._names), clauses, type_)


class ColumnClause(ColumnElement):
    """A column by its name alone."""

    def __init__(self, text: str, type_: Any = None, is_literal: bool = False, _selectable: Any = None) -> None:
        self.name = text
        self.key = text
        self.type = to_instance(type_)
        self.table: Any = _selectable
        self.is_literal = is_literal

    @property
    def name_in_result(self) -> str:
        return self.name

    def ast(self) -> Data:
        if self.is_literal:
            return {"kind": "literalColumn", "text": self.name}
        data: Data = {"kind": "column", "name": self.name}
        if self.table is not None:
            data["from"] = self.table.from_ast()
        return data

    def __repr__(self) -> str:
        return f"<{type(self).__module__}.{type(self).__name__}; {self.name}>"


def _function_type(name: str, clauses: list[Any]) -> TypeEngine:
    from sqlalchemy.types import DateTime, Integer

    short = name.rpartition(".")[2].lower()
    if short in ("count", "length", "char_length", "row_number", "rank"):
        return Integer()
    if short in ("lower", "upper", "concat", "trim", "replace", "substr", "substring", "left", "right", "string_agg"):
        return String()
    if short in ("now", "current_timestamp", "localtimestamp"):
        return DateTime()
    if short in ("max", "min", "sum", "coalesce") and clauses:
        return clauses[0].type
    return NullType()


def _asts(clauses: Any) -> list[Data]:
    if clauses is None:
        return []
    items = clauses if isinstance(clauses, (list, tuple)) else [clauses]
    return [coerce_column(item).ast() for item in items]


def coerce(value: Any, type_: TypeEngine | None = None) -> Any:
    """An expression from a value of Python or from what already is one."""
    if hasattr(value, "__clause_element__"):
        value = value.__clause_element__()
    if isinstance(value, ClauseElement):
        return value.scalar_subquery() if hasattr(value, "scalar_subquery") else value
    given = None if type_ is None or isinstance(type_, (NullType, Boolean)) and not isinstance(value, bool) else type_
    if given is not None and isinstance(value, str) and not isinstance(given, String) and not hasattr(given, "enums"):
        from sqlalchemy.types import JSON

        given = given if isinstance(given, JSON) or type(given).bind_value is not TypeEngine.bind_value else given
    return BindParameter(None, value, given)


def coerce_column(value: Any) -> Any:
    """As ``coerce``, but a text is SQL: a column's name or an order."""
    return LiteralColumn(value) if isinstance(value, str) else coerce(value)


def coerce_condition(value: Any) -> Any:
    """As ``coerce``, but True and False are SQL's and a text is none."""
    if isinstance(value, bool):
        return Null("TRUE" if value else "FALSE")
    if isinstance(value, str):
        refuse_text(value)
    return coerce(value)


def coerce_entity(value: Any) -> Any:
    """What SELECT may begin with; a list or a text is nothing of that. Source: sqlalchemy.sql.coercions.ColumnsClauseImpl."""
    from sqlalchemy.exc import ArgumentError
    from sqlalchemy.util import ellipses_string

    if isinstance(value, (list, tuple)):
        advice = f" Did you mean to say select({', '.join(map(repr, value))})?" if isinstance(value, list) else ""
        raise ArgumentError(f"Column expression, FROM clause, or other columns clause element expected, got {value!r}.{advice}")
    if isinstance(value, str) and value != "*":
        shown = repr(ellipses_string(value))
        precise = "column" if re.match(r"\w\S*$", value) else "literal_column"
        raise ArgumentError(
            f"Textual column expression {shown} should be explicitly declared with text({shown}), or use {precise}({shown}) for more specificity"
        )
    return value


def refuse_text(value: str) -> NoReturn:
    """Where SQL is meant as an expression. Source: sqlalchemy.sql.coercions._no_text_coercion."""
    from sqlalchemy.exc import ArgumentError
    from sqlalchemy.util import ellipses_string

    shown = repr(ellipses_string(value))
    raise ArgumentError(f"Textual SQL expression {shown} should be explicitly declared as text({shown})")


def constant(value: Any) -> Any:
    """NULL, TRUE or FALSE for Python's; any other expression as it is."""
    if value is None or isinstance(value, bool):
        return Null({None: "NULL", True: "TRUE", False: "FALSE"}[value])
    return coerce(value)


def text(text: str) -> TextClause:
    """SQL as text; ``:name`` is a parameter, ``\\:`` a colon."""
    return TextClause(text)


def column(text: str, type_: Any = None, is_literal: bool = False, _selectable: Any = None) -> ColumnClause:
    """A column by its name alone."""
    return ColumnClause(text, type_, is_literal, _selectable)


def literal(value: Any, type_: Any = None, literal_execute: bool = False) -> BindParameter:
    """A value as an expression."""
    return BindParameter(None, value, type_)


def literal_column(text: str, type_: Any = None) -> LiteralColumn:
    """SQL used as it stands, as a column."""
    return LiteralColumn(text, type_)


def bindparam(key: str | None, value: Any = ..., type_: Any = None, required: Any = None, **options: Any) -> BindParameter:
    """A parameter by its name; its value comes with it or at the execution."""
    missing = value is ...
    return BindParameter(key, None if missing else value, type_, required=missing, **options)


def outparam(key: str, type_: Any = None) -> BindParameter:
    """Not in PostgreSQL."""
    raise NotImplementedError("outparam() is for Oracle; PostgreSQL returns values by RETURNING")


def and_(*clauses: Any) -> Any:
    """``a AND b``"""
    kept = [clause for clause in clauses if clause is not None and clause is not True]
    if len(kept) == 1:
        return coerce_condition(kept[0])
    return BooleanClauseList("AND", kept) if kept else Null("TRUE")


def or_(*clauses: Any) -> Any:
    """``a OR b``"""
    if len(clauses) == 1:
        return coerce_condition(clauses[0])
    return BooleanClauseList("OR", clauses) if clauses else Null("FALSE")


def not_(clause: Any) -> Any:
    """``NOT a``"""
    clause = coerce_condition(clause)
    negated = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<", "IS": "IS NOT", "IS NOT": "IS", "LIKE": "NOT LIKE", "ILIKE": "NOT ILIKE", "NOT LIKE": "LIKE", "NOT ILIKE": "ILIKE"}
    if isinstance(clause, BinaryExpression) and clause.operator in negated:
        return BinaryExpression(clause.left, negated[clause.operator], clause.right, clause.type, clause.escape)
    if isinstance(clause, In):
        return In(clause.operand, clause.values, not clause.negated)
    return UnaryExpression("NOT ", clause, Boolean())


def between(expr: Any, lower_bound: Any, upper_bound: Any, symmetric: bool = False) -> Between:
    """``a BETWEEN b AND c``"""
    return coerce(expr).between(lower_bound, upper_bound, symmetric)


def case(*whens: Any, value: Any = None, else_: Any = None) -> Case:
    """``CASE WHEN ... THEN ... ELSE ... END``"""
    return Case(*whens, value=value, else_=else_)


def cast(expression: Any, type_: Any) -> Cast:
    """``CAST(a AS type)``"""
    return Cast(expression, type_)


try_cast = cast


def type_coerce(expression: Any, type_: Any) -> Any:
    """The same expression, of another type for Python."""
    made = coerce(expression, to_instance(type_))
    made.type = to_instance(type_)
    return made


def extract(field: str, expr: Any) -> Extract:
    """``EXTRACT(field FROM a)``"""
    return Extract(field, expr)


def null() -> Null:
    """NULL"""
    return Null()


def true() -> Null:
    """true"""
    return Null("TRUE")


def false() -> Null:
    """false"""
    return Null("FALSE")


def tuple_(*clauses: Any, types: Any = None) -> Tuple:
    """``(a, b)``"""
    return Tuple(*clauses)


def label(name: str, element: Any, type_: Any = None) -> Label:
    """``a AS name``"""
    return Label(name, element)


def collate(expression: Any, collation: str) -> Collate:
    """``a COLLATE "x"``"""
    return Collate(coerce(expression), collation)


def distinct(expr: Any) -> UnaryExpression:
    """``DISTINCT a``"""
    return coerce(expr).distinct()


def asc(column: Any) -> Order:
    """``a ASC``"""
    return coerce_column(column).asc()


def desc(column: Any) -> Order:
    """``a DESC``"""
    return coerce_column(column).desc()


def nulls_first(column: Any) -> Order:
    """``a NULLS FIRST``"""
    return coerce_column(column).nulls_first()


def nulls_last(column: Any) -> Order:
    """``a NULLS LAST``"""
    return coerce_column(column).nulls_last()


nullsfirst = nulls_first
nullslast = nulls_last


def any_(expr: Any) -> Any:
    """``ANY (a)``"""
    return UnaryExpression("ANY", coerce(expr))


def all_(expr: Any) -> Any:
    """``ALL (a)``"""
    return UnaryExpression("ALL", coerce(expr))


def over(element: Any, **options: Any) -> Any:
    """``f(...) OVER (...)``"""
    return element.over(**options)


def within_group(element: Any, *order_by: Any) -> Any:
    """``f(...) WITHIN GROUP (ORDER BY ...)``"""
    return element.within_group(*order_by)


def funcfilter(func: Any, *criterion: Any) -> Any:
    """``f(...) FILTER (WHERE ...)``"""
    return func.filter(*criterion)


func = FunctionGenerator()
