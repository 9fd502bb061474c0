import { memo, type MouseEvent, type ReactNode } from "react";
import { useApp } from "../AppContext.ts";
import { ProofBadge } from "../proof/ProofBadge.tsx";
import type { BranchTint } from "./branchTints.ts";
import type { HistoryNode } from "./layoutHistory.ts";
import { ringShape } from "./ringShape.ts";
import type { Point } from "./tubePath.ts";

export type NodeStatus = "base" | "applied" | "pending" | "running" | "failed";

const words: Readonly<Record<NodeStatus, string>> = {
  base: "the empty database",
  applied: "applied",
  pending: "not applied",
  running: "running",
  failed: "failed",
};

/** One revision on the tube: its ring, its message and its id. Choosing it opens its file. */
export const RevisionNode = memo(function RevisionNode(props: {
  readonly node: HistoryNode;
  readonly point: Point;
  readonly width: number;
  readonly status: NodeStatus;
  /** What is wrong with its file; null: nothing. */
  readonly mistake: string | null;
  /** Part of a path that is shown before it is taken. */
  readonly previewed: boolean;
  readonly onMenu: (node: HistoryNode, element: HTMLElement) => void;
}): ReactNode {
  const { workspace } = useApp();
  const { node, point, width, status, mistake, previewed, onMenu } = props;
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    onMenu(node, event.currentTarget);
  };
  const { revision } = node;
  const style = { transform: `translate(${point.x}px, ${point.y}px)` };
  if (revision === null) {
    return (
      <li className={`node base tint-${node.tint}`} style={style}>
        <button
          type="button"
          className="node-button"
          style={{ width: 44, left: -22 }}
          aria-haspopup="menu"
          aria-label="base, the empty database"
          onClick={openMenu}
          onContextMenu={openMenu}
        >
          <Ring status={status} tint={node.tint} />
          <span className="node-doc">base</span>
        </button>
      </li>
    );
  }
  const marks = [...revision.branchLabels, ...(revision.isHead ? ["head"] : [])];
  const state = mistake === null ? words[status] : `${words[status]}, its file has a mistake`;
  return (
    <li className={`node ${status} tint-${node.tint}${previewed ? " previewed" : ""}`} style={style}>
      <button
        type="button"
        className="node-button"
        style={{ width, left: -width / 2 }}
        title={[revision.doc, revision.path, mistake].filter(Boolean).join("\n")}
        aria-label={`${revision.doc || "empty message"}, ${revision.revision}, ${[state, ...marks].join(", ")}`}
        onClick={() => workspace.getState().open(revision.path)}
        onContextMenu={openMenu}
      >
        <Ring status={status} tint={node.tint} />
        <span className="node-doc">{revision.doc || "empty message"}</span>
        <span className="node-id">
          {revision.revision.slice(0, 12)}
          {marks.length > 0 && ` (${marks.join(", ")})`}
        </span>
        {mistake === null && <ProofBadge revision={revision.revision} />}
        {mistake !== null && (
          <span className="chip node-mistake" data-status="removed">
            × mistake
          </span>
        )}
      </button>
      <button
        type="button"
        className="node-more"
        aria-haspopup="menu"
        aria-label={`What to do with ${revision.doc || revision.revision}`}
        title="What to do with it"
        onClick={openMenu}
      >
        ⋯
      </button>
    </li>
  );
});

function Ring({ status, tint }: { readonly status: NodeStatus; readonly tint: BranchTint }): ReactNode {
  return (
    <svg className="node-ring" width="30" height="30" viewBox="-15 -15 30 30" aria-hidden="true">
      <path d={ringShape[tint]} className={`ring ${status}`} />
      {status === "applied" && <circle r="5" className="core" />}
      {status === "failed" && <path d="M-4 -4L4 4M4 -4L-4 4" className="cross" />}
    </svg>
  );
}
