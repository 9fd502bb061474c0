import type { Connection } from "../../src/engine/connection.ts";

/**
 * Drops every table of the default schema, each in a transaction of its own: one for a thousand tables would hold more locks than there is room
 * for. What is left of them in the catalogs would slow the next measurement down, so it goes as well.
 */
export function dropTables(connection: Connection): void {
  const { rows } = connection.execute(
    "SELECT c.oid::regclass FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace",
  );
  for (const [table] of rows) connection.execute(`DROP TABLE ${table} CASCADE`);
  connection.execute("VACUUM");
}
