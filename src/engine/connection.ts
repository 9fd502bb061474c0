/** The port to a database. Synchronous: the answer is there when `execute` returns. */
export interface Connection {
  /**
   * Runs one statement. Parameters are bound as `$1`, `$2`, ... in PostgreSQL's text format; null is NULL.
   * @throws DatabaseError with PostgreSQL's fields
   */
  execute(sql: string, parameters?: readonly (string | null)[]): QueryResult;
  /** Runs several statements of one text with the simple protocol; one result a statement. */
  executeScript(sql: string): readonly QueryResult[];
  readonly inTransaction: boolean;
}

export interface ResultColumn {
  readonly name: string;
  readonly typeOid: number;
}

export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  /** Values in PostgreSQL's text format. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The command tag, such as `ALTER TABLE` or `INSERT 0 1`. */
  readonly command: string;
  readonly rowCount: number;
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}
