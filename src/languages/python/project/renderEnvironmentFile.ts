import type { ConfigureOptions } from "../../../engine/program.ts";
import { pythonLiteral } from "../../../engine/pythonLiteral.ts";
import { functionsRemark, type RenderedFile } from "../../translatedProject.ts";

/** Options of `context.configure` that Python says the same way. */
const keywords = {
  compareType: "compare_type",
  compareServerDefault: "compare_server_default",
  includeSchemas: "include_schemas",
  renderAsBatch: "render_as_batch",
  transactionPerMigration: "transaction_per_migration",
  transactionalDdl: "transactional_ddl",
  versionTable: "version_table",
  versionTableSchema: "version_table_schema",
} as const satisfies Partial<Record<keyof ConfigureOptions, string>>;

/** `env.py` with the options that env gave to `context.configure`; functions of the original stay to be written. */
export function renderEnvironmentFile(path: string, configure: ConfigureOptions): RenderedFile {
  const options = Object.entries(keywords).flatMap(([key, keyword]) => {
    const value = configure[key as keyof typeof keywords];
    return value === undefined || value === null || typeof value === "function"
      ? []
      : [`    ${pythonLiteral(keyword)}: ${pythonLiteral(value)},`];
  });
  const remark = functionsRemark(configure, "Python");
  const text = `import os
from logging.config import fileConfig

from alembic import context
from sqlalchemy import engine_from_config, pool

from models import Base

config = context.config

# Where the database is: DATABASE_URL, or what alembic.ini says.
url = os.environ.get("DATABASE_URL")
if url is not None:
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))

if config.config_file_name is not None:
    fileConfig(config.config_file_name)

# The tables that the models describe; --autogenerate compares them with the database.
target_metadata = Base.metadata
${remark === null ? "" : `\n# The original ${remark}.`}
options = {
    "target_metadata": target_metadata,
${options.join("\n")}${options.length === 0 ? "" : "\n"}}


def run_migrations_offline() -> None:
    """\`alembic upgrade --sql\`: print the statements instead of running them."""
    context.configure(
        url=config.get_main_option("sqlalchemy.url"),
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
        **options,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online() -> None:
    """Everything else: run them on the database."""
    connectable = engine_from_config(
        config.get_section(config.config_ini_section, {}),
        prefix="sqlalchemy.",
        poolclass=pool.NullPool,
    )
    with connectable.connect() as connection:
        context.configure(connection=connection, **options)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
`;
  return { text, remarks: remark === null ? [] : [`${path}: it ${remark}`] };
}
