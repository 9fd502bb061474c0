import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useApp } from "../AppContext.ts";
import { Timeline } from "../timeline/Timeline.tsx";

/** The revisions from base to head and where the database stands among them. */
export function HistoryBand(): ReactNode {
  const app = useApp();
  const project = useStore(app.engine, (state) => state.project);
  const busy = useStore(app.engine, (state) => state.running !== null);
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready");
  return (
    <section className="history-band" aria-label="History">
      <Timeline
        revisions={project?.revisions ?? []}
        heads={project?.database.heads ?? []}
        ready={ready}
        busy={busy}
        onRun={(line) => void app.runLine(line)}
        onOpen={(path) => app.workspace.getState().open(path)}
      />
    </section>
  );
}
