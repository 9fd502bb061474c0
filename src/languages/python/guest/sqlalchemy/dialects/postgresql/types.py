"""Names of ``sqlalchemy.dialects.postgresql`` that lie here as well."""

from sqlalchemy.dialects.postgresql import *  # noqa: F403
from sqlalchemy.dialects.postgresql.dialect import PGDialect  # noqa: F401

