"""The SQL expression language. Source: sqlalchemy.sql."""

from typing import TYPE_CHECKING

from sqlalchemy.sql.dml import delete, insert, update
from sqlalchemy.sql.elements import *  # noqa: F403
from sqlalchemy.sql.elements import func
from sqlalchemy.sql.naming import quoted_name
from sqlalchemy.sql.selectable import *  # noqa: F403
from sqlalchemy.sql.selectable import exists, join, select, table

if TYPE_CHECKING:
    from sqlalchemy.sql import expression

__all__ = ["delete", "exists", "func", "insert", "join", "quoted_name", "select", "table", "update"]
