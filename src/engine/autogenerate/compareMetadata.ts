import type { Connection } from "../connection.ts";
import type { Operation } from "../operations/operation.ts";
import { reflect } from "../reflection/reflect.ts";
import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import type { MetaData } from "../schema/metadata.ts";
import type { AutogenerateOptions } from "./autogenerateOptions.ts";
import { ChangeRecorder, type Change, type LogLine, type PythonWarning } from "./changeRecorder.ts";
import { tableKey } from "../schema/tableKey.ts";
import { compareTables } from "./compareTables.ts";
import { filtersOf } from "./filters.ts";
import { modelTables } from "./modelTables.ts";
import { reverseOperation } from "./reverseOperation.ts";
import type { ComparedTables } from "./toDiffTuples.ts";

export interface AutogenerateResult {
  /** In Alembic's order, without nesting. */
  readonly upgradeOps: readonly Operation[];
  /** The exact reverse. */
  readonly downgradeOps: readonly Operation[];
  /** The upgrade's operations, each with its reason for people. */
  readonly changes: readonly Change[];
  readonly logLines: readonly LogLine[];
  /** In order. */
  readonly warnings: readonly PythonWarning[];
  readonly tables: ComparedTables;
}

/**
 * Compares the model with the database. Source: alembic.autogenerate.api.produce_migrations.
 * @throws DatabaseError where a default's comparison fails on the server
 */
export function compareMetadata(
  connection: Connection,
  metadata: MetaData | readonly MetaData[],
  options: AutogenerateOptions = {},
): AutogenerateResult {
  return inTransaction(connection, () => compare(connection, metadata, options));
}

function compare(
  connection: Connection,
  metadata: MetaData | readonly MetaData[],
  options: AutogenerateOptions,
): AutogenerateResult {
  const recorder = new ChangeRecorder();
  const filters = filtersOf(options);
  const includeSchemas = options.includeSchemas === true;
  const { tables, schemas, defaultSchema } = reflect(connection, { includeSchemas });
  const wantedSchemas = includeSchemas ? [null, ...schemas.filter((schema) => schema !== defaultSchema)] : [null];
  const included = new Set(wantedSchemas.filter((schema) => filters.includesName(schema, "schema", {})));
  const isVersionTable = (table: { readonly schema: string | null; readonly name: string }): boolean =>
    table.name === (options.versionTable ?? "alembic_version") && table.schema === (options.versionTableSchema ?? null);
  const database = new Map<string, ReflectedTable>();
  for (const table of tables) {
    if (!included.has(table.schema) || isVersionTable(table)) continue;
    if (!filters.includesName(table.name, "table", { schemaName: table.schema })) continue;
    database.set(tableKey(table), table);
    for (const { column, type } of table.unknownTypes)
      recorder.warn(
        `Did not recognize type '${type.replace(/\(.*\)/, "").replace(/(?:\[\])*$/, "")}' of column '${column}'`,
        "SAWarning",
      );
  }
  const model = modelTables(metadata, recorder).filter((table) => !isVersionTable(table));
  const modelByKey = new Map(
    model.map((table) => [
      tableKey({ name: table.name, schema: table.schema === defaultSchema ? null : table.schema }),
      table,
    ]),
  );
  compareTables({ connection, options, recorder, filters, database, model: modelByKey });
  const upgradeOps = recorder.changes.map((change) => change.operation);
  return {
    upgradeOps,
    downgradeOps: upgradeOps.map(reverseOperation).reverse(),
    changes: recorder.changes,
    logLines: recorder.logLines,
    warnings: recorder.warnings,
    tables: { database, model: modelByKey },
  };
}

/** Defaults such as `now()` are compared as of one transaction, as SQLAlchemy's connection begins one by itself. */
function inTransaction<T>(connection: Connection, action: () => T): T {
  if (connection.inTransaction) return action();
  connection.execute("BEGIN");
  try {
    return action();
  } finally {
    connection.execute("ROLLBACK");
  }
}
