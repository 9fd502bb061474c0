import { useState, type ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import "./share.css";

/** Stands before a workspace that came by a link: what would run, and the button that lets it. Afterwards it offers to keep it. */
export function LinkGate(): ReactNode {
  const app = useApp();
  const trust = useStore(app.trust);
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready");
  const kept = useStore(app.keeper.kept);
  const [dismissed, setDismissed] = useState(false);
  if (trust.kind === "waiting") {
    const { heads, rows, play, files } = trust.shared;
    const commands = [...heads.map((head) => `alembic upgrade ${head}`), ...(play === undefined ? [] : [play])];
    const lines = rows?.split("\n").length ?? 0;
    const count = Object.keys(files).length;
    return (
      <section className="gate" aria-label="This workspace came by a link">
        <div className="gate-text">
          <p>
            <strong>This workspace came by a link, and nothing of it has run.</strong>{" "}
            {count === 0
              ? "Its files are those of the project it began from."
              : `Read its ${count === 1 ? "one file of its own" : `${count} files of its own`} as long as you like.`}{" "}
            When you run it:
          </p>
          <ul>
            <li>its files run in a sandbox that reaches nothing but the database in this tab</li>
            {commands.map((command) => (
              <li key={command}>
                <code>{command}</code>
              </li>
            ))}
            {rows !== undefined && <li>{lines} lines of SQL bring back its rows</li>}
          </ul>
        </div>
        <button type="button" className="button-primary" disabled={!ready} onClick={() => void app.runShared()}>
          Run it
        </button>
      </section>
    );
  }
  if (kept.kind !== "notKept" || app.library.kind === "memory" || !app.cameByLink || dismissed) return null;
  return (
    <section className="gate" aria-label="Keep this workspace">
      <p className="gate-text">This workspace is not kept: it ends with the tab.</p>
      <div className="gate-actions">
        <button type="button" className="button" onClick={() => void app.keeper.keep()}>
          Keep it in this browser
        </button>
        <button type="button" className="quiet-button" onClick={() => setDismissed(true)}>
          Not now
        </button>
      </div>
    </section>
  );
}
