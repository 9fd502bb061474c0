import { children, childrenAndDependents, type Neighbours, parents, relatedRevisions } from "./relatedRevisions.ts";
import type { Revision } from "./revision.ts";
import { CycleDetected, DependencyCycleDetected } from "./revisionErrors.ts";
import type { RevisionNode } from "./revisionNode.ts";

interface Ends {
  readonly heads: ReadonlySet<RevisionNode>;
  readonly bases: readonly RevisionNode[];
  readonly realHeads: ReadonlySet<RevisionNode>;
  readonly realBases: readonly RevisionNode[];
}

const allParents: Neighbours<Revision> = (revision) => revision.allDownRevisions;

/**
 * Every revision must be reachable downwards from a head and upwards from a base, with and without dependencies.
 * Source: RevisionMap._detect_cycles.
 * @throws CycleDetected, DependencyCycleDetected
 */
export function detectCycles(byId: ReadonlyMap<string, RevisionNode>, ends: Ends): void {
  if (byId.size === 0) return;
  if (ends.heads.size === 0 || ends.bases.length === 0) throw new CycleDetected([...byId.keys()]);
  const outside = unreachable(byId, parents, ends.heads, children, ends.bases);
  if (outside.length > 0) throw new CycleDetected(outside);

  if (ends.realHeads.size === 0 || ends.realBases.length === 0) throw new DependencyCycleDetected([...byId.keys()]);
  const outsideReal = unreachable(byId, allParents, ends.realHeads, childrenAndDependents, ends.realBases);
  if (outsideReal.length > 0) throw new DependencyCycleDetected(outsideReal);
}

function unreachable(
  byId: ReadonlyMap<string, RevisionNode>,
  downwards: Neighbours<Revision>,
  heads: Iterable<RevisionNode>,
  upwards: Neighbours<Revision>,
  bases: Iterable<RevisionNode>,
): readonly string[] {
  const below = idsOf(relatedRevisions<RevisionNode>(downwards, heads, byId));
  const above = idsOf(relatedRevisions<RevisionNode>(upwards, bases, byId));
  return [...byId.keys()].filter((id) => !below.has(id) || !above.has(id)).toSorted();
}

function idsOf(nodes: Iterable<RevisionNode>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const node of nodes) ids.add(node.revision);
  return ids;
}
