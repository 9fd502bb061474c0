import { downgradeTarget } from "./downgradeTarget.ts";
import type { Revision, RevisionIdentifier, RevisionOrBase } from "./revision.ts";
import { InternalFailure, RangeNotAncestorError } from "./revisionErrors.ts";
import { requireRevision } from "./requireRevision.ts";
import type { IterateOptions, RevisionMap } from "./revisionMap.ts";
import { upgradeTargets } from "./upgradeTargets.ts";

/** Revisions still without order, and the ones the order starts from. */
export interface CollectedRevisions {
  readonly revisions: ReadonlySet<Revision>;
  readonly heads: readonly RevisionOrBase[];
}

/**
 * What `upper` needs and `lower` does not have. Source: RevisionMap._collect_upgrade_revisions.
 * @throws RangeNotAncestorError when `lower` is not below `upper` and no base is implied
 */
export function collectUpgrade(
  map: RevisionMap,
  upper: RevisionIdentifier,
  lower: RevisionIdentifier,
  options: IterateOptions,
): CollectedRevisions {
  const stopAtEnd = options.assertRelativeLength === false;
  const targets = onBranchOf(map, lower, upgradeTargets(map, lower, upper, stopAtEnd).map(requireRevision));
  const required = map.ancestors(targets, { refuseOverlaps: true });

  const standing = map.getRevisions(lower);
  if (!options.implicitBase && standing.some((revision) => revision !== null && !required.has(revision as Revision))) {
    throw new RangeNotAncestorError(lower, upper);
  }
  const start =
    standing.length > 0 && standing[0] === null ? relativeStart(map, upper, lower, stopAtEnd) : { standing, lower };
  const applied = map.ancestors(start.standing, { refuseOverlaps: true });
  const needed = new Set<Revision>();
  for (const revision of required) if (!applied.has(revision)) needed.add(revision);
  if (options.inclusive) for (const revision of map.getRevisions(start.lower)) needed.add(requireRevision(revision));

  if (start.standing.length === 0 || options.implicitBase) return { revisions: needed, heads: targets };
  const above = map.descendants(start.standing, { includeDependencies: false, refuseOverlaps: true });
  return { revisions: new Set([...needed].filter((revision) => above.has(revision))), heads: targets };
}

/** From `branch@...`, only targets of that branch count. */
function onBranchOf(map: RevisionMap, lower: RevisionIdentifier, targets: readonly Revision[]): readonly Revision[] {
  if (typeof lower !== "string" || !lower.includes("@")) return targets;
  const name = lower.slice(0, lower.indexOf("@"));
  const revision = map.getRevision(name);
  if (revision === null || revision.revision !== name) return targets.filter((target) => target.branchLabels.has(name));
  const [label] = revision.branchLabels;
  if (label === undefined || revision.branchLabels.size !== 1) throw new InternalFailure("AssertionError");
  return targets.filter((target) => target.branchLabels.has(label));
}

/** A relative lower end counts down from the upper one. */
function relativeStart(
  map: RevisionMap,
  upper: RevisionIdentifier,
  lower: RevisionIdentifier,
  stopAtEnd: boolean,
): { readonly standing: readonly RevisionOrBase[]; readonly lower: RevisionIdentifier } {
  const { revision } = downgradeTarget(map, upper, lower, stopAtEnd);
  if (revision === null) throw new InternalFailure("AssertionError");
  return revision === "base" ? { standing: [], lower: null } : { standing: [revision], lower: revision.revision };
}
