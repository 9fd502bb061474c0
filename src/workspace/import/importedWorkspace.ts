import type { FileMap } from "../../worker/messages.ts";
import { createRecord } from "../library/createRecord.ts";
import { freeName, type Newborn } from "../library/newWorkspace.ts";
import type { WorkspaceRecord } from "../library/workspaceRecord.ts";

/** A workspace with the files of somebody's project and an empty database. */
export function importedWorkspace(name: string, files: FileMap, { id, now, names }: Newborn): WorkspaceRecord {
  const first = ["models.ts", "models.py", "alembic.ini"].find((path) => files[path] !== undefined);
  return createRecord({
    id,
    now,
    name: freeName(name, names),
    origin: "import",
    files,
    open: first === undefined ? [] : [first],
  });
}
