import type { FileMap } from "../../worker/messages.ts";
import { recordFormat, type WorkspaceRecord } from "./workspaceRecord.ts";

/** A workspace that has just been made: its database is empty, and nothing has been typed in it. */
export function createRecord(made: {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly name: string;
  readonly origin: string;
  readonly files: FileMap;
  /** Paths that open in tabs where they exist; the last of them is shown. */
  readonly open: readonly string[];
}): WorkspaceRecord {
  const { id, now, name, origin, files, open } = made;
  const tabs = open.filter((path, place) => files[path] !== undefined && open.lastIndexOf(path) === place);
  return {
    format: recordFormat,
    id,
    name,
    origin,
    createdAt: now,
    savedAt: now,
    deletedAt: null,
    files,
    tabs,
    activeFile: tabs.at(-1) ?? null,
    typed: [],
    database: null,
  };
}
