import type { ConfigureOptions } from "../../../engine/program.ts";
import { functionsRemark, type RenderedFile } from "../../translatedProject.ts";
import { literal, printNode } from "../render/sourceNode.ts";

/** Options of `context.configure` that are data. */
const data = [
  "compareType",
  "compareServerDefault",
  "includeSchemas",
  "renderAsBatch",
  "transactionPerMigration",
  "transactionalDdl",
  "versionTable",
  "versionTableSchema",
] as const satisfies readonly (keyof ConfigureOptions)[];

/**
 * `env.ts` with the options that env gave to `context.configure`; functions of the original stay to be written.
 * @param path of the original, relative to the project, with `/` between folders
 */
export function renderEnvironmentFile(path: string, configure: ConfigureOptions): RenderedFile {
  const options = data.flatMap((name) => {
    const value = configure[name];
    return value === undefined || value === null || typeof value === "function"
      ? []
      : [`  ${name}: ${printNode(literal(value) ?? "null", 2, Number.NEGATIVE_INFINITY, 0)},`];
  });
  const remark = functionsRemark(configure, "TypeScript");
  const up = "../".repeat(path.split("/").length - 1) || "./";
  const text = `import { config, context } from "alembic";
import { engineFromConfig, pool } from "sqlalchemy";
import { Base } from "${up}models";

// The tables that the models describe; --autogenerate compares them with the database.
const targetMetadata = Base.metadata;
${remark === null ? "" : `\n// The original ${remark}.`}
const options = {
  targetMetadata,
${options.join("\n")}${options.length === 0 ? "" : "\n"}};

/** \`alembic upgrade --sql\`: print the statements instead of running them. */
function runMigrationsOffline() {
  context.configure({
    url: config.getMainOption("sqlalchemy.url"),
    literalBinds: true,
    dialectOpts: { paramstyle: "named" },
    ...options,
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
    context.configure({ connection, ...options });
    context.beginTransaction(() => context.runMigrations());
  });
}

if (context.isOfflineMode()) {
  runMigrationsOffline();
} else {
  runMigrationsOnline();
}
`;
  return { text, remarks: remark === null ? [] : [`${path}: it ${remark}`] };
}
