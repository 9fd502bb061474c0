"""The context of migrations. Source: alembic.runtime.migration."""

from contextlib import contextmanager
from typing import Any

from _stillroom.host import call_host
from alembic.script.base import Script, ScriptDirectory


class MigrationContext:
    """What runs migrations; ``op.get_context()`` gives it."""

    current: Any = None

    def __init__(self, connection: Any = None, opts: Any = None) -> None:
        self._connection = connection
        self.opts = opts or {}
        self.as_sql = connection is None

    @classmethod
    def configure(cls, connection: Any = None, url: Any = None, dialect_name: Any = None, dialect: Any = None, environment_context: Any = None, opts: Any = None, **_: Any) -> "MigrationContext":
        """A context for operations outside of env.py."""
        return cls(connection, opts)

    @property
    def engine(self) -> Any:
        """What env.py connected to; None where it did not say."""
        return getattr(self._connection, "engine", None)

    @property
    def bind(self) -> Any:
        """The connection."""
        from alembic.operations.base import MigrationConnection

        return MigrationConnection(self.engine) if self._connection is not None or not call_host("isOfflineMode", {}) else None

    connection = bind

    @property
    def config(self) -> Any:
        """The configuration of the command that runs."""
        from alembic.config import config

        return config

    @property
    def script(self) -> ScriptDirectory:
        """The folder of revisions."""
        return ScriptDirectory()

    @property
    def dialect(self) -> Any:
        """PostgreSQL."""
        from sqlalchemy.dialects.postgresql.dialect import PGDialect

        return PGDialect()

    @property
    def impl(self) -> Any:
        """What emits DDL."""
        from alembic.ddl.impl import DefaultImpl

        return DefaultImpl()

    def get_current_revision(self) -> str | None:
        """The current revision."""
        heads = self.get_current_heads()
        return heads[0] if heads else None

    def get_current_heads(self) -> tuple[str, ...]:
        """The rows of the version table."""
        connection = self.bind
        table = self.opts.get("version_table", "alembic_version")
        found = connection.exec_driver_sql(f"SELECT to_regclass('{table}')").scalar()
        if found is None:
            return ()
        return tuple(row[0] for row in connection.exec_driver_sql(f"SELECT version_num FROM {table}"))

    @contextmanager
    def autocommit_block(self) -> Any:
        """Commits what ran so far, runs the block outside of a transaction, and begins again."""
        call_host("beginAutocommitBlock", {})
        try:
            yield None
        finally:
            call_host("endAutocommitBlock", {})

    def begin_transaction(self, _per_migration: bool = False) -> Any:
        """As ``context.begin_transaction``."""
        from alembic.runtime.environment import current

        return current.begin_transaction()

    def run_migrations(self, **keywords: Any) -> None:
        """As ``context.run_migrations``."""
        from alembic.runtime.environment import current

        current.run_migrations(**keywords)

    def execute(self, sql: Any, execution_options: Any = None) -> None:
        """Runs SQL."""
        from alembic.operations.base import operations

        operations.execute(sql)

    def stamp(self, script_directory: Any, revision: str) -> None:
        """Cannot be done from here."""
        raise NotImplementedError("MigrationContext.stamp() is not here: type `alembic stamp REVISION` in the terminal")


class MigrationInfo:
    """What happened to the version table, for ``on_version_apply``."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.is_upgrade = data["isUpgrade"]
        self.is_stamp = data["isStamp"]
        self.is_migration = data.get("isMigration", not data["isStamp"])
        self.up_revision_id = data.get("upRevisionId")
        self.up_revision_ids = tuple(data.get("upRevisionIds", ()))
        self.down_revision_ids = tuple(data.get("downRevisionIds", ()))
        self.source_revision_ids = tuple(data.get("sourceRevisionIds", ()))
        self.destination_revision_ids = tuple(data.get("destinationRevisionIds", ()))

    @property
    def up_revision(self) -> Script | None:
        """The revision that is reached or left."""
        return None if self.up_revision_id is None else ScriptDirectory().get_revision(self.up_revision_id)

    @property
    def up_revisions(self) -> tuple[Script | None, ...]:
        """The same; several where a stamp leaves several branches."""
        return ScriptDirectory().get_revisions(self.up_revision_ids)

    @property
    def down_revisions(self) -> tuple[Script | None, ...]:
        """What it follows."""
        return ScriptDirectory().get_revisions(self.down_revision_ids)

    @property
    def source_revisions(self) -> tuple[Script | None, ...]:
        """What was there before."""
        return ScriptDirectory().get_revisions(self.source_revision_ids)

    @property
    def destination_revisions(self) -> tuple[Script | None, ...]:
        """What is there after."""
        return ScriptDirectory().get_revisions(self.destination_revision_ids)

    def __repr__(self) -> str:
        return f"MigrationInfo(up_revision_id={self.up_revision_id!r}, is_upgrade={self.is_upgrade}, is_stamp={self.is_stamp})"
