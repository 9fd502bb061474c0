import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { SqlAnswer } from "../../app/sqlStore.ts";
import type { SqlResult } from "../../worker/messages.ts";
import { useApp } from "../AppContext.ts";
import { errorPlace } from "./errorPlace.ts";
import { ResultGrid } from "./ResultGrid.tsx";
import "./data.css";

export function SqlPane(): ReactNode {
  const app = useApp();
  const { text, running, answer } = useStore(app.sql);
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready");
  const run = () => void app.runSql(text);
  return (
    <div className="sql-pane">
      <textarea
        aria-label="SQL"
        className="sql-text"
        spellCheck={false}
        value={text}
        onChange={(event) => app.sql.setState({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          run();
        }}
      />
      <div className="sql-actions">
        <button type="button" className="button" disabled={!ready || running || text.trim() === ""} onClick={run}>
          Run SQL <kbd>Ctrl Enter</kbd>
        </button>
        {running && (
          <button type="button" className="button" onClick={() => app.stop()}>
            Stop
          </button>
        )}
        <span role="status" className="dim">
          {running ? "Running…" : answer === null ? "" : summary(answer)}
        </span>
      </div>
      <div className="sql-answer">{answer !== null && <Answer answer={answer} />}</div>
    </div>
  );
}

function Answer({ answer }: { readonly answer: SqlAnswer }): ReactNode {
  const { results, error } = answer;
  const place = error === null ? null : errorPlace(error.sql, error.position);
  return (
    <>
      {results.map((result, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index}>
          {result.notices.map((notice) => (
            <p key={notice} className="dim notice">
              {notice}
            </p>
          ))}
          {result.columns.length > 0 ? (
            <ResultGrid result={result} label={`Result ${index + 1}`} />
          ) : (
            <p className="notice">{commandText(result)}</p>
          )}
        </div>
      ))}
      {error !== null && (
        <div className="sql-error" role="alert">
          <p>
            × {error.severity}: {error.message} <span className="code">{error.code}</span>
          </p>
          {place !== null && (
            <pre>{`LINE ${place.line}: ${place.text}\n${" ".repeat(`LINE ${place.line}: `.length)}${place.caret}`}</pre>
          )}
          {error.detail !== undefined && <p>Detail: {error.detail}</p>}
          {error.hint !== undefined && <p>Hint: {error.hint}</p>}
        </div>
      )}
    </>
  );
}

function commandText({ command, rowCount }: SqlResult): string {
  return /^(INSERT|UPDATE|DELETE|MERGE|COPY)/.test(command) ? `${command.split(" ")[0]} ${rowCount}` : command;
}

function summary({ results, error }: SqlAnswer): string {
  const duration = results.reduce((sum, result) => sum + result.duration, 0);
  const rows = results.reduce((sum, result) => sum + result.rows.length, 0);
  const time = `${duration < 10 ? duration.toFixed(1) : Math.round(duration)} ms`;
  return error === null ? `${rows} ${rows === 1 ? "row" : "rows"}, ${time}` : "Failed";
}
