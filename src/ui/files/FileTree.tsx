import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import { fileTree, type TreeNode } from "../../workspace/fileTree.ts";
import { useApp } from "../AppContext.ts";
import { NameField } from "./NameField.tsx";
import { TreeRow, type Row, type RowActions } from "./TreeRow.tsx";
import { rowHeight, useRowWindow } from "./useRowWindow.ts";
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
  /** The path that the row which is being renamed has got. */
  const renamed = useRef<string | null>(null);

  const rows = useMemo(() => visibleRows(fileTree(files), closed, 1), [files, closed]);
  const drawn = useRowWindow(tree, rows.length);
  const current = rows.find(({ node }) => node.path === (focused ?? activeFile)) ?? rows[0];

  const focusRow = (path: string | undefined) => {
    if (path === undefined) return;
    // The row that has the focus is drawn wherever it stands.
    flushSync(() => setFocused(path));
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)?.focus();
  };
  const toggle = useCallback(
    (path: string) =>
      setClosed((before) => new Set(before.has(path) ? [...before].filter((one) => one !== path) : [...before, path])),
    [],
  );
  const activate = useCallback(
    (node: TreeNode) => {
      setFocused(node.path);
      if (node.kind === "folder") toggle(node.path);
      else {
        workspace.getState().open(node.path);
        onOpened?.();
      }
    },
    [workspace, toggle, onOpened],
  );
  const actions = useMemo(
    (): RowActions => ({
      activate,
      focus: setFocused,
      rename: (path) => setNaming({ kind: "rename", path }),
      remove: (path) => workspace.getState().remove(path),
    }),
    [activate, workspace],
  );
  /** @param path the row that was named, or kept its name; absent: the file that was made, which is open */
  const finishNaming = (path = workspace.getState().activeFile ?? undefined) => {
    setNaming(null);
    queueMicrotask(() => focusRow(path));
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
        if (node.kind === "folder" && closed.has(node.path)) toggle(node.path);
        else focusRow(rows[index + 1]?.node.path);
      },
      ArrowLeft: () => {
        if (node.kind === "folder" && !closed.has(node.path)) toggle(node.path);
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
          onDone={() => finishNaming()}
        />
      )}
      <div role="tree" aria-label="Project files" className="tree" ref={tree} onKeyDown={onKeyDown}>
        <div style={drawn === null ? undefined : { position: "relative", height: rows.length * rowHeight }}>
          {rows.map((row, index) => {
            const { path } = row.node;
            if (drawn !== null && row !== current && (index < drawn.first || index > drawn.last)) return null;
            const top = drawn === null ? null : index * rowHeight;
            return naming?.kind === "rename" && naming.path === path ? (
              <div
                key={path}
                style={top === null ? undefined : { position: "absolute", top, left: 0, right: 0, zIndex: 1 }}
              >
                <NameField
                  label={`New path of ${path}`}
                  initial={path}
                  accept={(to) => {
                    const mistake = workspace.getState().rename(path, to);
                    if (mistake === null) renamed.current = to;
                    return mistake;
                  }}
                  onDone={() => {
                    finishNaming(renamed.current ?? path);
                    renamed.current = null;
                  }}
                />
              </div>
            ) : (
              <TreeRow
                key={path}
                row={row}
                top={top}
                selected={path === activeFile}
                reachable={row === current}
                closed={closed.has(path)}
                mistaken={path === mistaken}
                changes={path === "models.ts" || path === "models.py" ? changes : 0}
                actions={actions}
              />
            );
          })}
        </div>
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

function visibleRows(nodes: readonly TreeNode[], closed: ReadonlySet<string>, depth: number): readonly Row[] {
  return nodes.flatMap((node, index) => [
    { node, depth, position: index + 1, siblings: nodes.length },
    ...(node.kind === "folder" && !closed.has(node.path) ? visibleRows(node.children, closed, depth + 1) : []),
  ]);
}
