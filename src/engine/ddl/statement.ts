import type { Operation } from "../operations/operation.ts";

/** One statement of a plan: its text and the operation that asked for it. */
export interface Statement {
  readonly sql: string;
  /** Values for `$1`, `$2`, ... in PostgreSQL's text format; absent when there are none. */
  readonly parameters?: readonly (string | null)[];
  readonly operation: Operation;
}
