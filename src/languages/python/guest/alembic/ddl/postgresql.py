"""Source: alembic.ddl.postgresql."""

from alembic.ddl.impl import PostgresqlImpl

__all__ = ["PostgresqlImpl"]
