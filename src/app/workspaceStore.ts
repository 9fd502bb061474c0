import { createStore, type StoreApi } from "zustand/vanilla";
import type { SourceLocation } from "../engine/errors.ts";
import type { FileMap } from "../worker/messages.ts";
import { pathMistake, renamedPath, withoutPath, withRenamedPath } from "../workspace/projectFiles.ts";
import type { Starter } from "../workspace/starters/starters.ts";
import type { StoredWorkspace } from "../workspace/storedWorkspace.ts";

/** What a deletion or a fresh start took away, so that it can come back. */
export interface Undo {
  readonly title: string;
  readonly before: Pick<WorkspaceState, "starter" | "files" | "tabs" | "activeFile">;
}

export interface WorkspaceState {
  /** The id of the starter that the project began from. */
  readonly starter: string;
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
  startOver(starter: Starter): void;
}

export type WorkspaceStore = StoreApi<WorkspaceState & WorkspaceActions>;

export function createWorkspaceStore(starter: Starter, stored: StoredWorkspace | null): WorkspaceStore {
  return createStore<WorkspaceState & WorkspaceActions>()((set, get) => ({
    ...(stored === null ? beginning(starter) : restored(stored)),
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
    remove: (path) =>
      set((state) => {
        const files = withoutPath(state.files, path);
        const tabs = state.tabs.filter((tab) => files[tab] !== undefined);
        const { starter, activeFile } = state;
        return {
          files,
          tabs,
          activeFile: activeFile !== null && files[activeFile] !== undefined ? activeFile : (tabs[0] ?? null),
          undo: { title: `Deleted ${path}`, before: { starter, files: state.files, tabs: state.tabs, activeFile } },
        };
      }),
    undoLast: () => set((state) => (state.undo === null ? state : { ...state.undo.before, undo: null })),
    forgetUndo: () => set({ undo: null }),
    takeWritten: (written) =>
      set((state) => (Object.keys(written).length === 0 ? state : { files: { ...state.files, ...written } })),
    startOver: (starter) =>
      set((state) => {
        const { files, tabs, activeFile } = state;
        return {
          ...beginning(starter),
          reveal: null,
          undo: {
            title: `Started over from ${starter.title}`,
            before: { starter: state.starter, files, tabs, activeFile },
          },
        };
      }),
  }));
}

function beginning(starter: Starter) {
  const tabs = [...new Set(["models.ts", starter.openFile])].filter((path) => starter.files[path] !== undefined);
  return { starter: starter.id, files: starter.files, tabs, activeFile: tabs.at(-1) ?? null };
}

function restored(stored: StoredWorkspace) {
  const tabs = stored.tabs.filter((path) => stored.files[path] !== undefined);
  const active = stored.activeFile !== null && tabs.includes(stored.activeFile) ? stored.activeFile : null;
  return { starter: stored.starter, files: stored.files, tabs, activeFile: active ?? tabs[0] ?? null };
}
