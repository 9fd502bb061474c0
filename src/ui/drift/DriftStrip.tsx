import { useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { quotedWord, revisionMessage } from "../../app/revisionMessage.ts";
import { useApp } from "../AppContext.ts";
import { WithCode } from "../text/WithCode.tsx";
import { DriftNarration } from "./DriftNarration.tsx";
import { changeSign, changeTone, changeWord } from "./changeTone.ts";
import "./drift.css";

/** How far the models are ahead of the database, and the button that writes the revision. */
export function DriftStrip(): ReactNode {
  const app = useApp();
  const drift = useStore(app.drift, (state) => state.drift);
  const stale = useStore(app.drift, (state) => state.stale);
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready");
  const running = useStore(app.engine, (state) => state.running !== null);
  const [message, setMessage] = useState<string | null>(null);
  const changes = drift?.changes ?? [];
  const generate = () => {
    void app.runLine(`alembic revision --autogenerate -m ${quotedWord(message ?? "")}`);
    setMessage(null);
  };

  if (message !== null) {
    return (
      <form
        className="drift"
        onSubmit={(event) => {
          event.preventDefault();
          generate();
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") setMessage(null);
        }}
      >
        <label className="drift-message">
          <span>Message</span>
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={message}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setMessage(event.target.value)}
          />
        </label>
        <button type="submit" className="button-primary" disabled={message.trim() === "" || running}>
          Write revision
        </button>
        <button type="button" className="quiet-button" onClick={() => setMessage(null)}>
          Cancel
        </button>
      </form>
    );
  }

  return (
    <section className="drift" aria-label="Models and database" aria-busy={stale}>
      <div className="drift-said">
        <DriftSaid />
      </div>
      <DriftNarration />
      {changes.length > 0 && (
        <button
          type="button"
          className="button"
          disabled={!ready || running}
          onClick={() => setMessage(revisionMessage(changes))}
        >
          Generate revision
        </button>
      )}
    </section>
  );
}

function DriftSaid(): ReactNode {
  const app = useApp();
  const drift = useStore(app.drift, (state) => state.drift);
  const waits = useStore(app.trust, ({ kind }) => kind === "waiting");
  if (waits) return <span className="dim">The models are compared with the database once their files may run.</span>;
  if (drift === null) return <span className="dim">Comparing models and database…</span>;
  const { changes, unavailable } = drift;
  if (unavailable !== null) {
    const place = unavailable.location;
    return (
      <>
        <span
          className={unavailable.severity === "info" ? "dim" : "drift-unavailable"}
          title={[unavailable.message, unavailable.hint].filter(Boolean).join("\n")}
        >
          {unavailable.severity === "error" && <span className="sign">× </span>}
          {unavailable.message.split("\n")[0]}
          {unavailable.hint !== undefined && (
            <span className="dim">
              {" "}
              <WithCode text={unavailable.hint} />
            </span>
          )}
        </span>
        {place !== undefined && (
          <button
            type="button"
            className="link-button"
            onClick={() => app.workspace.getState().open(place.path, place)}
          >
            {place.path.split("/").at(-1)}:{place.line}
          </button>
        )}
      </>
    );
  }
  const questions = drift.advice.filter(({ taken }) => !taken).length;
  const ask =
    questions === 0 ? null : (
      <button
        type="button"
        className="chip drift-questions"
        data-status="risk"
        onClick={() => app.settings.setState({ stageTab: "differences" })}
      >
        ! {questions === 1 ? "1 thing" : `${questions} things`} to look at
      </button>
    );
  if (changes.length === 0)
    return (
      <>
        <span>Models match the database</span>
        {ask}
      </>
    );
  return (
    <>
      <strong>
        Models are {changes.length} {changes.length === 1 ? "change" : "changes"} ahead
      </strong>
      {ask}
      <span className="chips">
        {changes.slice(0, 6).map((change) => (
          <span
            key={`${change.sign}${change.title}`}
            className="chip"
            data-status={changeTone[change.sign]}
            title={change.title}
          >
            <span aria-hidden="true">{changeSign[change.sign]}</span>
            <span className="visually-hidden">{changeWord[change.sign]}</span> {change.subject}
          </span>
        ))}
        {changes.length > 6 && <span className="dim">and {changes.length - 6} more</span>}
      </span>
    </>
  );
}
