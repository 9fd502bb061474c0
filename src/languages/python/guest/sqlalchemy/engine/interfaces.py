"""What a dialect is. Source: sqlalchemy.engine.interfaces."""

from sqlalchemy.dialects.postgresql.dialect import PGDialect as Dialect  # noqa: F401
