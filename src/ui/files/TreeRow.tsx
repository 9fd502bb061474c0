import { memo } from "react";
import type { TreeNode } from "../../workspace/fileTree.ts";

/** A file or a folder among those that are shown. */
export interface Row {
  readonly node: TreeNode;
  readonly depth: number;
  readonly position: number;
  readonly siblings: number;
}

export interface RowActions {
  activate(node: TreeNode): void;
  focus(path: string): void;
  rename(path: string): void;
  remove(path: string): void;
}

/** One line of the tree; drawn again only when it changed itself: a project may have thousands. */
export const TreeRow = memo(function TreeRow(props: {
  readonly row: Row;
  /** Pixels from the top of a tree that is drawn in part; null: after the row before it. */
  readonly top: number | null;
  readonly selected: boolean;
  readonly reachable: boolean;
  readonly closed: boolean;
  readonly mistaken: boolean;
  /** How many changes the database lacks. */
  readonly changes: number;
  readonly actions: RowActions;
}) {
  const { row, top, selected, reachable, closed, mistaken, changes, actions } = props;
  const { node, depth, position, siblings } = row;
  return (
    <div
      role="treeitem"
      aria-level={depth}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      aria-label={node.name}
      {...(node.kind === "folder" ? { "aria-expanded": !closed } : {})}
      tabIndex={reachable ? 0 : -1}
      data-path={node.path}
      className="tree-row"
      style={{
        paddingInlineStart: `calc(var(--space-3) * ${depth})`,
        ...(top === null ? {} : { position: "absolute", top, left: 0, right: 0 }),
      }}
      title={node.path}
      onClick={() => actions.activate(node)}
      onFocus={() => actions.focus(node.path)}
    >
      {node.kind === "folder" && (
        <span aria-hidden="true" className="twist">
          {closed ? "▸" : "▾"}
        </span>
      )}
      <span className="tree-name">{node.name}</span>
      {mistaken && (
        <span className="mark removed" title="The last command stopped here">
          ×
        </span>
      )}
      {changes > 0 && (
        <span className="mark changed" title={`${changes} changes that the database lacks`}>
          ~{changes}
        </span>
      )}
      <span className="tree-actions">
        <button
          type="button"
          tabIndex={-1}
          className="tree-action"
          aria-label={`Rename ${node.path}`}
          title="Rename (F2)"
          onClick={(event) => {
            event.stopPropagation();
            actions.rename(node.path);
          }}
        >
          ✎
        </button>
        <button
          type="button"
          tabIndex={-1}
          className="tree-action"
          aria-label={`Delete ${node.path}`}
          title="Delete (Del)"
          onClick={(event) => {
            event.stopPropagation();
            actions.remove(node.path);
          }}
        >
          ×
        </button>
      </span>
    </div>
  );
});
