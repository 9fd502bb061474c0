import { config, context } from "alembic";
import { engineFromConfig, pool } from "sqlalchemy";

// The MetaData of your models, for --autogenerate:
//   import { Base } from "../models";
//   const targetMetadata = Base.metadata;
const targetMetadata = null;

// Other settings of alembic.ini can be asked for as well:
//   const option = config.getMainOption("my_important_option");

/** `alembic upgrade --sql`: print the statements instead of running them. */
function runMigrationsOffline() {
  context.configure({
    url: config.getMainOption("sqlalchemy.url"),
    targetMetadata,
    literalBinds: true,
    dialectOpts: { paramstyle: "named" },
  });
  context.beginTransaction(() => context.runMigrations());
}

/** Everything else: run them on the database. */
function runMigrationsOnline() {
  const connectable = engineFromConfig(config.getSection(config.configIniSection) ?? {}, {
    prefix: "sqlalchemy.",
    poolclass: pool.NullPool,
  });
  connectable.connect((connection) => {
    context.configure({ connection, targetMetadata });
    context.beginTransaction(() => context.runMigrations());
  });
}

if (context.isOfflineMode()) {
  runMigrationsOffline();
} else {
  runMigrationsOnline();
}
