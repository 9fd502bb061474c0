import { useMemo, type ReactNode } from "react";
import { useStore } from "zustand";
import { appliedRevisions } from "../../app/history/appliedRevisions.ts";
import type { RevisionSummary } from "../../worker/messages.ts";
import { projectLanguage } from "../../worker/projectLanguage.ts";
import { useApp } from "../AppContext.ts";
import { dropPath } from "./dropPath.ts";
import { HistoryPicture } from "./HistoryPicture.tsx";
import { LoadingList } from "./LoadingList.tsx";
import { PlaybackControls } from "./PlaybackControls.tsx";
import { RunAnnouncer } from "./RunAnnouncer.tsx";
import { RunChip } from "./RunChip.tsx";
import { useDowngradeLosses } from "../proof/useDowngradeLosses.ts";
import { useHistoryLayout } from "./useHistoryLayout.ts";
import { useShownHeads } from "./useShownMoment.ts";
import "./timeline.css";

/** The revisions from base to head, where the database stands among them, and what moves it. */
export function Timeline(): ReactNode {
  const app = useApp();
  const project = useStore(app.engine, (state) => state.project);
  const ready = useStore(app.engine, (state) => state.boot.kind === "ready");
  const busy = useStore(app.engine, (state) => state.running !== null);
  const heads = useShownHeads();
  const history = useHistoryLayout(project?.revisions ?? noRevisions);
  const applied = useMemo(() => appliedRevisions(project?.revisions ?? [], heads), [project?.revisions, heads]);
  const count = project?.revisions.length ?? 0;
  const lost = useDowngradeLosses(project?.database.heads ?? noHeads);
  const strangers = heads.filter((head) => history.layout.place(head) === undefined);
  return (
    <div className="timeline">
      <div className="timeline-head">
        <h2>History</h2>
        {project !== null && count > 0 && (
          <span className="dim">
            {applied.size} of {count} applied
          </span>
        )}
        {history.unfolded && (
          <button type="button" className="link-button" onClick={history.foldAgain}>
            Fold again
          </button>
        )}
        {strangers.length > 0 && (
          <span className="chip" data-status="removed">
            × the database is at {strangers.join(", ")}, which no file has
          </span>
        )}
        <RunChip />
        <span className="timeline-actions">
          <PlaybackControls />
          <button
            type="button"
            className="button"
            disabled={!ready || busy || applied.size === 0}
            title={["alembic downgrade -1", ...lost].join("\n")}
            onClick={() => void app.runLine("alembic downgrade -1")}
          >
            Downgrade −1
          </button>
          <button
            type="button"
            className="button-primary"
            disabled={!ready || busy || applied.size === count}
            title="alembic upgrade head"
            onClick={() => void app.runLine("alembic upgrade head")}
          >
            Upgrade to head
          </button>
        </span>
      </div>
      {project === null && <LoadingList />}
      {project !== null && count === 0 && <NoRevisions ready={ready && !busy} />}
      {project !== null && count > 0 && (
        <HistoryPicture history={history} revisions={project.revisions} applied={applied} />
      )}
      <RunAnnouncer />
    </div>
  );
}

const noRevisions: readonly RevisionSummary[] = [];
const noHeads: readonly string[] = [];

function NoRevisions({ ready }: { readonly ready: boolean }): ReactNode {
  const app = useApp();
  const python = useStore(app.workspace, (state) => projectLanguage(state.files) === "python");
  return (
    <div className="timeline-empty">
      <svg className="empty-tube" viewBox="0 0 220 40" width="220" height="40" aria-hidden="true">
        <rect x="8" y="14" width="204" height="14" rx="7" className="tube-glass" />
        <circle cx="15" cy="21" r="9" className="ring now" />
        <path transform="translate(15 18)" className="drop" d={dropPath} />
      </svg>
      <div>
        <p>
          <strong>No revisions yet.</strong> A revision is a file with one step of the database&rsquo;s history: how to
          take it, and how to take it back.
        </p>
        <p className="dim">
          Describe tables in <code>{python ? "models.py" : "models.ts"}</code> and press Generate revision, or write a
          revision by hand:
        </p>
      </div>
      <button
        type="button"
        className="button"
        disabled={!ready}
        onClick={() => void app.runLine('alembic revision -m "create posts table"')}
      >
        <code>alembic revision -m &quot;create posts table&quot;</code>
      </button>
    </div>
  );
}
