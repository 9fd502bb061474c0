import { createStore, type StoreApi } from "zustand/vanilla";
import { StorageError, type WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import type { StoredDatabase, WorkspaceRecord } from "../workspace/library/workspaceRecord.ts";
import { delayed } from "./delayed.ts";

/** How far the workspace is kept. */
export type Kept =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** Nothing is kept, and why. */
  | { readonly kind: "notKept"; readonly reason: string };

export type KeptStore = StoreApi<Kept>;

/** What changes of a workspace while it is open. */
export type Changing = Pick<WorkspaceRecord, "name" | "files" | "tabs" | "activeFile" | "typed" | "sql" | "lesson">;

export interface WorkspaceKeeper {
  readonly kept: KeptStore;
  /** The workspace as it was last written. */
  readonly record: WorkspaceRecord;
  /** Writes the files a moment later, unless a command has changed the database and the two must be written together. */
  filesChanged(): void;
  /** From now until the next `saveWithDatabase` nothing is written: files and database belong together. */
  expectDatabase(): void;
  saveWithDatabase(database: StoredDatabase): Promise<void>;
  /** The expected database will not come: the engine has ended. Files are written again, beside the database that was written last. */
  forgoDatabase(): Promise<void>;
  /** Resolves when everything that can be written is written. */
  flush(): Promise<void>;
  /** Begins to keep a workspace that came by a link. */
  keep(): Promise<void>;
  /** Writes everything for the last time: a database that is still to come will not be waited for. */
  end(): Promise<void>;
  /** Ends writing: another tab has the workspace now. */
  stop(): void;
}

export interface KeeperParts {
  readonly library: WorkspaceLibrary;
  readonly record: WorkspaceRecord;
  /** False keeps nothing: a link that was opened and not yet kept. */
  readonly keeps: boolean;
  read(): Changing;
  now(): number;
  /** The directory that saved databases belong to, compressed. */
  baseDirectory(): Promise<Blob>;
}

const savingDelay = 250;

/** Writes an open workspace into the library, one whole value after the other. */
export function createWorkspaceKeeper({
  library,
  record,
  keeps,
  read,
  now,
  baseDirectory,
}: KeeperParts): WorkspaceKeeper {
  const kept = createStore<Kept>()(() =>
    !keeps
      ? { kind: "notKept", reason: "it was opened by a link and is not kept yet" }
      : library.reason === null
        ? { kind: "saved" }
        : { kind: "notKept", reason: library.reason },
  );
  let last = record;
  let waitsForDatabase = false;
  /** Whether something has changed since `last` was read. */
  let changed = false;
  let keptBase: string | null = null;
  let stopped = !keeps;
  let writing: Promise<void> = Promise.resolve();
  const soon = delayed(() => {
    if (!waitsForDatabase) void write(last.database);
  });

  /** Something is to be written a moment later. */
  function tellSaving(): void {
    changed = true;
    if (!stopped && kept.getState().kind === "saved") kept.setState({ kind: "saving" }, true);
  }

  function write(database: StoredDatabase | null): Promise<void> {
    last = { ...last, ...read(), database, savedAt: now() };
    changed = waitsForDatabase;
    if (stopped) return Promise.resolve();
    const next = last;
    if (library.kind === "browser") kept.setState({ kind: "saving" }, true);
    writing = writing.then(async () => {
      try {
        if (database !== null && database.baseName !== keptBase) {
          await library.saveBase(database.baseName, baseDirectory);
          keptBase = database.baseName;
        }
        await library.save(next);
        if (library.kind === "browser" && next === last && !changed) kept.setState({ kind: "saved" }, true);
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        kept.setState({ kind: "notKept", reason: error.message }, true);
      }
    });
    return writing;
  }

  return {
    kept,
    get record() {
      return last;
    },
    filesChanged: () => {
      tellSaving();
      soon.in(savingDelay);
    },
    expectDatabase: () => {
      waitsForDatabase = true;
      tellSaving();
    },
    forgoDatabase: () => {
      waitsForDatabase = false;
      return write(last.database);
    },
    saveWithDatabase: (database) => {
      waitsForDatabase = false;
      return write(database);
    },
    flush: () => (waitsForDatabase ? writing : write(last.database)),
    keep: () => {
      stopped = false;
      return write(last.database);
    },
    end: () => {
      waitsForDatabase = false;
      const written = write(last.database);
      stopped = true;
      return written;
    },
    stop: () => {
      stopped = true;
    },
  };
}
