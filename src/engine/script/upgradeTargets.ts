import { parseRelativeTarget, type RelativeTarget } from "./relativeTarget.ts";
import type { Revision, RevisionIdentifier, RevisionOrBase } from "./revision.ts";
import { InternalFailure, RevisionError } from "./revisionErrors.ts";
import { requireRevision } from "./requireRevision.ts";
import type { RevisionMap } from "./revisionMap.ts";
import { walkRevisions } from "./walkRevisions.ts";

/**
 * Where an upgrade leads: an identifier, perhaps relative to where the database stands (`+1`, `branch@+2`) or to another revision.
 * Source: RevisionMap._parse_upgrade_target.
 */
export function upgradeTargets(
  map: RevisionMap,
  current: RevisionIdentifier,
  target: RevisionIdentifier,
  stopAtEnd: boolean,
): readonly RevisionOrBase[] {
  const relative = typeof target === "string" ? parseRelativeTarget(target) : null;
  if (relative === null) return map.getRevisions(target);
  const { branchLabel, symbol, steps } = relative;
  if (steps > 0 && symbol === null) return [aboveCurrent(map, current, relative, stopAtEnd)];
  if (steps > 0) return [walkRevisions(map, map.getRevision(symbol), steps, { branchLabel, stopAtEnd })];
  if (symbol === null) throw tooFew(String(steps), steps);
  const start = map.getRevision(branchLabel === null ? symbol : `${branchLabel}@${symbol}`);
  return [walkRevisions(map, start, steps, { stopAtEnd })];
}

function aboveCurrent(
  map: RevisionMap,
  current: RevisionIdentifier,
  relative: RelativeTarget,
  stopAtEnd: boolean,
): RevisionOrBase {
  const { branchLabel, steps, text } = relative;
  const rows = typeof current === "string" ? [current] : current === null || current.length === 0 ? [null] : current;
  const starts = branchLabel ? startsOnBranch(map, rows, branchLabel) : rows;
  if (starts.length > 1) throw new RevisionError("Ambiguous upgrade from multiple current revisions");
  const reached = walkRevisions(map, starts[0] ?? null, steps, { branchLabel, stopAtEnd });
  if (reached === null) throw tooFew(text, steps);
  return reached;
}

function startsOnBranch(
  map: RevisionMap,
  rows: readonly (string | null)[],
  branchLabel: string,
): readonly (Revision | string | null)[] {
  const current = map.getRevisions(rows);
  const heads = map.filterForLineage(current, branchLabel);
  if (heads.length > 0) return heads.map(requireRevision);
  const active = map.filterForLineage(map.ancestors(current), branchLabel).map(requireRevision);
  const passed = new Set(active.flatMap((revision) => revision.normalizedDownRevisions));
  const tips = active.map((revision) => revision.revision).filter((id) => !passed.has(id));
  return tips.length > 0 ? tips : [null];
}

/** A relative identifier that asks for more revisions than there are, or in the wrong direction. */
export function tooFew(relative: string, steps: number): RevisionError {
  return new RevisionError(`Relative revision ${relative} didn't produce ${Math.abs(steps)} migrations`);
}

/** A relative identifier needs to know where the database stands. */
export function requireRows(current: RevisionIdentifier): readonly (string | null)[] {
  if (current === null) throw new InternalFailure("TypeError", "'NoneType' object is not iterable");
  return typeof current === "string" ? [current] : current;
}
