import type { FileMap, SavedDatabase } from "../worker/messages.ts";

/** What was there before a command that changed something. */
export interface Undoable {
  readonly line: string;
  readonly files: FileMap;
  readonly database: SavedDatabase | null;
  readonly databaseChanged: boolean;
}

/** The commands that can be taken back, the last one first. */
export interface UndoHistory {
  remember(before: Undoable): void;
  /** Takes the last one out; null when there is none. */
  take(): Undoable | null;
  forget(): void;
}

const most = 30;

export function createUndoHistory(): UndoHistory {
  let history: readonly Undoable[] = [];
  return {
    remember: (before) => {
      history = [...history, before].slice(-most);
    },
    take: () => {
      const last = history.at(-1) ?? null;
      history = history.slice(0, -1);
      return last;
    },
    forget: () => {
      history = [];
    },
  };
}
