import { config, context } from "alembic";
import { engineFromConfig, pool } from "sqlalchemy";

/** `alembic -n stats upgrade --sql`: print the statements instead of running them. */
function runMigrationsOffline() {
  context.configure({
    url: config.getMainOption("sqlalchemy.url"),
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
    context.configure({ connection });
    context.beginTransaction(() => context.runMigrations());
  });
}

if (context.isOfflineMode()) {
  runMigrationsOffline();
} else {
  runMigrationsOnline();
}
