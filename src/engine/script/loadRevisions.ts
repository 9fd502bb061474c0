import { detectCycles } from "./detectCycles.ts";
import { normalizeDependencies, resolveDependencies } from "./dependencies.ts";
import { mapBranchLabels, spreadBranchLabels } from "./branchLabels.ts";
import type { Revision, RevisionScript } from "./revision.ts";
import { missingKey } from "./revisionErrors.ts";
import { RevisionNode } from "./revisionNode.ts";
import { describeRevision } from "./revisionText.ts";

/** A history with every relation between its revisions worked out. */
export interface LoadedRevisions {
  /** Revision ids in load order, then branch labels. */
  readonly entries: ReadonlyMap<string, Revision>;
  /** Place of each entry. */
  readonly positions: ReadonlyMap<string, number>;
  /** Each id once, in load order. */
  readonly revisions: readonly Revision[];
  readonly heads: readonly string[];
  readonly realHeads: readonly string[];
  readonly bases: readonly string[];
  readonly realBases: readonly string[];
}

/**
 * Works out a history from its scripts; load order decides the order of heads and bases and every tie.
 * Source: RevisionMap._revision_map.
 * @throws RevisionError on cycles, doubled branch labels and illegal ids; InternalFailure on a reference to nothing
 */
export function loadRevisions(scripts: Iterable<RevisionScript>, warn: (message: string) => void): LoadedRevisions {
  const byId = new Map<string, RevisionNode>();
  const nodes: RevisionNode[] = [];
  for (const script of scripts) {
    const node = new RevisionNode(script);
    nodes.push(node);
    if (byId.has(node.revision)) warn(`Revision ${node.revision} is present more than once`);
    byId.set(node.revision, node);
  }
  const labelled = nodes.filter((node) => node.ownBranchLabels.length > 0);
  const entries = new Map(byId);
  mapBranchLabels(labelled, entries);
  resolveDependencies(nodes, entries);

  const heads = new Set(nodes);
  const realHeads = new Set(nodes);
  for (const node of byId.values()) link(node, entries, heads, realHeads, warn);
  const bases = nodes.filter((node) => node.isBase);
  const realBases = nodes.filter((node) => node.isRealBase);

  normalizeDependencies(nodes, entries);
  detectCycles(byId, { heads, bases, realHeads, realBases });
  spreadBranchLabels(labelled, entries);
  return {
    entries,
    positions: new Map([...entries.keys()].map((key, index) => [key, index])),
    revisions: [...byId.values()],
    heads: idsOf(heads),
    realHeads: idsOf(realHeads),
    bases: idsOf(bases),
    realBases: idsOf(realBases),
  };
}

function link(
  node: RevisionNode,
  entries: ReadonlyMap<string, RevisionNode>,
  heads: Set<RevisionNode>,
  realHeads: Set<RevisionNode>,
  warn: (message: string) => void,
): void {
  for (const id of node.allDownRevisions) {
    const down = entries.get(id);
    if (down === undefined) {
      warn(`Revision ${id} referenced from ${describeRevision(node)} is not present`);
      throw missingKey(id);
    }
    down.addNext(node);
    if (node.downRevisions.includes(id)) heads.delete(down);
    realHeads.delete(down);
  }
}

function idsOf(nodes: Iterable<RevisionNode>): readonly string[] {
  return Array.from(nodes, (node) => node.revision);
}
