import { createStore, type StoreApi } from "zustand/vanilla";
import type { SourceLocation } from "../engine/errors.ts";
import type { FileMap } from "../worker/messages.ts";
import { filesBefore, withTakenBack, type FilesBefore } from "../workspace/takenBack.ts";
import { pathMistake, renamedPath, withoutPath, withRenamedPath } from "../workspace/projectFiles.ts";
import type { WorkspaceRecord } from "../workspace/library/workspaceRecord.ts";

/** What a deletion or a fresh start took away, so that it can come back. */
export interface Undo {
  readonly title: string;
  readonly files: FilesBefore;
  /** Those that were open, and the one that was shown. */
  readonly tabs: readonly string[];
  readonly activeFile: string | null;
}

export interface WorkspaceState {
  readonly id: string;
  readonly name: string;
  readonly files: FileMap;
  readonly tabs: readonly string[];
  readonly activeFile: string | null;
  /** The place that the editor should show; a new object for each wish. */
  readonly reveal: SourceLocation | null;
  readonly undo: Undo | null;
}

export interface WorkspaceActions {
  open(path: string, place?: SourceLocation): void;
  closeTab(path: string): void;
  edit(path: string, text: string): void;
  /** @returns what is wrong with the path, or null when the file was made */
  create(path: string, text?: string): string | null;
  /** @returns what is wrong with the new path, or null when the file or folder was renamed */
  rename(from: string, to: string): string | null;
  remove(path: string): void;
  undoLast(): void;
  forgetUndo(): void;
  takeWritten(files: FileMap): void;
  /** All files at once, as `reset` and `undo` in the terminal bring them back. */
  replaceFiles(title: string, files: FileMap): void;
  /** Opens these files, the last one in front, and closes the others. */
  showOnly(paths: readonly string[]): void;
  renameWorkspace(name: string): void;
}

export type WorkspaceStore = StoreApi<WorkspaceState & WorkspaceActions>;

type Opened = Pick<WorkspaceRecord, "id" | "name" | "files" | "tabs" | "activeFile">;

export function createWorkspaceStore(opened: Opened): WorkspaceStore {
  return createStore<WorkspaceState & WorkspaceActions>()((set, get) => ({
    ...restored(opened),
    reveal: null,
    undo: null,

    open: (path, place) =>
      set((state) =>
        state.files[path] === undefined
          ? state
          : {
              activeFile: path,
              tabs: state.tabs.includes(path) ? state.tabs : [...state.tabs, path],
              reveal: place === undefined ? state.reveal : { ...place },
            },
      ),
    closeTab: (path) =>
      set((state) => {
        const index = state.tabs.indexOf(path);
        const tabs = state.tabs.filter((tab) => tab !== path);
        if (state.activeFile !== path) return { tabs };
        return { tabs, activeFile: tabs[Math.min(index, tabs.length - 1)] ?? null };
      }),
    edit: (path, text) =>
      set((state) =>
        state.files[path] === undefined || state.files[path] === text
          ? state
          : { files: { ...state.files, [path]: text } },
      ),
    create: (path, text = "") => {
      const mistake = pathMistake(get().files, path);
      if (mistake !== null) return mistake;
      set((state) => ({ files: { ...state.files, [path]: text } }));
      get().open(path);
      return null;
    },
    rename: (from, to) => {
      if (from === to) return null;
      const { files, tabs, activeFile } = get();
      const mistake = to.startsWith(`${from}/`) ? "A folder cannot move into itself." : pathMistake(files, to);
      if (mistake !== null) return mistake;
      set({
        files: withRenamedPath(files, from, to),
        tabs: tabs.map((tab) => renamedPath(tab, from, to)),
        activeFile: activeFile === null ? null : renamedPath(activeFile, from, to),
      });
      return null;
    },
    remove: (path) => set((state) => replaced(state, `Deleted ${path}`, withoutPath(state.files, path))),
    undoLast: () => set((state) => (state.undo === null ? state : broughtBack(state, state.undo))),
    forgetUndo: () => set({ undo: null }),
    takeWritten: (written) =>
      set((state) => (Object.keys(written).length === 0 ? state : { files: { ...state.files, ...written } })),
    replaceFiles: (title, files) => set((state) => replaced(state, title, files)),
    showOnly: (paths) =>
      set(({ files }) => {
        const tabs = paths.filter((path) => files[path] !== undefined);
        return { tabs, activeFile: tabs.at(-1) ?? null };
      }),
    renameWorkspace: (name) => set({ name }),
  }));
}

/** What has been written and opened since then stays. */
function broughtBack({ files: now, tabs: open, activeFile: shown }: WorkspaceState, undo: Undo) {
  const files = withTakenBack(now, undo.files);
  const tabs = [...open, ...undo.tabs.filter((tab) => !open.includes(tab))].filter((tab) => files[tab] !== undefined);
  const activeFile = [undo.activeFile, shown].find((path) => path !== null && files[path] !== undefined) ?? null;
  return { files, tabs, activeFile, undo: null };
}

function replaced(state: WorkspaceState, title: string, files: FileMap) {
  const before = filesBefore(state.files, files);
  if (Object.keys(before).length === 0) return state;
  const tabs = state.tabs.filter((tab) => files[tab] !== undefined);
  const { activeFile } = state;
  return {
    files,
    tabs,
    activeFile: activeFile !== null && files[activeFile] !== undefined ? activeFile : (tabs[0] ?? null),
    undo: { title, files: before, tabs: state.tabs, activeFile },
  };
}

function restored({ id, name, files, tabs: given, activeFile }: Opened) {
  const tabs = given.filter((path) => files[path] !== undefined);
  const active = activeFile !== null && tabs.includes(activeFile) ? activeFile : null;
  return { id, name, files, tabs, activeFile: active ?? tabs[0] ?? null };
}
