"""How the tables of a relationship hang together. Source: sqlalchemy.orm.relationships.JoinCondition."""

import enum
from typing import Any

from sqlalchemy.exc import InvalidRequestError


class Direction(enum.Enum):
    """Where the foreign keys are: in the own table, in the other one, or in a table between."""

    MANYTOONE = "many to one"
    ONETOMANY = "one to many"
    MANYTOMANY = "many to many"


Pairs = list[tuple[Any, Any]]


def foreign_key_pairs(table: Any, target: Any, wanted: Any = None) -> Pairs:
    """The columns of a table that refer to another one, each with the column that it refers to."""
    found = [(column, key.column) for column in table.c for key in column.foreign_keys if key.refers_to(target)]
    for constraint in table.constraints:
        if getattr(constraint, "kind", "") == "foreignKey" and not found:
            elements = [(one.parent, one.column) for one in constraint.elements]
            found += elements if elements[0][1].table is target else []
    return found if wanted is None else [pair for pair in found if any(pair[0] is column for column in wanted)]


def direction_of(own: Any, target: Any, options: dict[str, Any]) -> tuple[Direction, Pairs]:
    """Where the foreign keys are, and (own column, other column) of each. Raises InvalidRequestError where that is not plain to see."""
    if "primaryjoin" in options:
        raise InvalidRequestError("a relationship with a primaryjoin of its own is not followed here")
    keys = _columns(options.get("foreign_keys"), own, target)
    remote = _columns(options.get("remote_side"), own, target)
    here, there = foreign_key_pairs(own, target, keys), foreign_key_pairs(target, own, keys)
    to_itself = own is target
    if here and (not to_itself or remote is not None and any(one is pair[1] for pair in here for one in remote)):
        return Direction.MANYTOONE, _plain(here)
    if there:
        return Direction.ONETOMANY, _plain([(other, column) for column, other in there])
    raise InvalidRequestError(f"there are no foreign keys between {own.name} and {target.name}")


def _plain(pairs: Pairs) -> Pairs:
    if len({id(referred) for _, referred in pairs}) < len(pairs) and len({id(own) for own, _ in pairs}) > 1:
        raise InvalidRequestError("there are several foreign keys between the two tables; say which by foreign_keys=[...]")
    return pairs


def _columns(given: Any, own: Any, target: Any) -> list[Any] | None:
    """Columns as ``foreign_keys`` and ``remote_side`` name them: themselves, in a list, or as text that is read later."""
    if given is None:
        return None
    if callable(given) and not hasattr(given, "__clause_element__"):
        given = given()
    if isinstance(given, str):
        names = [name.strip(" []()").rpartition(".")[2] for name in given.split(",")]
        return [table.c[name] for table in (own, target) for name in names if name in table.c]
    many = given if isinstance(given, (list, tuple, set)) else [given]
    return [one.__clause_element__() if hasattr(one, "__clause_element__") else getattr(one, "_column", one) for one in many]
