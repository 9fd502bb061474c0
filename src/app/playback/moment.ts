import type { DatabaseErrorFields, SourceLocation } from "../../engine/errors.ts";
import type { DatabaseState, PlannedStep } from "../../engine/runtime/migrationEvent.ts";

/**
 * How a moment came about: `start` is the database before the run, `statement` a statement of a migration, `stepFinished` the version table
 * written, `failed` a statement or a step that failed, `rolledBack` what PostgreSQL put back.
 */
export type MomentKind = "start" | "statement" | "stepFinished" | "failed" | "rolledBack";

/** One thing that happened in a run, with the database after it. */
export interface Moment {
  readonly kind: MomentKind;
  /** "add column users.email" */
  readonly title: string;
  /** The step's revision; null before the first step and after a rollback. */
  readonly revision: string | null;
  readonly step: PlannedStep | null;
  /** From 0; -1 outside of a step. */
  readonly stepIndex: number;
  /** Place among the step's statements, from 0; -1 where the moment is none. */
  readonly statementIndex: number;
  readonly sql: string | null;
  readonly location: SourceLocation | null;
  readonly state: DatabaseState;
  readonly heads: readonly string[];
  /** The moment whose state shows what this one changed, as an index. */
  readonly since: number;
  readonly error?: { readonly message: string; readonly database?: DatabaseErrorFields };
}
