"""Connections to the in-browser database. Source: sqlalchemy.engine."""

from sqlalchemy.engine import reflection  # noqa: F401
from sqlalchemy.engine.connection import Connection, Transaction
from sqlalchemy.engine.create import create_engine, create_mock_engine, engine_from_config
from sqlalchemy.engine.engine import Engine
from sqlalchemy.engine.inspector import Inspector
from sqlalchemy.engine.result import CursorResult, MappingResult, Result, Row, RowMapping, ScalarResult
from sqlalchemy.engine.url import URL, make_url

Connectable = Connection
ResultProxy = CursorResult
RowProxy = Row

__all__ = [
    "URL",
    "Connectable",
    "Connection",
    "CursorResult",
    "Engine",
    "Inspector",
    "MappingResult",
    "Result",
    "ResultProxy",
    "Row",
    "RowMapping",
    "RowProxy",
    "ScalarResult",
    "Transaction",
    "create_engine",
    "create_mock_engine",
    "engine_from_config",
    "make_url",
]
