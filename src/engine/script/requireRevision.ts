import type { Revision, RevisionOrBase } from "./revision.ts";
import { InternalFailure } from "./revisionErrors.ts";

/** The revision, where nothing else can be. */
export function requireRevision(revision: RevisionOrBase): Revision {
  if (revision === null || revision === "base") throw new InternalFailure("AssertionError");
  return revision;
}
