import type { SavedDatabase } from "../worker/messages.ts";
import type { FilesBefore } from "../workspace/takenBack.ts";

/** What was there before a command, or SQL, that changed something. */
export interface Undoable {
  readonly line: string;
  /** Of the files that it changed. */
  readonly files: FilesBefore;
  /** null: it left the database as it was. `before: null` is an empty one. */
  readonly database: { readonly before: SavedDatabase | null } | null;
}

/** The commands that can be taken back, the last one first. */
export interface UndoHistory {
  remember(before: Undoable): void;
  /** Takes the last one out; null when there is none. */
  take(): Undoable | null;
  /** Nothing that has been done until now can be taken back. */
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
