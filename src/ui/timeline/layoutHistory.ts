import { sortRevisions } from "../../app/history/sortRevisions.ts";
import type { RevisionSummary } from "../../worker/messages.ts";

/** A place in the history: a revision, or the empty database that a first revision starts from. */
export interface HistoryNode {
  readonly key: string;
  readonly revision: RevisionSummary | null;
  readonly column: number;
  readonly lane: number;
}

/** A tube between two places, or the thin line of a dependency, which carries no liquid. */
export interface HistoryEdge {
  readonly key: string;
  readonly kind: "tube" | "dependency";
  readonly from: HistoryNode;
  readonly to: HistoryNode;
  /** Where it changes lanes: right after its start (a branch) or right before its end (a merge). */
  readonly turn: "start" | "end";
}

export interface HistoryLayout {
  readonly nodes: readonly HistoryNode[];
  readonly edges: readonly HistoryEdge[];
  readonly columns: number;
  readonly lanes: number;
  node(key: string): HistoryNode | undefined;
  /** The tubes that end at a revision. */
  tubesInto(revision: string): readonly HistoryEdge[];
}

export function baseKey(revision: string): string {
  return `base:${revision}`;
}

/**
 * Lays a history out from left to right: a column for each step of distance from the base, a lane for each branch. The first
 * revision to follow another stays in its lane; further ones branch off into the lowest free lane.
 */
export function layoutHistory(revisions: readonly RevisionSummary[]): HistoryLayout {
  const nodes = new Map<string, HistoryNode>();
  const edges: HistoryEdge[] = [];
  const lanes = new Lanes();
  const continued = new Set<string>();
  for (const revision of sortRevisions(revisions)) {
    const downs = revision.downRevisions.flatMap((id) => nodes.get(id) ?? []);
    const dependencies = revision.dependsOn.flatMap((id) => nodes.get(id) ?? []);
    const column = 1 + Math.max(0, ...[...downs, ...dependencies].map((node) => node.column));
    const [first] = downs;
    const free = first !== undefined && !continued.has(first.key) ? first.lane : null;
    const lane = free ?? lanes.lowestFree(first === undefined ? column - 1 : first.column + 1);
    lanes.occupy(lane, column);
    const node: HistoryNode = { key: revision.revision, revision, column, lane };
    nodes.set(node.key, node);
    if (downs.length === 0) {
      const base: HistoryNode = { key: baseKey(node.key), revision: null, column: column - 1, lane };
      nodes.set(base.key, base);
      edges.push({ key: `${base.key}>${node.key}`, kind: "tube", from: base, to: node, turn: "start" });
    }
    for (const down of downs) {
      continued.add(down.key);
      if (down !== first) lanes.occupy(down.lane, column - 1);
      edges.push({
        key: `${down.key}>${node.key}`,
        kind: "tube",
        from: down,
        to: node,
        turn: down === first ? "start" : "end",
      });
    }
    for (const dependency of dependencies)
      edges.push({ key: `${dependency.key}~${node.key}`, kind: "dependency", from: dependency, to: node, turn: "end" });
  }
  const all = [...nodes.values()].sort((left, right) => left.column - right.column || left.lane - right.lane);
  const into = new Map<string, HistoryEdge[]>();
  for (const edge of edges) if (edge.kind === "tube") into.set(edge.to.key, [...(into.get(edge.to.key) ?? []), edge]);
  return {
    nodes: all,
    edges,
    columns: 1 + Math.max(0, ...all.map((node) => node.column)),
    lanes: Math.max(1, lanes.count),
    node: (key) => nodes.get(key),
    tubesInto: (revision) => into.get(revision) ?? [],
  };
}

/** Up to which column each lane is taken. */
class Lanes {
  readonly #takenUntil: number[] = [];

  get count(): number {
    return this.#takenUntil.length;
  }

  lowestFree(fromColumn: number): number {
    const found = this.#takenUntil.findIndex((column) => column < fromColumn);
    return found >= 0 ? found : this.#takenUntil.length;
  }

  occupy(lane: number, column: number): void {
    this.#takenUntil[lane] = Math.max(this.#takenUntil[lane] ?? -1, column);
  }
}
