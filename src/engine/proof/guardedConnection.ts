import type { Connection, QueryResult } from "../connection.ts";
import { CommandError, DatabaseError } from "../errors.ts";

/** PostgreSQL's own refusals to do something inside of a transaction that could be rolled back. */
const untriable: Readonly<Record<string, string>> = {
  "25001": "it has to run outside of a transaction, and could not be taken back",
  "55P04": "a new enum value can be used only once it is committed",
};

/** Lets nothing end the transaction that the proof is made in, and keeps the reason why something was not tried. */
export class GuardedConnection implements Connection {
  readonly #connection: Connection;
  #refusal: string | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  /** The first reason since it was last asked for. */
  takeRefusal(): string | null {
    const refusal = this.#refusal;
    this.#refusal = null;
    return refusal;
  }

  refuse(reason: string): never {
    this.#refusal ??= reason;
    throw new CommandError(`Not tried: ${reason}.`);
  }

  execute(sql: string, parameters?: readonly (string | null)[]): QueryResult {
    return this.#guarded(sql, () => this.#connection.execute(sql, parameters));
  }

  executeScript(sql: string): readonly QueryResult[] {
    return this.#guarded(sql, () => this.#connection.executeScript(sql));
  }

  #guarded<Result>(sql: string, run: () => Result): Result {
    const ends = endOfTransaction(sql);
    if (ends !== null) this.refuse(`it runs ${ends} itself, and could not be taken back`);
    try {
      return run();
    } catch (error) {
      const reason = error instanceof DatabaseError ? untriable[error.fields.code] : undefined;
      if (reason !== undefined) this.#refusal ??= reason;
      throw error;
    }
  }
}

const noise =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\bBEGIN\s+ATOMIC\b/gi;

/** The statement in the text that would end or begin a transaction, or null. */
export function endOfTransaction(sql: string): string | null {
  for (const statement of sql.replace(noise, " ").split(";")) {
    const words = statement.trim().toUpperCase().split(/\s+/);
    const [first = "", second = ""] = words;
    if (["COMMIT", "END", "ABORT", "BEGIN", "START"].includes(first)) return first;
    if (first === "ROLLBACK" && !words.includes("TO")) return first;
    if (first === "PREPARE" && second === "TRANSACTION") return "PREPARE TRANSACTION";
  }
  return null;
}
