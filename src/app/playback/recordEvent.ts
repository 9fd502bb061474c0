import type { MigrationEvent } from "../../engine/runtime/migrationEvent.ts";
import type { Moment } from "./moment.ts";
import { momentTitle } from "./momentTitle.ts";

/**
 * The moments with what an event adds to them. A run without steps adds nothing; the statement that writes the version table belongs to
 * the end of its step; a failed step that ended by a failed statement is one moment.
 */
export function recordEvent(moments: readonly Moment[], event: MigrationEvent): readonly Moment[] {
  if (event.kind === "runStarted") return event.steps.length === 0 ? [] : [startMoment(event.state)];
  const last = moments.at(-1);
  if (last === undefined) return moments;
  switch (event.kind) {
    case "stepStarted":
      return moments.length === 1 ? [{ ...last, step: event.step, stepIndex: -1 }] : moments;
    default:
      return moments;
  }
}

function startMoment(state: Moment["state"]): Moment {
  return {
    kind: "start",
    title: "",
    revision: null,
    step: null,
    stepIndex: -1,
    statementIndex: -1,
    sql: null,
    location: null,
    state,
    heads: state.heads,
    since: 0,
  };
}
void momentTitle;
