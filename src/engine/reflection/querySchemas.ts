import type { Connection } from "../connection.ts";

const sql = `SELECT nspname, nspname = current_schema() FROM pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY nspname`;

/** The schemas that are not PostgreSQL's own, and which of them is the default. */
export function querySchemas(connection: Connection): {
  readonly schemas: readonly string[];
  readonly defaultSchema: string;
} {
  const rows = connection.execute(sql).rows;
  return {
    schemas: rows.map(([name]) => name ?? ""),
    defaultSchema: rows.find(([, isDefault]) => isDefault === "t")?.[0] ?? "public",
  };
}
