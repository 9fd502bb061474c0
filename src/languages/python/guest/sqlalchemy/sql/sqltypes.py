"""Types. Source: sqlalchemy.sql.sqltypes."""

from sqlalchemy.types import *  # noqa: F403
from sqlalchemy.types import NULLTYPE, NullType, SchemaType, TypeEngine  # noqa: F401
