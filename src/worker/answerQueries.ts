import type { Connection } from "../engine/connection.ts";
import { DatabaseError } from "../engine/errors.ts";
import type { QueryAnswer } from "./messages.ts";

/** Answers queries that must change nothing: each runs in a transaction of its own that may only read and is rolled back. */
export function answerQueries(connection: Connection, queries: readonly string[]): readonly QueryAnswer[] {
  return queries.map((sql) => answerQuery(connection, sql));
}

function answerQuery(connection: Connection, sql: string): QueryAnswer {
  connection.execute("BEGIN READ ONLY");
  try {
    const { rows } = connection.execute(sql);
    return { kind: "value", value: rows[0]?.[0] ?? null };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { kind: "error", message: error.message };
  } finally {
    if (connection.inTransaction) connection.execute("ROLLBACK");
  }
}
