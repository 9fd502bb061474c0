"""Rows. Source: sqlalchemy.engine.row."""

from sqlalchemy.engine.result import Row, RowMapping  # noqa: F401
