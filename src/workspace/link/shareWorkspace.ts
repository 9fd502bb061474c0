import type { FileMap } from "../../worker/messages.ts";
import type { Starter } from "../starters/starters.ts";
import type { SharedWorkspace } from "./sharedWorkspace.ts";
import { createRecord } from "../library/createRecord.ts";
import type { WorkspaceRecord } from "../library/workspaceRecord.ts";
import { LinkError } from "./linkError.ts";

/** The files as a link holds them: what differs from the starter, where that is shorter. */
export function sharedFiles(
  files: FileMap,
  starter: Starter | null,
): Pick<SharedWorkspace, "base" | "files" | "without"> {
  if (starter === null) return { files: { ...files } };
  const changed = Object.fromEntries(Object.entries(files).filter(([path, text]) => starter.files[path] !== text));
  const without = Object.keys(starter.files).filter((path) => files[path] === undefined);
  return { base: starter.id, files: changed, ...(without.length === 0 ? {} : { without }) };
}

/** The files that a link means. @throws LinkError when it builds on a starter that is not there */
export function filesOfShared(shared: SharedWorkspace, starters: readonly Starter[]): FileMap {
  if (shared.base === undefined) return shared.files;
  const starter = starters.find(({ id }) => id === shared.base);
  if (starter === undefined) throw new LinkError("invalid", `it builds on ${shared.base}, which is not there`);
  const without = new Set(shared.without);
  const kept = Object.fromEntries(Object.entries(starter.files).filter(([path]) => !without.has(path)));
  return { ...kept, ...shared.files };
}

/** A workspace that came by a link, not kept anywhere yet. @throws LinkError */
export function recordOfShared(
  shared: SharedWorkspace,
  starters: readonly Starter[],
  id: string,
  now: number,
): WorkspaceRecord {
  const files = filesOfShared(shared, starters);
  return createRecord({
    id,
    now,
    name: shared.name === "" ? "Shared workspace" : shared.name,
    origin: shared.base ?? "link",
    files,
    open: ["models.ts", "models.py", ...(shared.open === undefined ? [] : [shared.open.path])],
  });
}
