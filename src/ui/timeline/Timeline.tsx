import type { ReactNode } from "react";
import type { RevisionSummary } from "../../worker/messages.ts";

export interface TimelineProps {
  readonly revisions: readonly RevisionSummary[];
  /** Where the database stands. */
  readonly heads: readonly string[];
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onRun: (line: string) => void;
  readonly onOpen: (path: string) => void;
}

export function Timeline({ revisions, heads, ready, busy, onRun, onOpen }: TimelineProps): ReactNode {
  return (
    <div style={{ minHeight: 180, padding: "var(--space-3) var(--space-4)" }}>
      <div style={{ display: "flex", justifyContent: "space-between" }}>
        <h2>History</h2>
        <button
          type="button"
          className="button-primary"
          disabled={!ready || busy}
          onClick={() => onRun("alembic upgrade head")}
        >
          Upgrade to head
        </button>
      </div>
      <ol>
        {revisions.map(({ revision, doc, path }) => (
          <li key={revision}>
            <button type="button" className="link-button" onClick={() => onOpen(path)}>
              {doc}
            </button>{" "}
            <code>{revision}</code> {heads.includes(revision) && "the database is here"}
          </li>
        ))}
      </ol>
    </div>
  );
}
