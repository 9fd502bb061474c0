"""``inspect()``. Source: sqlalchemy.inspection."""

from typing import Any

from sqlalchemy.exc import NoInspectionAvailable


def inspect(subject: Any, raiseerr: bool = True) -> Any:
    """What is known of a connection, an engine or a mapped class."""
    from sqlalchemy.engine import Connection, Engine, Inspector

    if isinstance(subject, (Connection, Engine)) or hasattr(subject, "exec_driver_sql"):
        return Inspector(subject)
    mapper = getattr(subject, "__mapper__", None)
    if mapper is not None:
        return mapper
    if not raiseerr:
        return None
    raise NoInspectionAvailable(f"No inspection system is available for object of type {type(subject)}")
