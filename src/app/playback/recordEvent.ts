import { assertNever } from "../../engine/assertNever.ts";
import type { DatabaseState, MigrationEvent } from "../../engine/runtime/migrationEvent.ts";
import type { Moment } from "./moment.ts";
import { momentTitle } from "./momentTitle.ts";
import { statementsOf, type Recording } from "./recording.ts";

/**
 * The recording with what an event adds to it. A run without steps records nothing; statements on the version table belong to
 * the end of their step; a step that failed by a failed statement is one moment.
 */
export function recordEvent(recording: Recording | null, event: MigrationEvent): Recording | null {
  if (event.kind === "runStarted") {
    const { command, steps, state } = event;
    if (steps.length === 0) return null;
    return {
      command,
      steps,
      moments: [{ ...nothing, kind: "start", title: "before the run", state }],
      versionSql: null,
      transactions: 0,
      committed: 0,
    };
  }
  if (recording === null) return null;
  const last = recording.moments.at(-1) ?? recording.moments[0];
  const add = (moment: Omit<Moment, "transaction">): Recording => ({
    ...recording,
    moments: [...recording.moments, { ...moment, transaction: recording.transactions }],
  });
  const ended = (before: Recording): Recording => ({ ...before, transactions: before.transactions + 1 });
  switch (event.kind) {
    case "statementExecuted": {
      const { sql, operation, location, state, stateRead, observation, duration, rowCount, notices } = event;
      if (operation === null) return { ...recording, versionSql: sql };
      const stepIndex = stepOf(event);
      const title = momentTitle(operation, sql, rowCount);
      const statementIndex = statementsOf(recording, stepIndex).length;
      return add({
        kind: "statement",
        title,
        stepIndex,
        statementIndex,
        sql,
        operation,
        location,
        duration,
        rowCount,
        notices,
        state,
        stateRead,
        observation,
      });
    }
    case "statementFailed": {
      const { sql, operation, location, error } = event;
      const stepIndex = stepOf(event);
      return add({
        ...nothing,
        kind: "failed",
        title: momentTitle(operation, sql, null),
        stepIndex,
        statementIndex: statementsOf(recording, stepIndex).length,
        sql,
        operation,
        location,
        state: last.state,
        error: { message: error.message, database: error },
      });
    }
    case "stepFailed": {
      const { index, message, location } = event;
      if (last.kind === "failed") return recording;
      return add({
        ...nothing,
        kind: "failed",
        title: message,
        stepIndex: index,
        statementIndex: statementsOf(recording, index).length,
        location,
        state: last.state,
        error: { message },
      });
    }
    case "stepFinished": {
      const step = recording.steps[event.index];
      return add({
        ...nothing,
        kind: "stepFinished",
        title: step === undefined ? "" : `${step.direction} ${step.revision} done`,
        stepIndex: event.index,
        sql: recording.versionSql,
        state: event.state,
        stateRead: event.stateRead,
      });
    }
    case "transactionRolledBack":
      return ended(
        last.kind === "failed" || hasUncommitted(recording)
          ? add({
              ...nothing,
              kind: "rolledBack",
              title: rollbackTitle(recording, event.state),
              stepIndex: last.stepIndex,
              sql: "ROLLBACK",
              state: event.state,
            })
          : recording,
      );
    case "transactionCommitted":
      return { ...ended(recording), committed: recording.moments.length };
    case "stepStarted":
    case "runFinished":
      return recording;
    default:
      return assertNever(event);
  }
}

/** What env itself runs before the first step is shown as its beginning. */
function stepOf({ stepIndex }: { readonly stepIndex: number }): number {
  return Math.max(0, stepIndex);
}

/** Whether something that was shown lies in the open transaction. */
function hasUncommitted({ moments, transactions }: Recording): boolean {
  return moments.some(
    ({ kind, transaction }) => transaction === transactions && (kind === "statement" || kind === "stepFinished"),
  );
}

/** @param state what the database holds afterwards */
function rollbackTitle({ moments, committed, steps }: Recording, state: DatabaseState): string {
  const what = moments.at(-1)?.kind === "failed" ? "rolled back" : "rolled back, as nothing committed it";
  if (committed <= 1 && isSame(moments[0].state, state)) return `${what}: nothing has changed`;
  const stay = moments.slice(0, committed).filter(({ kind }) => kind === "stepFinished").length;
  if (stay === 0) return `${what}, to the last commit`;
  return `${what}, to the last commit: ${stay} of ${steps.length} steps ${stay === 1 ? "stays" : "stay"}`;
}

function isSame(before: DatabaseState, after: DatabaseState): boolean {
  const text = ({ tables, rowCounts, heads }: DatabaseState): string => JSON.stringify([tables, rowCounts, heads]);
  return text(before) === text(after);
}

const nothing: Omit<Moment, "kind" | "title" | "state"> = {
  stepIndex: -1,
  statementIndex: -1,
  sql: null,
  operation: null,
  location: null,
  duration: null,
  rowCount: null,
  notices: [],
  stateRead: true,
  observation: null,
  transaction: 0,
};
