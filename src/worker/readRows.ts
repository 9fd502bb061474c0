import type { Connection } from "../engine/connection.ts";
import type { RowsAsSql } from "./messages.ts";

const mostRows = 2000;
const longestSql = 300_000;

/**
 * Reads all rows but those of the version table. The SQL replaces whatever rows are there, without firing triggers or asking
 * foreign keys for an order, and sets the sequences.
 */
export function readRows(connection: Connection, versionTable = "alembic_version"): RowsAsSql {
  const tables = connection.execute(
    `SELECT c.oid::regclass::text,
            string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
            string_agg(format('quote_nullable(%I::text)', a.attname), ', ' ORDER BY a.attnum),
            bool_or(a.attidentity = 'a')
       FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema)' AND NOT c.relispartition AND c.relname <> $1
      GROUP BY c.oid
      ORDER BY 1`,
    [versionTable],
  ).rows;
  const names = tables.map(([name]) => name ?? "");
  if (names.length === 0) return { sql: "", rowCount: 0, complete: true };
  const statements = [`TRUNCATE ${names.join(", ")} RESTART IDENTITY CASCADE`];
  let rowCount = 0;
  let complete = true;
  for (const [name, columns, values, always] of tables) {
    const { rows } = connection.execute(
      `SELECT concat_ws(', ', ${values ?? ""}) FROM ${name ?? ""} LIMIT ${mostRows + 1 - rowCount}`,
    );
    if (rows.length === 0) continue;
    rowCount += rows.length;
    if (rowCount > mostRows) complete = false;
    const overriding = always === "t" ? " OVERRIDING SYSTEM VALUE" : "";
    statements.push(
      `INSERT INTO ${name ?? ""} (${columns ?? ""})${overriding} VALUES\n${rows.map(([row]) => `(${row ?? ""})`).join(",\n")}`,
    );
  }
  const sequences = connection.execute(
    "SELECT format('SELECT setval(%L, %s, true)', s.schemaname || '.' || quote_ident(s.sequencename), s.last_value) FROM pg_sequences s WHERE s.last_value IS NOT NULL ORDER BY 1",
  ).rows;
  statements.push(...sequences.map(([statement]) => statement ?? ""));
  const sql = ["SET session_replication_role = replica", ...statements, "RESET session_replication_role"].join(";\n");
  return rowCount === 0
    ? { sql: "", rowCount: 0, complete: true }
    : { sql: `${sql};\n`, rowCount, complete: complete && sql.length <= longestSql };
}
