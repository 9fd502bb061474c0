from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

from config import settings
from models import Base

config = context.config

# Where the database is. This overrides sqlalchemy.url in alembic.ini.
config.set_main_option(
    "sqlalchemy.url",
    f"postgresql+psycopg2://{settings.user}:{settings.password}"
    f"@{settings.host}:{settings.port}/{settings.database}",
)

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# The tables that the models describe; --autogenerate compares them with the database.
# Base comes from models.py: importing models.py is what registers the tables.
target_metadata = Base.metadata


def run_migrations_offline() -> None:
    """`alembic upgrade --sql`: print the statements instead of running them."""
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Everything else: run them on the database, in one transaction."""
    connectable = engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
