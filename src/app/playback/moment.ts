import type { DatabaseErrorFields, SourceLocation } from "../../engine/errors.ts";
import type { Notice } from "../../engine/connection.ts";
import type { Operation } from "../../engine/operations/operation.ts";
import type { DatabaseState } from "../../engine/runtime/migrationEvent.ts";
import type { StatementObservation } from "../../engine/runtime/statementObservation.ts";

/**
 * How a moment came about: `start` is the database before the run, `statement` a statement of a migration, `stepFinished`
 * the version table written, `failed` a statement or a step that failed, `rolledBack` what PostgreSQL put back.
 */
export type MomentKind = "start" | "statement" | "stepFinished" | "failed" | "rolledBack";

/** One thing that happened in a run, with the database after it. */
export interface Moment {
  readonly kind: MomentKind;
  /** "add column users.email" */
  readonly title: string;
  /** Which of the run's steps, from 0; -1 before the first. */
  readonly stepIndex: number;
  /** Place among the step's statements, from 0; -1 where the moment is none. */
  readonly statementIndex: number;
  readonly sql: string | null;
  readonly operation: Operation | null;
  readonly location: SourceLocation | null;
  /** Milliseconds that PostgreSQL needed; null where the moment is no statement. */
  readonly duration: number | null;
  readonly rowCount: number | null;
  readonly notices: readonly Notice[];
  readonly state: DatabaseState;
  /** False: it would have cost too much to read; `state` is that of the last moment that was read. */
  readonly stateRead: boolean;
  /** null where the moment is no statement, or nothing was observed. */
  readonly observation: StatementObservation | null;
  /** Which of the run's transactions, from 0. */
  readonly transaction: number;
  readonly error?: { readonly message: string; readonly database?: DatabaseErrorFields };
}
