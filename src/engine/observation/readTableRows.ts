import { quoteIdentifier, quoteRelation } from "../quoteIdentifier.ts";
import type { Connection } from "../connection.ts";
import { DatabaseError } from "../errors.ts";
import type { TableRows } from "../runtime/migrationEvent.ts";
import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import { rowsReadSql, type RelationActivity } from "./queryActivity.ts";

/** Rows of a table that are kept of each moment. */
export const keptRows = 30;
/** Characters of a value that are kept; of a longer one its length is told as well. */
export const longestValue = 120;

export interface ReadRows {
  readonly count: number;
  readonly rows: TableRows;
}

export interface RowReading {
  readonly tables: ReadonlyMap<ReflectedTable, ReadRows>;
  /** What the counters say now that this moved, by oid of the relations that were asked for. */
  readonly counters: ReadonlyMap<string, ReadCounters>;
}

export type ReadCounters = Pick<RelationActivity, "rowsRead" | "scans">;

/**
 * Counts the rows of each table and reads its first ones, in one exchange. What that locks it lets go again: the transaction holds no more than before.
 * @param counted oids of the relations whose counters this moves
 * @returns null when PostgreSQL refused, which changes nothing either
 */
export function readTableRows(
  connection: Connection,
  tables: readonly ReflectedTable[],
  counted: readonly string[] = [],
): RowReading | null {
  if (tables.length === 0) return { tables: new Map(), counters: new Map() };
  const statements = tables.flatMap((table) => [`SELECT count(*) FROM ${quoteRelation(table)}`, firstRows(table)]);
  statements.push(
    `SELECT c.oid, ${rowsReadSql("c.oid", "c.relkind IN ('i', 'I')")}, pg_stat_get_xact_numscans(c.oid) FROM pg_class c WHERE c.oid = ANY('{${counted.join(",")}}'::oid[])`,
  );
  const results = readUnlocked(connection, statements.join(";\n"));
  if (results === null) return null;
  const read = tables.map((table, place): readonly [ReflectedTable, ReadRows] => {
    const key = keyPositions(table);
    const columns = table.columns.map(({ name }) => name);
    const count = Number(results[2 * place]?.rows[0]?.[0] ?? 0);
    return [table, { count, rows: { columns, key, rows: results[2 * place + 1]?.rows ?? [] } }];
  });
  const counters = results[2 * tables.length]?.rows ?? [];
  return {
    tables: new Map(read),
    counters: new Map(
      counters.map(([oid, rowsRead, scans]) => [oid ?? "", { rowsRead: Number(rowsRead), scans: Number(scans) }]),
    ),
  };
}

/** Runs SELECTs and gives their locks back. @returns null when PostgreSQL refused, which changes nothing either */
export function readUnlocked(connection: Connection, sql: string): ReturnType<Connection["executeScript"]> | null {
  const { begin, end } = bracketOf(connection);
  try {
    return connection.executeScript([...begin, sql, end].join(";\n")).slice(begin.length);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    connection.executeScript(end);
    return null;
  }
}

/**
 * Does what only reads, and gives its locks back. It may read everything, whoever the migration has become with SET ROLE; names are found as
 * before, as another user's search path may name another schema.
 */
export function unlocked<Result>(connection: Connection, read: () => Result): Result {
  const { begin, end } = bracketOf(connection);
  connection.executeScript(begin.join(";\n"));
  try {
    return read();
  } finally {
    connection.executeScript(end);
  }
}

const asOwner = [
  "SELECT set_config('search_path', (SELECT coalesce(string_agg(quote_ident(s), ', '), '') FROM unnest(current_schemas(false)) s), true)",
  "SET LOCAL SESSION AUTHORIZATION DEFAULT",
];
const savepoint = "stillroom_reading";
const inside = {
  begin: [`SAVEPOINT ${savepoint}`, ...asOwner],
  end: `ROLLBACK TO SAVEPOINT ${savepoint};\nRELEASE SAVEPOINT ${savepoint}`,
};
const outside = { begin: ["BEGIN", ...asOwner], end: "ROLLBACK" };

function bracketOf(connection: Connection): typeof inside {
  // Whether a transaction is open is known after a statement: the first one may begin it.
  if (!connection.inTransaction) connection.execute("SELECT 1");
  return connection.inTransaction ? inside : outside;
}

function firstRows(table: ReflectedTable): string {
  const values = table.columns.map(({ name }) => cut(`${quoteIdentifier(name)}::text`));
  // Without the table's name the texts themselves would be put in order.
  const order = keyPositions(table).map((position) => `kept.${quoteIdentifier(table.columns[position]?.name ?? "")}`);
  const ordered = order.length === 0 ? "" : ` ORDER BY ${order.join(", ")}`;
  return `SELECT ${values.join(", ")} FROM ${quoteRelation(table)} AS kept${ordered} LIMIT ${keptRows}`;
}

function cut(text: string): string {
  return `CASE WHEN length(${text}) > ${longestValue} THEN left(${text}, ${longestValue}) || '… (' || length(${text}) || ' characters)' ELSE ${text} END`;
}

/** Positions of the columns of the primary key. */
export function keyPositions({ columns, constraints }: ReflectedTable): readonly number[] {
  const primary = constraints.find((constraint) => constraint.kind === "primaryKey");
  if (primary?.kind !== "primaryKey") return [];
  return primary.columns.map((name) => columns.findIndex((column) => column.name === name)).filter((at) => at >= 0);
}
