import type { CollectedRevisions } from "./collectUpgrade.ts";
import { downgradeTarget } from "./downgradeTarget.ts";
import type { Revision, RevisionIdentifier } from "./revision.ts";
import { RangeNotAncestorError, RevisionError } from "./revisionErrors.ts";
import { requireRevision } from "./requireRevision.ts";
import type { IterateOptions, RevisionMap } from "./revisionMap.ts";

/**
 * What must go for the database at `upper` to stand at `lower`: everything applied that is above the target or needs something that is.
 * Source: RevisionMap._collect_downgrade_revisions.
 * @throws RevisionError when the target is not below what is applied
 */
export function collectDowngrade(
  map: RevisionMap,
  upper: RevisionIdentifier,
  lower: RevisionIdentifier,
  options: IterateOptions,
): CollectedRevisions {
  const parsed = downgradeTarget(map, upper, lower, options.assertRelativeLength === false);
  const target = parsed.revision === "base" ? null : parsed.revision;
  const candidates = rootsAbove(map, target, options.inclusive ?? false);
  const roots =
    parsed.branchLabel && candidates.length > 1 ? onBranch(map, candidates, parsed.branchLabel) : candidates;

  const heads = map.getRevisions(upper);
  const above = map.descendants(roots);
  const active = map.ancestors(heads);
  const leaving = new Set<Revision>();
  for (const revision of above) if (active.has(revision)) leaving.add(revision);
  if (options.implicitBase) {
    const below = map.ancestors(roots);
    for (const revision of active) if (!below.has(revision)) leaving.add(revision);
  }
  if (target !== null && leaving.size === 0 && !heads.includes(target))
    throw new RangeNotAncestorError("Nothing to drop", upper);
  return { revisions: leaving, heads };
}

/** The first revisions to go: every base, the target itself, or those directly above it. A labelled base counts once per name. */
function rootsAbove(map: RevisionMap, target: Revision | null, inclusive: boolean): readonly Revision[] {
  if (target === null) return [...map.entries.values()].filter((revision) => revision.isBase);
  if (inclusive) return [target];
  return map.getRevisions([...target.nextRevisions]).map(requireRevision);
}

function onBranch(map: RevisionMap, roots: readonly Revision[], branchLabel: string): readonly Revision[] {
  const line = map.ancestors([map.resolveBranch(branchLabel)], { includeDependencies: false });
  const kept = [...new Set(roots)].filter((root) => line.has(root));
  if (kept.length === 0) throw new RevisionError("Not a valid downgrade target from current heads");
  return kept;
}
