import { memo, type ReactNode } from "react";
import type { Fold } from "./foldHistory.ts";
import type { Point } from "./tubePath.ts";

/** A stretch of the history that is folded away; choosing it unfolds it. */
export const FoldNode = memo(function FoldNode(props: {
  readonly fold: Fold;
  readonly point: Point;
  readonly width: number;
  readonly applied: number;
  readonly onOpen: (fold: Fold) => void;
}): ReactNode {
  const { fold, point, width, applied, onOpen } = props;
  const count = fold.revisions.length;
  return (
    <li className="node fold" style={{ transform: `translate(${point.x}px, ${point.y}px)` }}>
      <button
        type="button"
        className="node-button"
        style={{ width, left: -width / 2 }}
        aria-label={`${count} more revisions, ${applied} of them applied. Show them`}
        title="Show them"
        onClick={() => onOpen(fold)}
      >
        <span className="fold-pill" aria-hidden="true">
          …
        </span>
        <span className="node-doc">{count} more</span>
        <span className="node-id">{applied === count ? "applied" : `${applied} applied`}</span>
      </button>
    </li>
  );
});
