import { useMemo, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Moment } from "../../app/playback/moment.ts";
import type { Recording } from "../../app/playback/recording.ts";
import { useApp } from "../AppContext.ts";
import { Xray } from "../xray/Xray.tsx";
import { reveal } from "../layout/reveal.ts";
import { SqlText } from "./SqlText.tsx";
import "./run.css";

type Progress = "done" | "current" | "ahead";

/** The steps of a run with their statements; the one that the page shows is open. Choosing one shows that moment. */
export function RunList({ recording }: { readonly recording: Recording | null }): ReactNode {
  return recording === null ? (
    <p className="empty">
      Each statement of a migration appears here as PostgreSQL runs it: its SQL, how long it took, and what it changed.
    </p>
  ) : (
    <RecordedRun recording={recording} />
  );
}

function RecordedRun({ recording }: { readonly recording: Recording }): ReactNode {
  const { player } = useApp();
  const position = useStore(player.store, (state) =>
    state.mode === "now" ? (state.recording?.moments.length ?? 0) - 1 : state.position,
  );
  const isNow = useStore(player.store, (state) => state.mode === "now");
  const momentsOf = useMemo(() => momentsByStep(recording), [recording]);
  const shownStep = recording.moments[position]?.stepIndex ?? -1;
  const progress = (index: number): Progress =>
    !isNow && index === position ? "current" : index <= position ? "done" : "ahead";
  return (
    <div className="run-list">
      <p className="run-command">
        <span className="prompt" aria-hidden="true">
          ${" "}
        </span>
        alembic {recording.command}
      </p>
      <CoarseGrain recording={recording} />
      <ol>
        {recording.steps.map((step, stepIndex) => {
          const moments = momentsOf.get(stepIndex) ?? [];
          const last = moments.at(-1);
          const state =
            last === undefined || last.index > position ? (stepIndex === shownStep ? "current" : "ahead") : "done";
          const failed = moments.some(({ moment }) => moment.kind === "failed");
          return (
            <li key={`${step.revision}${stepIndex}`} className={`run-step ${state}`}>
              <p className="run-step-title">
                <Sign state={state} failed={failed && state === "done"} />
                {step.direction} <strong>{step.doc || step.revision}</strong>
                <span className="run-id">{step.revision.slice(0, 12)}</span>
                {moments.length === 0 && <span className="faint">not reached</span>}
              </p>
              <ol>
                {moments.map(({ moment, index }) => (
                  <li
                    key={index}
                    ref={progress(index) === "current" ? reveal : null}
                    className={`run-moment ${progress(index)}${moment.kind === "failed" ? " failed" : ""}`}
                  >
                    <button type="button" className="run-choice" onClick={() => player.seek(index, 320)}>
                      <Sign state={progress(index)} failed={moment.kind === "failed"} />
                      <span className="run-title">{titleOf(moment)}</span>
                      {moment.duration !== null && (
                        <span className="run-duration">{moment.duration.toFixed(1)} ms</span>
                      )}
                    </button>
                    {progress(index) === "current" && moment.sql !== null && (
                      <MomentDetails recording={recording} moment={moment} />
                    )}
                  </li>
                ))}
              </ol>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

interface PlacedMoment {
  readonly moment: Moment;
  /** Among all moments of the run. */
  readonly index: number;
}

function momentsByStep({ moments }: Recording): ReadonlyMap<number, readonly PlacedMoment[]> {
  const byStep = new Map<number, PlacedMoment[]>();
  for (const [index, moment] of moments.entries()) {
    const ofStep = byStep.get(moment.stepIndex) ?? [];
    byStep.set(moment.stepIndex, ofStep);
    ofStep.push({ moment, index });
  }
  return byStep;
}

/** Says where the pictures of a long run are fewer than its statements. */
function CoarseGrain({ recording }: { readonly recording: Recording }): ReactNode {
  const statements = recording.moments.filter(({ kind }) => kind === "statement");
  const read = statements.filter(({ stateRead }) => stateRead).length;
  if (read === statements.length) return null;
  return (
    <p className="dim run-grain" role="note">
      The database was read after {read} of {statements.length} statements and at the end: after every one, reading
      would have taken longer than the run itself. Other moments show the last one that was read.
    </p>
  );
}

function titleOf(moment: Moment): string {
  switch (moment.kind) {
    case "stepFinished":
      return "write alembic_version";
    case "rolledBack":
      return "ROLLBACK: everything is as before the run";
    default:
      return moment.title;
  }
}

function Sign({ state, failed }: { readonly state: Progress; readonly failed: boolean }): ReactNode {
  const sign = failed ? "×" : state === "done" ? "✓" : state === "current" ? "▸" : "○";
  return (
    <span className={`run-sign ${failed ? "failed" : state}`} aria-hidden="true">
      {sign}
    </span>
  );
}

function MomentDetails(props: { readonly recording: Recording; readonly moment: Moment }): ReactNode {
  const { recording, moment } = props;
  const { workspace } = useApp();
  const { sql, rowCount, location, error } = moment;
  return (
    <div className="run-details">
      {sql !== null && (
        <pre>
          <SqlText sql={sql} />
        </pre>
      )}
      {error !== undefined && (
        <div className="run-error">
          <p>
            × {error.message}
            {error.database !== undefined && <span className="code"> {error.database.code}</span>}
          </p>
          {error.database?.detail !== undefined && <p>{error.database.detail}</p>}
          {error.database?.hint !== undefined && <p>Hint: {error.database.hint}</p>}
        </div>
      )}
      <p className="dim run-facts">
        {rowCount !== null && rowCount > 0 && <span>{rowCount === 1 ? "1 row" : `${rowCount} rows`}</span>}
        {location !== null && (
          <button
            type="button"
            className="link-button"
            onClick={() => workspace.getState().open(location.path, location)}
          >
            {location.path.split("/").at(-1)}:{location.line}
          </button>
        )}
      </p>
      <Xray recording={recording} moment={moment} />
    </div>
  );
}
