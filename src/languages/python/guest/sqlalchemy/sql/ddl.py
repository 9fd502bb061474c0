"""DDL as statements. Source: sqlalchemy.sql.ddl."""

from sqlalchemy.schema.ddl import *  # noqa: F403
from sqlalchemy.schema.ddl import DdlElement as DDLElement  # noqa: F401
