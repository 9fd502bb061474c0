import { memo, useDeferredValue, useMemo, useState, type ReactNode } from "react";
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
  const current = useStore(player.store, (state) =>
    state.mode === "now" ? (state.recording?.moments.length ?? 0) - 1 : state.position,
  );
  // The pictures move first: rendering both in one frame would make it late.
  const position = useDeferredValue(current);
  const isNow = useStore(player.store, (state) => state.mode === "now");
  const momentsOf = useMemo(() => momentsByStep(recording), [recording]);
  const [extra, setExtra] = useState({ before: 0, after: 0 });
  const around = stepsAround(recording.moments[position]?.stepIndex ?? 0, recording.steps.length);
  const first = Math.max(0, around.first - extra.before);
  const end = Math.min(recording.steps.length, around.end + extra.after);
  return (
    <div className="run-list">
      <p className="run-command" ref={recording.moments[position]?.stepIndex === -1 ? reveal : null}>
        <span className="prompt" aria-hidden="true">
          ${" "}
        </span>
        alembic {recording.command}
      </p>
      <CoarseGrain recording={recording} />
      {first > 0 && (
        <MoreSteps count={first} where="before" onShow={() => setExtra({ ...extra, before: extra.before + more })} />
      )}
      <ol start={first + 1}>
        {recording.steps.slice(first, end).map((step, offset) => {
          const index = first + offset;
          const moments = momentsOf.get(index) ?? none;
          const within = moments.some((placed) => placed.index === position);
          const last = moments.at(-1);
          const reached = last !== undefined && last.index <= position;
          return (
            <RunStep
              key={`${step.revision}${index}`}
              recording={within ? recording : null}
              step={step}
              moments={moments}
              reached={reached}
              position={within ? position : null}
              isNow={within && isNow}
            />
          );
        })}
      </ol>
      {end < recording.steps.length && (
        <MoreSteps
          count={recording.steps.length - end}
          where="after"
          onShow={() => setExtra({ ...extra, after: extra.after + more })}
        />
      )}
    </div>
  );
}

/** The steps that a long run shows around one of them: the same ones for a while, so that the list rests. */
function stepsAround(step: number, length: number): { readonly first: number; readonly end: number } {
  if (length <= 3 * grain) return { first: 0, end: length };
  const first = Math.max(0, Math.min(length - 3 * grain, (Math.floor(step / grain) - 1) * grain));
  return { first, end: first + 3 * grain };
}

const grain = 20;
/** Steps that one press adds. */
const more = 100;

function MoreSteps(props: {
  readonly count: number;
  readonly where: "before" | "after";
  readonly onShow: () => void;
}): ReactNode {
  const { count, where, onShow } = props;
  return (
    <p className="run-more">
      <button type="button" className="link-button" onClick={onShow}>
        {Math.min(count, more)} of {count} steps {where === "before" ? "before these" : "after these"}
      </button>
    </p>
  );
}

interface RunStepProps {
  /** The run where it is in this step; else null, so that a run of hundreds of steps renders the one that it is in. */
  readonly recording: Recording | null;
  readonly step: Recording["steps"][number];
  readonly moments: readonly PlacedMoment[];
  /** Whether all of the step lies before the shown moment, or ends with it. */
  readonly reached: boolean;
  /** The shown moment where it is one of this step; else null. */
  readonly position: number | null;
  readonly isNow: boolean;
}

const RunStep = memo(function RunStep({ recording, step, moments, reached, position, isNow }: RunStepProps): ReactNode {
  const { player } = useApp();
  const state: Progress = reached ? "done" : position === null ? "ahead" : "current";
  const failed = reached && moments.some(({ moment }) => moment.kind === "failed");
  const progress = (index: number): Progress => {
    if (position === null) return reached ? "done" : "ahead";
    return !isNow && index === position ? "current" : index <= position ? "done" : "ahead";
  };
  return (
    <li className={`run-step ${state}`}>
      <p className="run-step-title">
        <Sign state={state} failed={failed} />
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
              {moment.duration !== null && <span className="run-duration">{moment.duration.toFixed(1)} ms</span>}
            </button>
            {progress(index) === "current" && recording !== null && moment.sql !== null && (
              <MomentDetails recording={recording} moment={moment} />
            )}
          </li>
        ))}
      </ol>
    </li>
  );
});

const none: readonly PlacedMoment[] = [];

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
