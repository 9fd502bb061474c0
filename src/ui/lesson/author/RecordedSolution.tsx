import type { ReactNode } from "react";
import { describeAction } from "../../../lessons/actions/describeAction.ts";
import type { Action } from "../../../lessons/format/action.ts";
import { useAuthor, useAuthorState } from "./useAuthor.ts";

/** The solution, recorded by doing it. */
export function RecordedSolution({ solution }: { readonly solution: readonly Action[] }): ReactNode {
  const session = useAuthor();
  const { recording, working } = useAuthorState();
  const shown = recording ?? solution;
  return (
    <div className={`recorded${recording === null ? "" : " running"}`}>
      <div className="markdown-head">
        <h3>Solution</h3>
        {recording === null ? (
          <button type="button" className="button" disabled={working !== null} onClick={() => session.record()}>
            <span aria-hidden="true" className="record-sign">
              ●
            </span>
            {solution.length === 0 ? "Record it by doing it" : "Record it again"}
          </button>
        ) : (
          <button type="button" className="button-primary" onClick={() => session.stopRecording()}>
            Stop recording
          </button>
        )}
      </div>
      {recording !== null && (
        <p className="dim" role="status">
          Recording: do the step as you want it done. Commands, SQL and what changes in the files are taken down.
        </p>
      )}
      {shown.length === 0 ? (
        <p className="dim">{recording === null ? "Nothing recorded." : "Nothing yet."}</p>
      ) : (
        <ol className="recorded-actions" aria-label="Recorded solution">
          {shown.map((action, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a solution may hold the same command twice
            <li key={index}>
              <span className="dim">{describeAction(action)[0]}</span> <code>{describeAction(action)[1]}</code>
              {recording === null && (
                <button
                  type="button"
                  className="icon-button small"
                  aria-label={`Leave out ${describeAction(action).join(" ")}`}
                  onClick={() => session.changeStep({ solution: solution.filter((_, place) => place !== index) })}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
