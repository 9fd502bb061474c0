import type { Connection } from "../connection.ts";

/**
 * Sequences do not roll back what they gave out. Each gets a new file with the same numbers in it, which PostgreSQL throws away with the
 * transaction: the old one stays as it was. Source: PostgreSQL documentation, "ALTER SEQUENCE".
 */
export function holdSequences(connection: Connection): void {
  const { rows } = connection.execute(
    "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND c.oid >= 16384 AND n.nspname !~ '^pg_'",
  );
  for (const [name] of rows) {
    if (name === null || name === undefined) continue;
    const [state] = connection.execute(`SELECT last_value, is_called FROM ${name}`).rows;
    connection.execute(`ALTER SEQUENCE ${name} RESTART`);
    connection.execute(`SELECT setval('${name.replaceAll("'", "''")}', ${state?.[0] ?? "1"}, ${state?.[1] === "t"})`);
  }
}
