import type { ReactNode } from "react";
import { statementsOf, type Recording } from "../../app/playback/recording.ts";
import type { Moment } from "../../app/playback/moment.ts";
import { useApp } from "../AppContext.ts";
import { useShownMoment } from "./useShownMoment.ts";

/** Which moment of which run the page shows. */
export function RunChip(): ReactNode {
  const { player } = useApp();
  const shown = useShownMoment();
  if (shown === null) return null;
  const { recording, moment } = shown;
  const failed = moment.kind === "failed" || moment.kind === "rolledBack";
  return (
    <span className="chip run-chip" data-status={failed ? "removed" : "now"}>
      {failed && <span aria-hidden="true">×</span>}
      <span className="run-chip-text">{momentText(recording, moment)}</span>
      <button
        type="button"
        className="chip-button"
        aria-label="Back to now"
        title="Back to now (0)"
        onClick={() => player.showNow()}
      >
        now
      </button>
    </span>
  );
}

function momentText(recording: Recording, moment: Moment): string {
  const step = recording.steps[moment.stepIndex];
  const id = step?.revision.slice(0, 8) ?? "";
  switch (moment.kind) {
    case "start":
      return "before the run";
    case "statement":
      return `${step?.direction ?? ""} ${id} · statement ${moment.statementIndex + 1} of ${statementsOf(recording, moment.stepIndex).length}`;
    case "stepFinished":
      return `${step?.direction ?? ""} ${id} · done`;
    case "failed":
      return `${step?.direction ?? ""} ${id} · failed`;
    case "rolledBack":
      return moment.title;
  }
}
