import type { Connection, QueryResult } from "../connection.ts";

/** One BEGIN: two of them are the same transaction when they are the same object. */
export type OpenTransaction = Readonly<Record<"begun", true>>;

/**
 * A connection that begins a transaction by itself before its first statement and again after every end of one.
 * Source: sqlalchemy.engine.Connection, "autobegin".
 */
export class AutobeginConnection implements Connection {
  readonly #connection: Connection;
  #open: OpenTransaction | null = null;
  #autocommit = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** What this connection began; one that somebody else began below it is not seen. */
  get openTransaction(): OpenTransaction | null {
    return this.#open;
  }

  get inTransaction(): boolean {
    return this.#open !== null || this.#connection.inTransaction;
  }

  execute(sql: string, parameters?: readonly (string | null)[]): QueryResult {
    this.begin();
    return this.#connection.execute(sql, parameters);
  }

  executeScript(sql: string): readonly QueryResult[] {
    this.begin();
    return this.#connection.executeScript(sql);
  }

  /** The open transaction, or a new one; null where there is none: in an autocommit block, or inside what was begun elsewhere. */
  begin(): OpenTransaction | null {
    if (this.#open === null && !this.#autocommit && !this.#connection.inTransaction) {
      this.#connection.execute("BEGIN");
      this.#open = { begun: true };
    }
    return this.#open;
  }

  /** @returns whether there was something to end */
  commit(): boolean {
    return this.#end("COMMIT");
  }

  /** @returns whether there was something to end */
  rollback(): boolean {
    return this.#end("ROLLBACK");
  }

  /** From here each statement stands for itself, or no longer does. */
  setAutocommit(autocommit: boolean): void {
    this.#autocommit = autocommit;
  }

  #end(command: "COMMIT" | "ROLLBACK"): boolean {
    if (this.#open === null) return false;
    this.#open = null;
    this.#connection.execute(command);
    return true;
  }
}
