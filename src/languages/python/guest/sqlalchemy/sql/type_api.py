"""Types. Source: sqlalchemy.sql.type_api."""

from sqlalchemy.types import *  # noqa: F403
from sqlalchemy.types import NULLTYPE, NullType, SchemaType, TypeEngine  # noqa: F401
