"""SQL in schema items as the engine takes it."""

from typing import Any

from sqlalchemy.sql.elements import ClauseElement, ColumnClause, LiteralColumn, Order, TextClause
from sqlalchemy.sql.naming import quoted_name


def compiled(expression: ClauseElement, qualified: bool = False) -> str:
    """An expression as SQL with its values in it, columns without their table."""
    from _stillroom.host import call_host

    return call_host("compileExpression", {"statement": expression.ast(), "literals": True, "qualified": qualified})


def sql_data(sql: Any) -> Any:
    """A condition: a text, ``text()``, or an expression."""
    if isinstance(sql, TextClause):
        return sql.data()
    if isinstance(sql, ClauseElement):
        return {"kind": "text", "text": compiled(sql).replace(":", "\\:")}
    return str(sql)


def expression_data(expression: Any) -> Any:
    """A part of an index: a column's name, or SQL. Source: sqlalchemy.schema.Index."""
    from sqlalchemy.schema.column import Column

    if hasattr(expression, "__clause_element__"):
        expression = expression.__clause_element__()
    if isinstance(expression, str):
        return str(expression)
    if isinstance(expression, TextClause):
        return expression.data()
    if isinstance(expression, LiteralColumn):
        return {"kind": "literalColumn", "text": expression.text}
    if isinstance(expression, Column):
        return str(expression.name)
    if isinstance(expression, ColumnClause):
        return {"kind": "column", "name": str(expression.name)}
    if isinstance(expression, Order) and isinstance(expression.operand, ColumnClause):
        data = {"kind": "column", "name": str(expression.operand.name)}
        if expression.direction:
            data["order"] = expression.direction
        if expression.nulls:
            data["nulls"] = expression.nulls
        return data
    return {"kind": "literalColumn", "text": compiled(expression)}


def default_data(default: Any) -> Any:
    """A server default as the engine takes it."""
    from sqlalchemy.schema.column import DefaultClause, FetchedValue

    if default is None or default is False:
        return default
    if isinstance(default, DefaultClause):
        return default_data(default.arg)
    if hasattr(default, "default_data"):
        return default.default_data()
    if isinstance(default, FetchedValue):
        return {"kind": "fetchedValue"}
    if isinstance(default, TextClause):
        return default.data()
    if isinstance(default, LiteralColumn):
        return {"kind": "literalColumn", "text": default.text}
    if isinstance(default, ClauseElement):
        return {"kind": "text", "text": compiled(default).replace(":", "\\:")}
    if isinstance(default, (str, quoted_name)):
        return str(default)
    from sqlalchemy.exc import ArgumentError

    raise ArgumentError(
        f"Argument 'arg' is expected to be one of type '<class 'str'>' or '<class 'sqlalchemy.sql.elements.ClauseElement'>' "
        f"or '<class 'sqlalchemy.sql.elements.TextClause'>', got '{type(default)}'"
    )


def present(**values: Any) -> dict[str, Any]:
    """What was passed: everything but None."""
    return {name: value for name, value in values.items() if value is not None}
