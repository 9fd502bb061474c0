import type { Revision } from "../script/revision.ts";
import { revisionLine, revisionLogEntry } from "../script/revisionText.ts";

export interface RevisionFormat {
  readonly verbose: boolean;
  /** Whether it is marked as the one that the database stands at. */
  readonly current?: boolean;
  readonly includeBranches?: boolean;
  readonly includeDoc?: boolean;
  readonly includeParents?: boolean;
  readonly treeIndicators?: boolean;
}

/** One revision as the commands list it: a line, or its whole entry. Source: alembic.script.base, Script.cmd_format. */
export function formatRevision(revision: Revision, format: RevisionFormat): string {
  const {
    verbose,
    current = false,
    includeBranches = false,
    includeDoc = false,
    includeParents = false,
    treeIndicators = true,
  } = format;
  return verbose
    ? revisionLogEntry(revision, current)
    : revisionLine(revision, { includeBranches, includeDoc, includeParents, treeIndicators, current });
}
