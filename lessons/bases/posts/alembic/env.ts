import { config, context } from "alembic";
import { engineFromConfig, pool } from "sqlalchemy";
import { settings } from "../config";
import { Base } from "../models";

// Where the database is. This overrides sqlalchemy.url in alembic.ini.
config.setMainOption(
  "sqlalchemy.url",
  `postgresql+psycopg2://${settings.user}:${settings.password}@${settings.host}:${settings.port}/${settings.database}`,
);

// The tables that the models describe; --autogenerate compares them with the database.
// Base comes from models.ts: importing models.ts is what registers the tables.
const targetMetadata = Base.metadata;

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

/** Everything else: run them on the database, in one transaction. */
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
