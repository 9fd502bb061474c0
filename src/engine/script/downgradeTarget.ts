import { parseRelativeTarget, type RelativeTarget } from "./relativeTarget.ts";
import type { Revision, RevisionIdentifier, RevisionOrBase } from "./revision.ts";
import { InternalFailure, RevisionError } from "./revisionErrors.ts";
import { requireRevision } from "./requireRevision.ts";
import type { RevisionMap } from "./revisionMap.ts";
import { requireRows, tooFew } from "./upgradeTargets.ts";
import { walkRevisions } from "./walkRevisions.ts";

/** Where a downgrade leads, and the branch it is confined to; `revision` is null for base. */
export interface DowngradeTarget {
  readonly branchLabel: string | null;
  readonly revision: RevisionOrBase;
}

/**
 * Reads a downgrade's target: an identifier, perhaps relative to where the database stands (`-1`, `branch@-1`) or to another revision.
 * Source: RevisionMap._parse_downgrade_target.
 * @throws RevisionError when the history is shorter than asked
 */
export function downgradeTarget(
  map: RevisionMap,
  current: RevisionIdentifier,
  target: RevisionIdentifier,
  stopAtEnd: boolean,
): DowngradeTarget {
  if (target === null) return { branchLabel: null, revision: null };
  if (typeof target !== "string")
    throw new InternalFailure("AssertionError", "Expected downgrade target in string form");
  const relative = parseRelativeTarget(target);
  if (relative === null) {
    const at = target.lastIndexOf("@");
    return { branchLabel: target.slice(0, Math.max(at, 0)) || null, revision: map.getRevision(target.slice(at + 1)) };
  }
  const { branchLabel, symbol, steps, text } = relative;
  if (steps < 0 && symbol === null) return belowCurrent(map, current, relative, stopAtEnd);
  if (symbol === null) throw tooFew(text, steps);
  if (steps >= 0) {
    return { branchLabel, revision: within(walkRevisions(map, symbol, steps, { branchLabel, stopAtEnd })) };
  }
  return {
    branchLabel,
    revision: within(walkRevisions(map, narrowed(map, branchLabel, symbol), steps, { stopAtEnd })),
  };
}

function belowCurrent(
  map: RevisionMap,
  current: RevisionIdentifier,
  relative: RelativeTarget,
  stopAtEnd: boolean,
): DowngradeTarget {
  const { steps, text } = relative;
  const symbol = relative.branchLabel
    ? tipOnBranch(map, current, relative.branchLabel)
    : firstRow(map, current, relative);
  const branchLabel = relative.branchLabel ?? symbol;
  const revision = walkRevisions(map, narrowed(map, branchLabel, symbol), steps, { stopAtEnd });
  if (revision === null) throw tooFew(text, steps);
  return { branchLabel, revision };
}

function tipOnBranch(map: RevisionMap, current: RevisionIdentifier, branchLabel: string): string {
  const rows = requireRows(current);
  let tips: readonly (string | null)[] = map.filterForLineage(rows, branchLabel);
  if (tips.length === 0) {
    const all = map.getAllCurrent(rows.filter((row) => row !== null));
    tips = map.filterForLineage(all, branchLabel).map((revision) => requireRevision(revision).revision);
  }
  const [tip] = tips;
  if (tips.length !== 1 || typeof tip !== "string") throw new InternalFailure("AssertionError");
  return tip;
}

function firstRow(map: RevisionMap, current: RevisionIdentifier, relative: RelativeTarget): string {
  const rows = current === null ? [] : requireRows(current);
  const [first] = rows;
  if (typeof first !== "string") throw tooFew(relative.text, relative.steps);
  if (new Set(rows).size > 1) {
    map.warn("downgrade -1 from multiple heads is ambiguous; this usage will be disallowed in a future release.");
  }
  return first;
}

function narrowed(map: RevisionMap, branchLabel: string | null, symbol: string): Revision | null {
  return map.getRevision(branchLabel === null ? symbol : `${branchLabel}@${symbol}`);
}

function within(revision: RevisionOrBase): RevisionOrBase {
  if (revision === null) throw new RevisionError("Walked too far");
  return revision;
}
