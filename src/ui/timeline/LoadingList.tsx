import { useEffect, useState, type ReactNode } from "react";
import { useStore } from "zustand";
import type { EngineBoot } from "../../app/engineStore.ts";
import { filePaths } from "../../workspace/projectFiles.ts";
import { useApp } from "../AppContext.ts";
import { pythonText } from "../header/DatabaseStatus.tsx";
import { download } from "../start/download.ts";

/** What is there already and what is still on its way. */
export function LoadingList(): ReactNode {
  const app = useApp();
  const boot = useStore(app.engine, (state) => state.boot);
  const python = useStore(app.engine, (state) => state.python);
  const files = useStore(app.workspace, (state) => filePaths(state.files).length);
  const editor = useEditorLoaded();
  return (
    <ul className="loading-list" aria-label="What is loading">
      <LoadingItem done text={`The project: ${files} files`} />
      <LoadingItem done={editor} text={editor ? "The editor" : "The editor is loading; the code can be read"} />
      <LoadingItem done={boot.kind === "ready"} failed={boot.kind === "failed"} text={bootText(boot)} />
      {python !== null && <LoadingItem done={python.stage === "ready"} text={pythonText(python)} />}
      {boot.kind === "failed" && boot.restoring && <Recovery />}
    </ul>
  );
}

/** The saved database is kept until the reader decides. */
function Recovery(): ReactNode {
  const app = useApp();
  const database = app.keeper.record.database;
  return (
    <li className="loading-item">
      <button type="button" className="button" onClick={() => void app.rebuildDatabase()}>
        Rebuild it by running the revisions
      </button>
      {database !== null && (
        <button type="button" className="button" onClick={() => download("database.delta.gz", database.delta)}>
          Save the stored database as a file
        </button>
      )}
    </li>
  );
}

function LoadingItem(props: { readonly done: boolean; readonly failed?: boolean; readonly text: string }): ReactNode {
  const state = props.failed === true ? "failed" : props.done ? "done" : "waiting";
  return (
    <li className={`loading-item ${state}`}>
      <span aria-hidden="true" className="loading-sign">
        {state === "done" ? "✓" : state === "failed" ? "×" : "○"}
      </span>
      {props.text}
    </li>
  );
}

function bootText(boot: EngineBoot): string {
  switch (boot.kind) {
    case "ready":
      return "PostgreSQL answers; reading the revisions";
    case "failed":
      return boot.restoring
        ? `The saved database could not be opened (${boot.message}). Your files are here; rows that were typed by hand are only in the saved database.`
        : `PostgreSQL could not start: ${boot.message}. Reload the page to try again; your files are kept.`;
    case "loading":
      return boot.stage === "downloading" && (boot.totalBytes === 0 || boot.loadedBytes < boot.totalBytes)
        ? `PostgreSQL is on its way: ${megabytes(boot)}`
        : "PostgreSQL is starting";
  }
}

function megabytes({ loadedBytes, totalBytes }: { readonly loadedBytes: number; readonly totalBytes: number }): string {
  if (totalBytes === 0) return "asked for";
  return `${(loadedBytes / 1e6).toFixed(1)} of ${(totalBytes / 1e6).toFixed(1)} MB`;
}

/** Whether the code editor takes keys. */
function useEditorLoaded(): boolean {
  const [loaded, setLoaded] = useState(() => performance.getEntriesByName("stillroom:interactive").length > 0);
  useEffect(() => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName("stillroom:interactive").length > 0) setLoaded(true);
    });
    observer.observe({ type: "mark", buffered: true });
    return () => observer.disconnect();
  }, []);
  return loaded;
}
