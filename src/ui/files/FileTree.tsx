import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useStore } from "zustand";
import { fileTree, type TreeNode } from "../../workspace/fileTree.ts";
import { useApp } from "../AppContext.ts";
import { NameField } from "./NameField.tsx";
import "./files.css";

type Naming = { readonly kind: "create"; readonly folder: string } | { readonly kind: "rename"; readonly path: string };

/** The project's files as a tree for pointer and keyboard. */
export function FileTree({ onOpened }: { readonly onOpened?: (() => void) | undefined }): ReactNode {
  const { workspace, drift, engine } = useApp();
  const files = useStore(workspace, (state) => state.files);
  const activeFile = useStore(workspace, (state) => state.activeFile);
  const undo = useStore(workspace, (state) => state.undo);
  const changes = useStore(drift, (state) => state.drift?.changes.length ?? 0);
  const mistaken = useStore(engine, (state) => state.problem?.location?.path ?? null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const tree = useRef<HTMLDivElement>(null);

  const rows = visibleRows(fileTree(files), closed, 1);
  const current = rows.find(({ node }) => node.path === (focused ?? activeFile)) ?? rows[0];

  const focusRow = (path: string | undefined) => {
    if (path === undefined) return;
    setFocused(path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  };
  const toggle = (path: string, close: boolean) => {
    const paths = new Set(closed);
    if (close) paths.add(path);
    else paths.delete(path);
    setClosed(paths);
  };
  const activate = (node: TreeNode) => {
    setFocused(node.path);
    if (node.kind === "folder") toggle(node.path, !closed.has(node.path));
    else {
      workspace.getState().open(node.path);
      onOpened?.();
    }
  };
  const finishNaming = () => {
    setNaming(null);
    queueMicrotask(() => focusRow(workspace.getState().activeFile ?? undefined));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (current === undefined || naming !== null) return;
    const index = rows.indexOf(current);
    const { node } = current;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(rows[index + 1]?.node.path),
      ArrowUp: () => focusRow(rows[index - 1]?.node.path),
      Home: () => focusRow(rows[0]?.node.path),
      End: () => focusRow(rows.at(-1)?.node.path),
      ArrowRight: () => {
        if (node.kind === "folder" && closed.has(node.path)) toggle(node.path, false);
        else focusRow(rows[index + 1]?.node.path);
      },
      ArrowLeft: () => {
        if (node.kind === "folder" && !closed.has(node.path)) toggle(node.path, true);
        else focusRow(node.path.includes("/") ? node.path.slice(0, node.path.lastIndexOf("/")) : undefined);
      },
      Enter: () => activate(node),
      " ": () => activate(node),
      F2: () => setNaming({ kind: "rename", path: node.path }),
      Delete: () => {
        workspace.getState().remove(node.path);
        focusRow(rows[index - 1]?.node.path);
      },
    };
    const action = keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  const folderOfCurrent =
    current === undefined
      ? ""
      : current.node.kind === "folder"
        ? `${current.node.path}/`
        : current.node.path.slice(0, current.node.path.lastIndexOf("/") + 1);

  return (
    <nav className="files" aria-label="Files">
      <div className="files-head">
        <h2>Files</h2>
        <button
          type="button"
          className="icon-button small"
          aria-label="New file"
          title="New file"
          onClick={() => setNaming({ kind: "create", folder: folderOfCurrent })}
        >
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M6 1.500v9M1.500 6h9" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      {naming?.kind === "create" && (
        <NameField
          label="Path of the new file"
          initial={naming.folder}
          accept={(path) => workspace.getState().create(path)}
          onDone={finishNaming}
        />
      )}
      <div role="tree" aria-label="Project files" className="tree" ref={tree} onKeyDown={onKeyDown}>
        {rows.map(({ node, depth, position, siblings }) =>
          naming?.kind === "rename" && naming.path === node.path ? (
            <NameField
              key={node.path}
              label={`New path of ${node.path}`}
              initial={node.path}
              accept={(path) => workspace.getState().rename(node.path, path)}
              onDone={finishNaming}
            />
          ) : (
            <div
              key={node.path}
              role="treeitem"
              aria-level={depth}
              aria-posinset={position}
              aria-setsize={siblings}
              aria-selected={node.path === activeFile}
              aria-label={node.name}
              {...(node.kind === "folder" ? { "aria-expanded": !closed.has(node.path) } : {})}
              tabIndex={node === current?.node ? 0 : -1}
              data-path={node.path}
              className="tree-row"
              style={{ paddingInlineStart: `calc(var(--space-3) * ${depth})` }}
              title={node.path}
              onClick={() => activate(node)}
              onFocus={() => setFocused(node.path)}
            >
              {node.kind === "folder" && (
                <span aria-hidden="true" className="twist">
                  {closed.has(node.path) ? "▸" : "▾"}
                </span>
              )}
              <span className="tree-name">{node.name}</span>
              {node.path === mistaken && (
                <span className="mark removed" title="The last command stopped here">
                  ×
                </span>
              )}
              {node.path === "models.ts" && changes > 0 && (
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
                    setNaming({ kind: "rename", path: node.path });
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
                    workspace.getState().remove(node.path);
                  }}
                >
                  ×
                </button>
              </span>
            </div>
          ),
        )}
      </div>
      {undo !== null && (
        <div className="undo" role="status">
          <span>{undo.title}</span>
          <button type="button" className="link-button" onClick={() => workspace.getState().undoLast()}>
            Undo
          </button>
          <button
            type="button"
            className="link-button faint"
            aria-label="Dismiss"
            onClick={() => workspace.getState().forgetUndo()}
          >
            ×
          </button>
        </div>
      )}
    </nav>
  );
}

interface Row {
  readonly node: TreeNode;
  readonly depth: number;
  readonly position: number;
  readonly siblings: number;
}

function visibleRows(nodes: readonly TreeNode[], closed: ReadonlySet<string>, depth: number): readonly Row[] {
  return nodes.flatMap((node, index) => [
    { node, depth, position: index + 1, siblings: nodes.length },
    ...(node.kind === "folder" && !closed.has(node.path) ? visibleRows(node.children, closed, depth + 1) : []),
  ]);
}
