import type { Connection } from "../engine/connection.ts";
import { DatabaseError, type DatabaseErrorFields } from "../engine/errors.ts";
import { readDatabaseState } from "../engine/reflection/readDatabaseState.ts";
import type { DatabaseState } from "../engine/runtime/migrationEvent.ts";
import type { SqlResult } from "./messages.ts";

export interface SqlOutcome {
  readonly results: readonly SqlResult[];
  readonly error: (DatabaseErrorFields & { readonly sql: string }) | null;
  /** Something was written: also by what looks like reading, and before a mistake. */
  readonly changed: boolean;
  readonly database: DatabaseState;
}

const shownRows = 1000;

/**
 * Runs what was typed into the SQL console, one implicit transaction for the whole text as psql's `-c` does.
 * Results are cut to their first 1,000 rows; `rowCount` tells how many there were.
 */
export function runSql(connection: Connection, sql: string): SqlOutcome {
  const first = nextTransaction(connection);
  const outcome = runStatements(connection, sql);
  return { ...outcome, changed: hasWritten(connection, first), database: readDatabaseState(connection) };
}

/** The number of the next transaction that writes: PostgreSQL gives none to one that only reads. */
function nextTransaction(connection: Connection): string {
  return connection.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())").rows[0]?.[0] ?? "0";
}

/** Whether a transaction since that one has written something that stays. */
function hasWritten(connection: Connection, first: string): boolean {
  const { rows } = connection.execute(
    `SELECT EXISTS (
       SELECT FROM generate_series($1::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1) AS number
       WHERE pg_xact_status(number::text::xid8) = 'committed'
     )`,
    [first],
  );
  return rows[0]?.[0] === "t";
}

function runStatements(connection: Connection, sql: string): Pick<SqlOutcome, "results" | "error"> {
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
    };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { results: [], error: { ...error.fields, sql } };
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
