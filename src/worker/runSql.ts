import type { Connection } from "../engine/connection.ts";
import { DatabaseError, type DatabaseErrorFields } from "../engine/errors.ts";
import { readDatabaseState } from "../engine/reflection/readDatabaseState.ts";
import type { DatabaseState } from "../engine/runtime/migrationEvent.ts";
import type { SqlResult } from "./messages.ts";

export interface SqlOutcome {
  readonly results: readonly SqlResult[];
  readonly error: (DatabaseErrorFields & { readonly sql: string }) | null;
  readonly database: DatabaseState;
}

const shownRows = 1000;

/**
 * Runs what was typed into the SQL console, one implicit transaction for the whole text as psql's `-c` does.
 * Results are cut to their first 1,000 rows; `rowCount` tells how many there were.
 */
export function runSql(connection: Connection, sql: string): SqlOutcome {
  const start = performance.now();
  try {
    const answers = connection.executeScript(sql);
    const duration = performance.now() - start;
    const typeNames = readTypeNames(
      connection,
      answers.flatMap((answer) => answer.columns.map((column) => column.typeOid)),
    );
    return {
      results: answers.map((answer) => ({
        columns: answer.columns.map((column) => ({ name: column.name, type: typeNames.get(column.typeOid) ?? "" })),
        rows: answer.rows.slice(0, shownRows),
        command: answer.command,
        rowCount: answer.rowCount,
        notices: answer.notices.map((notice) => `${notice.severity}: ${notice.message}`),
        duration,
      })),
      error: null,
      database: readDatabaseState(connection),
    };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (connection.inTransaction) connection.execute("ROLLBACK");
    return { results: [], error: { ...error.fields, sql }, database: readDatabaseState(connection) };
  } finally {
    if (connection.inTransaction) connection.execute("ROLLBACK");
  }
}

function readTypeNames(connection: Connection, oids: readonly number[]): ReadonlyMap<number, string> {
  if (oids.length === 0 || connection.inTransaction) return new Map();
  const wanted = [...new Set(oids)].join(", ");
  const { rows } = connection.execute(`SELECT oid, format_type(oid, NULL) FROM pg_type WHERE oid IN (${wanted})`);
  return new Map(rows.map(([oid, name]) => [Number(oid), name ?? ""]));
}
