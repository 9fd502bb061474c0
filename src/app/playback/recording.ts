import type { PlannedStep } from "../../engine/runtime/migrationEvent.ts";
import type { Moment } from "./moment.ts";

/** Everything that one command did to the database, moment by moment; the first one is the database before it. */
export interface Recording {
  readonly command: string;
  readonly steps: readonly PlannedStep[];
  readonly moments: readonly [Moment, ...Moment[]];
  /** The last statement on the version table, which belongs to the end of its step. */
  readonly versionSql: string | null;
  /** How many transactions have ended. */
  readonly transactions: number;
  /** How many of the moments lie before the last commit. */
  readonly committed: number;
}

/** The place of every moment of a step among the statements of that step, from 0 (nothing ran) to 1 (the step is done). */
export function stepFraction(recording: Recording, position: number): number {
  const moment = recording.moments[position];
  if (moment === undefined) return 0;
  switch (moment.kind) {
    case "start":
    case "rolledBack":
      return 0;
    case "stepFinished":
      return 1;
    case "statement":
    case "failed":
      return (moment.statementIndex + 1) / (statementsOf(recording, moment.stepIndex).length + 1);
  }
}

/** The moments of a step that are statements, the failed one included. */
export function statementsOf(recording: Recording, stepIndex: number): readonly Moment[] {
  return recording.moments.filter(
    (moment) => moment.stepIndex === stepIndex && (moment.kind === "statement" || moment.kind === "failed"),
  );
}
