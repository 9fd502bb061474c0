"""The driver as far as code that handles its errors imports it. Source: psycopg2."""

from psycopg2 import errors
from psycopg2.errors import (
    DatabaseError,
    DataError,
    Error,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
    Warning,
)

__version__ = "2.9.10"
apilevel = "2.0"
paramstyle = "pyformat"


def connect(*_args: object, **_keywords: object) -> None:
    """There is no server to connect to: SQLAlchemy's engine reaches the in-browser database."""
    raise OperationalError("psycopg2.connect() cannot reach a server from here; use sqlalchemy.create_engine(url)")


__all__ = [
    "DataError",
    "DatabaseError",
    "Error",
    "IntegrityError",
    "InterfaceError",
    "InternalError",
    "NotSupportedError",
    "OperationalError",
    "ProgrammingError",
    "Warning",
    "connect",
    "errors",
]
