import type { FileMap } from "../../worker/messages.ts";
import { freeName, type Newborn } from "../library/newWorkspace.ts";
import { recordFormat, type WorkspaceRecord } from "../library/workspaceRecord.ts";

/** A workspace with the files of somebody's project and an empty database. */
export function importedWorkspace(name: string, files: FileMap, { id, now, names }: Newborn): WorkspaceRecord {
  const tabs = ["models.ts", "models.py", "alembic.ini"].filter((path) => files[path] !== undefined).slice(0, 1);
  return {
    format: recordFormat,
    id,
    name: freeName(name, names),
    origin: "import",
    createdAt: now,
    savedAt: now,
    deletedAt: null,
    files,
    tabs,
    activeFile: tabs[0] ?? null,
    typed: [],
    database: null,
  };
}
