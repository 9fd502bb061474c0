import type { Connection } from "../connection.ts";
import { quoteIdentifier, quoteRelation } from "../quoteIdentifier.ts";
import { tableKey } from "../schema/tableKey.ts";
import { reflect } from "./reflect.ts";
import type { ReflectedTable } from "./reflectedTable.ts";

/** What the page shows of the database; the same shape as the runtime's DatabaseState. */
export interface DatabaseSnapshot {
  /** Every table but the version table. */
  readonly tables: readonly ReflectedTable[];
  /** Exact row counts by `schema.table`, by `table` alone in the default schema. */
  readonly rowCounts: Readonly<Record<string, number>>;
  /** The version table's rows, sorted; none where it does not exist. */
  readonly heads: readonly string[];
}

/** What the connection shows at this moment, seen from inside its transaction. */
export function readDatabaseState(connection: Connection, versionTable = "alembic_version"): DatabaseSnapshot {
  const { tables: all } = reflect(connection);
  const isVersionTable = (table: ReflectedTable): boolean => table.schema === null && table.name === versionTable;
  const tables = all.filter((table) => !isVersionTable(table));
  const parts = tables.map((table) => `SELECT count(*)::text, NULL FROM ${quoteRelation(table)}`);
  if (tables.length < all.length) parts.push(`SELECT NULL, version_num FROM ${quoteIdentifier(versionTable)}`);
  const rows = parts.length === 0 ? [] : connection.execute(parts.join(" UNION ALL ")).rows;
  return {
    tables,
    rowCounts: Object.fromEntries(tables.map((table, place) => [tableKey(table), Number(rows[place]?.[0] ?? 0)])),
    heads: rows
      .slice(tables.length)
      .map((row) => row[1] ?? "")
      .sort(),
  };
}
