import logging
import re
from logging.config import fileConfig

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

# alembic.ini, as the command that runs reads it
config = context.config

# logging, as alembic.ini describes it
if config.config_file_name is not None:
    fileConfig(config.config_file_name)
logger = logging.getLogger("alembic.env")

# the sections of alembic.ini that name databases
db_names = config.get_main_option("databases", "")

# The tables of each database, by the name of its section:
# target_metadata = {"engine1": mymodel.metadata1, "engine2": mymodel.metadata2}
target_metadata = {}


def run_migrations_offline() -> None:
    """`alembic upgrade --sql`: prints the statements of one database after the other."""
    for name in re.split(r",\s*", db_names):
        logger.info("Migrating database %s", name)
        context.configure(
            url=config.get_section_option(name, "sqlalchemy.url"),
            target_metadata=target_metadata.get(name),
            literal_binds=True,
            dialect_opts={"paramstyle": "named"},
        )
        with context.begin_transaction():
            context.run_migrations(engine_name=name)


def run_migrations_online() -> None:
    """Everything else: one database after the other."""
    for name in re.split(r",\s*", db_names):
        logger.info("Migrating database %s", name)
        connectable = engine_from_config(
            config.get_section(name, {}),
            prefix="sqlalchemy.",
            poolclass=pool.NullPool,
        )
        with connectable.connect() as connection:
            context.configure(
                connection=connection,
                upgrade_token=f"{name}_upgrades",
                downgrade_token=f"{name}_downgrades",
                target_metadata=target_metadata.get(name),
            )
            with context.begin_transaction():
                context.run_migrations(engine_name=name)


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
