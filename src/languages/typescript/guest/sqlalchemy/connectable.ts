import type { QueryResult } from "../../../../engine/connection.ts";
import { callHost, currentStack } from "../host.ts";
import { TextClause } from "./expression.ts";
import { literalValues, type SqlValue } from "./literalValue.ts";
import { compileExecutable, isExecutable } from "./sql/compileExecutable.ts";
import type { Executable } from "./sql/select.ts";

/** A row of an answer: by position, and by name in `asDict`. */
export type Row = readonly unknown[];

/** The answer to a statement, all of it. */
export class CursorResult {
  readonly rowcount: number;
  readonly #names: readonly string[];
  readonly #rows: readonly Row[];
  #next = 0;

  constructor(result: QueryResult) {
    this.rowcount = result.rowCount;
    this.#names = result.columns.map((column) => column.name);
    this.#rows = result.rows.map((row) =>
      row.map((value, index) => decode(value, result.columns[index]?.typeOid ?? 0)),
    );
  }
  keys(): readonly string[] {
    return this.#names;
  }
  /** The rows that have not been read yet. */
  fetchall(): readonly Row[] {
    const rows = this.#rows.slice(this.#next);
    this.#next = this.#rows.length;
    return rows;
  }
  all(): readonly Row[] {
    return this.fetchall();
  }
  fetchone(): Row | null {
    return this.#rows[this.#next++] ?? null;
  }
  first(): Row | null {
    return this.#rows[0] ?? null;
  }
  /** The first value of the first row. */
  scalar(): unknown {
    return this.#rows[0]?.[0] ?? null;
  }
  /** The first value of every row. */
  scalars(): readonly unknown[] {
    return this.#rows.map((row) => row[0]);
  }
  /** The rows as objects by column name. */
  mappings(): readonly Readonly<Record<string, unknown>>[] {
    return this.#rows.map((row) => Object.fromEntries(this.#names.map((name, index) => [name, row[index]])));
  }
  [Symbol.iterator](): Iterator<Row> {
    return this.fetchall()[Symbol.iterator]();
  }
}

const boolOid = 16;
const numberOids = new Set([20, 21, 23, 26, 700, 701]);

function decode(value: string | null, typeOid: number): unknown {
  if (value === null) return null;
  if (typeOid === boolOid) return value === "t";
  return numberOids.has(typeOid) ? Number(value) : value;
}

/** The connection that the migration runs on. */
export class Connection {
  /**
   * Runs a statement at once and returns its rows.
   * @example op.getBind().execute(text("SELECT id FROM posts WHERE title = :title"), { title: "x" }).fetchall()
   */
  execute(
    statement: string | TextClause | Executable,
    parameters: Readonly<Record<string, SqlValue>> = {},
  ): CursorResult {
    if (isExecutable(statement)) {
      const sql = compileExecutable(statement, literalValues("execute", parameters));
      return new CursorResult(callHost<QueryResult>("execute", { sql, parameters: {}, stack: currentStack() }));
    }
    const { text, bindparams = {} } = (typeof statement === "string" ? new TextClause(statement) : statement).toJSON();
    const bound = { ...bindparams, ...literalValues("execute", parameters) };
    return new CursorResult(callHost<QueryResult>("execute", { sql: text, parameters: bound, stack: currentStack() }));
  }
  /** The first value of the first row. */
  scalar(statement: string | TextClause | Executable, parameters: Readonly<Record<string, SqlValue>> = {}): unknown {
    return this.execute(statement, parameters).scalar();
  }
}

/** What can be connected to: the in-browser PostgreSQL, by its URL. */
export class Engine {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
  /** Connects, runs `use` with the connection, and closes it. Without `use` it returns the connection. */
  connect(): Connection;
  connect<Result>(use: (connection: Connection) => Result): Result;
  connect<Result>(use?: (connection: Connection) => Result): Result | Connection {
    callHost("connect", { url: this.url });
    const connection = new Connection();
    return use === undefined ? connection : use(connection);
  }
}

/** An engine from a section of alembic.ini: the keys that begin with `prefix`. */
export function engineFromConfig(
  section: Readonly<Record<string, string>>,
  options: { prefix?: string; poolclass?: unknown } = {},
): Engine {
  const url = section[`${options.prefix ?? "sqlalchemy."}url`];
  if (url === undefined) {
    const error = new Error(`'${options.prefix ?? "sqlalchemy."}url'`);
    error.name = "KeyError";
    throw error;
  }
  return new Engine(url);
}

/** An engine from a URL, such as `postgresql://user:password@localhost/blog`. */
export function createEngine(url: string, _options: object = {}): Engine {
  return new Engine(url);
}

/** Connection pools; the in-browser database has one connection, so they are names only. */
export const pool: {
  readonly NullPool: "NullPool";
  readonly QueuePool: "QueuePool";
  readonly StaticPool: "StaticPool";
} = {
  NullPool: "NullPool",
  QueuePool: "QueuePool",
  StaticPool: "StaticPool",
};
