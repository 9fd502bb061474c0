import { encodeLink, sharingMistake } from "../workspace/link/encodeLink.ts";
import { sharedFiles } from "../workspace/link/shareWorkspace.ts";
import type { SharedWorkspace } from "../workspace/link/sharedWorkspace.ts";
import type { Starter } from "../workspace/starters/starters.ts";
import type { RowsAsSql } from "../worker/messages.ts";
import type { EngineSession } from "./engineSession.ts";
import type { Stores } from "./stores.ts";

/** What a link carries beside files and position. */
export interface ShareOptions {
  readonly withRows: boolean;
  /** A command that runs and is watched once the visitor has agreed; null: none. */
  readonly play: string | null;
}

export interface Sharing {
  /** The editor's cursor is there; a link opens the file at that line. */
  cursorAt(path: string, line: number): void;
  /** The rows that a link could carry; null when the engine was stopped. */
  readRows(): Promise<RowsAsSql | null>;
  /** The workspace as a link or a file holds it. */
  describe(options: ShareOptions, rows: RowsAsSql | null): SharedWorkspace;
  /** Why nobody could open it; null: they can. */
  mistake(shared: SharedWorkspace): string | null;
  /** The text behind the `#`. */
  encode(shared: SharedWorkspace): Promise<string>;
}

export function createSharing(
  { workspace, engine, settings }: Pick<Stores, "workspace" | "engine" | "settings">,
  session: EngineSession,
  starterOf: () => Starter | null,
): Sharing {
  let cursor: { readonly path: string; readonly line: number } | null = null;
  return {
    cursorAt: (path, line) => {
      cursor = { path, line };
    },
    readRows: async () => (await session.ask((id) => ({ kind: "rows", id }), "rowsRead"))?.rows ?? null,
    describe: ({ withRows, play }, rows) => {
      const { name, files, activeFile } = workspace.getState();
      const heads = engine.getState().project?.database.heads ?? [];
      const { stageTab } = settings.getState();
      return {
        v: 1,
        name,
        ...sharedFiles(files, starterOf()),
        heads: [...heads],
        ...(withRows && rows !== null && rows.sql !== "" ? { rows: rows.sql } : {}),
        ...(activeFile === null
          ? {}
          : { open: { path: activeFile, line: cursor?.path === activeFile ? cursor.line : 1 } }),
        ...(stageTab === "schema" ? {} : { view: stageTab }),
        ...(play === null ? {} : { play }),
      };
    },
    mistake: sharingMistake,
    encode: encodeLink,
  };
}
