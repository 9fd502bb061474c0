"""What emits DDL; projects derive from it for other databases. Source: alembic.ddl.impl."""

from typing import Any


class DefaultImpl:
    """What emits DDL."""

    __dialect__ = "postgresql"
    transactional_ddl = True
    as_sql = False

    @property
    def connection(self) -> Any:
        """The connection."""
        from alembic.operations.base import MigrationConnection

        return MigrationConnection()

    bind = connection

    @property
    def dialect(self) -> Any:
        """PostgreSQL."""
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        return PGDialect()

    def execute(self, sql: Any, execution_options: Any = None) -> None:
        """Runs SQL."""
        from alembic.operations.base import operations

        operations.execute(sql)

    _exec = execute

    def static_output(self, text: str) -> None:
        """A line among the statements of ``--sql``."""
        print(text)


class PostgresqlImpl(DefaultImpl):
    """PostgreSQL's."""
