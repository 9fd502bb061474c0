import type { Revision, RevisionOrBase } from "./revision.ts";
import { InternalFailure, missingKey, RevisionError } from "./revisionErrors.ts";

export type Neighbours<T extends Revision> = (revision: T) => Iterable<string>;

export const parents: Neighbours<Revision> = (revision) => revision.downRevisions;
export const parentsAndDependencies: Neighbours<Revision> = (revision) => revision.normalizedDownRevisions;
export const children: Neighbours<Revision> = (revision) => revision.nextRevisions;
export const childrenAndDependents: Neighbours<Revision> = (revision) => revision.allNextRevisions;

/**
 * The targets and everything reachable from them, depth first, in the order of the visit.
 * With `refuseOverlaps`, a target that leads to another target is an error.
 * @throws RevisionError when targets overlap or a name leads to a revision of another name
 */
export function relatedRevisions<T extends Revision>(
  neighbours: Neighbours<T>,
  targets: Iterable<T | RevisionOrBase>,
  entries: ReadonlyMap<string, T>,
  refuseOverlaps = false,
): Set<T> {
  const seen = new Set<T>();
  const all = refuseOverlaps ? new Set(targets) : targets;
  for (const target of targets) {
    if (target === null || target === "base") throw new InternalFailure("AssertionError");
    const met = refuseOverlaps ? new Set<T>() : null;
    const todo = [target as T];
    for (let revision = todo.pop(); revision !== undefined; revision = todo.pop()) {
      met?.add(revision);
      if (seen.has(revision)) continue;
      seen.add(revision);
      for (const id of neighbours(revision)) {
        const next = entries.get(id);
        if (next === undefined) throw missingKey(id);
        if (next.revision !== id) throw new RevisionError("Dependency resolution failed; broken map");
        todo.push(next);
      }
    }
    if (met) refuseOverlap(target as T, met, all);
  }
  return seen;
}

function refuseOverlap<T extends Revision>(
  target: T,
  met: ReadonlySet<T>,
  targets: Iterable<T | RevisionOrBase>,
): void {
  const overlaps: string[] = [];
  for (const other of targets) {
    if (other !== null && other !== "base" && other !== target && met.has(other as T)) overlaps.push(other.revision);
  }
  if (overlaps.length > 0) {
    throw new RevisionError(
      `Requested revision ${target.revision} overlaps with other requested revisions ${overlaps.join(", ")}`,
    );
  }
}
