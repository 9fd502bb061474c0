"""Operators of the expression language. Source: sqlalchemy.sql.operators."""

from operator import add, and_, eq, ge, gt, le, lt, mul, ne, or_, sub  # noqa: F401

from sqlalchemy.sql.elements import Operators as ColumnOperators  # noqa: F401
