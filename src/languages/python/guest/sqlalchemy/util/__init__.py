"""Helpers of SQLAlchemy that projects import. Source: sqlalchemy.util."""

from typing import Any


def await_only(awaitable: Any) -> Any:
    """Runs something that awaits to its end."""
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError("something awaits what never comes")


greenlet_spawn = None
immutabledict = dict
symbol = str
memoized_property = property


def ellipses_string(value: Any, len_: int = 25) -> Any:
    """The beginning of a long text."""
    return f"{value[:len_]}..." if len(value) > len_ else value


def to_list(value: Any) -> list[Any]:
    """A list from one thing or several."""
    return [] if value is None else list(value) if isinstance(value, (list, tuple, set)) else [value]


def asbool(value: Any) -> bool:
    """True or false from a text."""
    if isinstance(value, str):
        return value.strip().lower() in ("true", "yes", "on", "y", "t", "1")
    return bool(value)
