import type { Connection } from "../connection.ts";
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
  const parts = tables.map((table) => `SELECT count(*)::text, NULL FROM ${quotedName(table)}`);
  if (tables.length < all.length) parts.push(`SELECT NULL, version_num FROM ${quote(versionTable)}`);
  const rows = parts.length === 0 ? [] : connection.execute(parts.join(" UNION ALL ")).rows;
  return {
    tables,
    rowCounts: Object.fromEntries(tables.map((table, place) => [stateKey(table), Number(rows[place]?.[0] ?? 0)])),
    heads: rows
      .slice(tables.length)
      .map((row) => row[1] ?? "")
      .sort(),
  };
}

function stateKey(table: ReflectedTable): string {
  return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}

function quotedName(table: ReflectedTable): string {
  return table.schema === null ? quote(table.name) : `${quote(table.schema)}.${quote(table.name)}`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
