from logging.config import fileConfig

from sqlalchemy import engine_from_config
from sqlalchemy import pool

from alembic import context

# alembic.ini, as the command that runs reads it
config = context.config

# logging, as alembic.ini describes it
if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# The tables that your models describe; --autogenerate compares them with the database:
# from myapp.models import Base
# target_metadata = Base.metadata
target_metadata = None

# Other options of alembic.ini are there too:
# my_option = config.get_main_option("my_option")


def run_migrations_offline() -> None:
    """`alembic upgrade --sql`: prints the statements instead of running them."""
    url = config.get_main_option("sqlalchemy.url")
    context.configure(
        url=url,
        target_metadata=target_metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )

    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Everything else: runs them on the database."""
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
