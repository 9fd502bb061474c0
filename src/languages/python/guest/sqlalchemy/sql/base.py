"""Bases. Source: sqlalchemy.sql.base."""

from sqlalchemy.sql.elements import Executable  # noqa: F401
from sqlalchemy.sql.selectable import ColumnCollection  # noqa: F401
