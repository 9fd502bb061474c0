"""``context`` of env.py. Source: alembic.runtime.environment.EnvironmentContext."""

from contextlib import contextmanager
from typing import Any

from _stillroom.host import call_host, register_callback
from alembic.config import Config, config

# What ``run_migrations(**kw)`` hands to ``upgrade()``.
migration_arguments: dict[str, Any] = {}

# What ``configure(template_args=...)`` hands to script.py.mako.
template_arguments: dict[str, Any] = {}

# ``upgrades`` and ``downgrades`` as ``configure(upgrade_token=..., downgrade_token=...)`` names them in script.py.mako.
template_tokens: dict[str, str] = {}

_OPTIONS = {
    "url": "url",
    "include_schemas": "includeSchemas",
    "render_as_batch": "renderAsBatch",
    "literal_binds": "literalBinds",
    "transaction_per_migration": "transactionPerMigration",
    "transactional_ddl": "transactionalDdl",
    "version_table": "versionTable",
    "version_table_schema": "versionTableSchema",
    "version_table_pk": "versionTablePk",
    "alembic_module_prefix": "alembicModulePrefix",
    "sqlalchemy_module_prefix": "sqlalchemyModulePrefix",
    "user_module_prefix": "userModulePrefix",
    "tag": "tag",
    "starting_rev": "startingRev",
}

_WITHOUT_EFFECT = {
    "dialect_name",
    "dialect_opts",
    "output_buffer",
    "output_encoding",
    "autogenerate_plugins",
    "mssql_batch_separator",
    "oracle_batch_separator",
}


class EnvironmentContext:
    """What env.py steers a command with."""

    @property
    def config(self) -> Config:
        """alembic.ini."""
        return config

    @property
    def script(self) -> Any:
        """The folder of revisions."""
        from alembic.script import ScriptDirectory

        return ScriptDirectory()

    def is_offline_mode(self) -> bool:
        """Whether ``--sql`` was given."""
        return call_host("isOfflineMode", {})

    def is_transactional_ddl(self) -> bool:
        """PostgreSQL has transactions for DDL."""
        return True

    def requires_connection(self) -> bool:
        """Whether the command needs a database."""
        return not self.is_offline_mode()

    def get_head_revision(self) -> Any:
        """The head."""
        return call_host("getHeadRevision", {})

    def get_head_revisions(self) -> tuple[Any, ...]:
        """The heads."""
        return tuple(self.script.get_heads())

    def get_tag_argument(self) -> str | None:
        """What was given as ``--tag``."""
        return call_host("getTagArgument", {})

    def get_x_argument(self, as_dictionary: bool = False) -> Any:
        """What was given as ``-x key=value``."""
        given = call_host("getXArgument", {})
        if not as_dictionary:
            return given
        return dict((key, value) for key, _, value in (argument.partition("=") for argument in given))

    def configure(self, connection: Any = None, **options: Any) -> None:
        """Says what migrations run on and what models are compared with."""
        from alembic.runtime import callbacks
        from alembic.runtime.migration import MigrationContext

        payload: dict[str, Any] = {} if connection is None else {"connected": True}
        for name, value in options.items():
            if name in _OPTIONS:
                if value is not None or name == "version_table_schema":
                    payload[_OPTIONS[name]] = str(value) if name == "url" else value
            elif name == "template_args":
                template_arguments.update(value or {})
            elif name in ("upgrade_token", "downgrade_token"):
                template_tokens[f"{name.removesuffix('_token')}s"] = value
            elif name == "target_metadata":
                payload["targetMetadata"] = _metadata_data(value)
                callbacks.target_metadata = value
            elif name in callbacks.FUNCTIONS:
                key, wrap = callbacks.FUNCTIONS[name]
                if callable(value):
                    payload[key] = {**register_callback(wrap(value)), "name": repr(value)}
                elif isinstance(value, (list, tuple)):
                    payload[key] = [register_callback(wrap(one)) for one in value]
                elif value is not None:
                    payload[key] = value
            elif name not in _WITHOUT_EFFECT and "_" not in name:
                raise TypeError(f"EnvironmentContext.configure() got an unexpected keyword argument '{name}'")
        if payload.get("url") is None:
            payload.pop("url", None)
        MigrationContext.current = MigrationContext(connection, options)
        call_host("configure", payload)

    def run_migrations(self, **keywords: Any) -> None:
        """Runs what the command asks for: migrations, a comparison, a look at the version table."""
        migration_arguments.clear()
        migration_arguments.update(keywords)
        call_host("runMigrations", {})

    @contextmanager
    def begin_transaction(self) -> Any:
        """A block in the transaction that the configuration asks for."""
        call_host("beginTransaction", {})
        try:
            yield None
        except BaseException:
            call_host("endTransaction", {"error": True})
            raise
        call_host("endTransaction", {"error": False})

    def execute(self, sql: Any, execution_options: Any = None) -> None:
        """Runs SQL on the migration's connection."""
        from alembic.operations.base import statement_text

        call_host("contextExecute", {"sql": statement_text(sql)})

    def static_output(self, text: str) -> None:
        """A line among the statements of ``--sql``."""
        print(text)

    def get_context(self) -> Any:
        """The context that ``configure`` made."""
        from alembic.runtime.migration import MigrationContext

        if MigrationContext.current is None:
            raise Exception("No context has been configured yet.")
        return MigrationContext.current

    def get_bind(self) -> Any:
        """The connection."""
        return self.get_context().bind

    def get_impl(self) -> Any:
        """What emits DDL."""
        return self.get_context().impl

    def get_starting_revision_argument(self) -> Any:
        """What ``--sql`` starts from."""
        return None

    def get_revision_argument(self) -> Any:
        """What the command was told to go to, as a revision's id where it has one."""
        given = getattr(self.config.cmd_opts, "revision", None)
        if given in (None, "base"):
            return None
        return self.script.get_heads()[0] if given == "head" and len(self.script.get_heads()) == 1 else given


current = EnvironmentContext()


def _metadata_data(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, (list, tuple)):
        return [one.metadata_data() for one in value]
    if not hasattr(value, "metadata_data"):
        # Alembic looks at it only where it compares.
        typed = call_host("getTypedArguments", {})
        if not typed.get("autogenerate") and typed["command"] != "check":
            return None
        if hasattr(value, "metadata"):
            raise TypeError(f"target_metadata must be a MetaData: write {value.__name__}.metadata")
        raise TypeError(f"target_metadata must be a MetaData, such as Base.metadata, not {type(value).__name__}")
    return value.metadata_data()
