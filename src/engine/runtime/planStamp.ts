import { catchRevisionErrors } from "../script/catchRevisionErrors.ts";
import type { Revision } from "../script/revision.ts";
import { InternalFailure } from "../script/revisionErrors.ts";
import { requireRevision } from "../script/requireRevision.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import type { StampStep } from "./stampStep.ts";

/**
 * The steps that make the version table, holding `heads`, say that the database stands at `destinations`; none given means base.
 * Source: ScriptDirectory._stamp_revs.
 * @throws CommandError
 */
export function planStamp(
  map: RevisionMap,
  destinations: readonly string[],
  heads: readonly string[],
): readonly StampStep[] {
  const texts = { multipleHeads: "Multiple heads are present; please specify a single target revision" };
  return catchRevisionErrors(texts, () => stampSteps(map, destinations.length > 0 ? destinations : ["base"], heads));
}

function stampSteps(map: RevisionMap, destinations: readonly string[], heads: readonly string[]): readonly StampStep[] {
  const applied = catchRevisionErrors({}, () => map.getRevisions(heads)).map(requireRevision);
  const affected = new Set<Revision>();
  for (const destination of destinations) {
    if (destination === "") continue;
    for (const revision of map.filterForLineage(applied, destination, true)) affected.add(revision);
  }
  const targets = catchRevisionErrors({}, () => map.getRevisions(destinations));
  return (targets.length > 0 ? targets : [null]).flatMap((target) =>
    target === null ? [...affected].map(rowRemoval) : stampTo(map, requireRevision(target), affected),
  );
}

function rowRemoval(revision: Revision): StampStep {
  return { kind: "stamp", isUpgrade: false, branchMove: true, fromRevisions: [revision.revision], toRevisions: [] };
}

function stampTo(map: RevisionMap, target: Revision, affected: ReadonlySet<Revision>): readonly StampStep[] {
  if (affected.has(target)) return [];
  const isAbove = intersects(affected, map.descendants([target]));
  const isBelow = intersects(affected, map.ancestors([target]));
  if (isAbove && isBelow) throw new InternalFailure("AssertionError");
  const toRevisions = [target.revision];
  if (!isAbove && !isBelow)
    return [{ kind: "stamp", isUpgrade: true, branchMove: true, fromRevisions: [], toRevisions }];
  const fromRevisions = [...affected].map((revision) => revision.revision);
  return [{ kind: "stamp", isUpgrade: isBelow, branchMove: false, fromRevisions, toRevisions }];
}

function intersects(left: ReadonlySet<Revision>, right: ReadonlySet<Revision>): boolean {
  for (const revision of left) if (right.has(revision)) return true;
  return false;
}
