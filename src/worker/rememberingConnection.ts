import type { Connection, QueryResult } from "../engine/connection.ts";

const catalogQuery = /^SELECT\b[\s\S]*\bFROM pg_/;
const mostAnswers = 100;
const changesNothing = /^\s*(SELECT|SHOW|BEGIN|COMMIT|ROLLBACK)\b/i;

/**
 * Asks PostgreSQL's catalogs each question once as long as nothing but questions is asked, since a comparison at every key press asks the same ones.
 * Whoever changes the database by another connection says so with `forget`.
 */
export class RememberingConnection implements Connection {
  readonly #connection: Connection;
  readonly #answers = new Map<string, QueryResult>();
  #changed = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Something was run here that is more than a question; until `forget`, nothing is remembered. */
  get changed(): boolean {
    return this.#changed;
  }

  get inTransaction(): boolean {
    return this.#connection.inTransaction;
  }

  forget(): void {
    this.#answers.clear();
    this.#changed = false;
  }

  execute(sql: string, parameters?: readonly (string | null)[]): QueryResult {
    if (!changesNothing.test(sql)) this.#changed = true;
    if (this.#changed || !catalogQuery.test(sql)) return this.#connection.execute(sql, parameters);
    const key = JSON.stringify([sql, parameters]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.#connection.execute(sql, parameters);
    if (this.#answers.size >= mostAnswers) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  executeScript(sql: string): readonly QueryResult[] {
    this.#changed = true;
    return this.#connection.executeScript(sql);
  }
}
