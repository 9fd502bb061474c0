"""Connections and engines. Source: sqlalchemy.engine.base."""

from sqlalchemy.engine.connection import Connection, Transaction  # noqa: F401
from sqlalchemy.engine.engine import Engine  # noqa: F401
