import { sortRevisions } from "../../app/history/sortRevisions.ts";
import type { RevisionSummary } from "../../worker/messages.ts";
import { branchTints, type BranchTint } from "./branchTints.ts";
import { foldHistory, type Fold, type FoldOptions } from "./foldHistory.ts";

/** A place in the history: a revision, a fold of several, or the empty database that a first revision starts from. */
export interface HistoryNode {
  readonly key: string;
  readonly revision: RevisionSummary | null;
  readonly fold: Fold | null;
  readonly column: number;
  readonly lane: number;
  /** Of its branch, by which branches are told apart. */
  readonly tint: BranchTint;
}

/** A tube between two places, or the thin line of a dependency, which carries no liquid. */
export interface HistoryEdge {
  readonly key: string;
  readonly kind: "tube" | "dependency";
  readonly from: HistoryNode;
  readonly to: HistoryNode;
  /** The lane that it runs in; it changes into it right after its start, and out of it right before its end. */
  readonly lane: number;
  readonly tint: BranchTint;
}

/** Where a revision is drawn: alone, or as the `index`th of the `count` revisions of a fold. */
export interface HistoryPlace {
  readonly node: HistoryNode;
  readonly index: number;
  readonly count: number;
}

export interface HistoryLayout {
  readonly nodes: readonly HistoryNode[];
  readonly edges: readonly HistoryEdge[];
  readonly columns: number;
  readonly lanes: number;
  node(key: string): HistoryNode | undefined;
  place(revision: string): HistoryPlace | undefined;
  /** The tubes that end at a place. */
  tubesInto(key: string): readonly HistoryEdge[];
}

export function baseKey(revision: string): string {
  return `base:${revision}`;
}

const showAll: FoldOptions = { keep: new Set(), opened: new Set() };

/** What stands in one column: a revision or a fold, and what it follows. */
interface Item {
  readonly key: string;
  readonly revision: RevisionSummary | null;
  readonly fold: Fold | null;
  readonly downs: readonly string[];
  readonly dependencies: readonly string[];
}

/**
 * Lays a history out from left to right: a column for each step of distance from the base, a lane for each branch. The first
 * revision to follow another stays in its lane; further ones part into the lowest lane that is free from there to their end.
 */
export function layoutHistory(revisions: readonly RevisionSummary[], folding: FoldOptions = showAll): HistoryLayout {
  const sorted = sortRevisions(revisions);
  const { items, itemOf } = foldedItems(sorted, foldHistory(sorted, folding));
  return drawnLayout(items, itemOf, branchesOf(items));
}

/** Items that follow each other in one lane, or a tube alone that passes others on its way to a merge. */
interface Branch {
  /** Key of its first item; of the edge where it has none. */
  readonly first: string;
  readonly passes: boolean;
  readonly startColumn: number;
  endColumn: number;
  lane: number;
}

interface Branches {
  readonly columns: ReadonlyMap<string, number>;
  readonly of: ReadonlyMap<string, Branch>;
  /** The lanes of tubes that cannot run in the lane of either end, by the edge's key. */
  readonly passages: ReadonlyMap<string, Branch>;
  readonly tints: ReadonlyMap<string, BranchTint>;
}

function branchesOf(items: readonly Item[]): Branches {
  const columns = new Map<string, number>();
  const of = new Map<string, Branch>();
  const passages = new Map<string, Branch>();
  const branches: Branch[] = [];
  /** What another item follows in the same lane, or a tube leaves along it. */
  const continued = new Set<string>();
  const columnOf = (key: string): number => columns.get(key) ?? 0;
  const begin = (first: string, passes: boolean, startColumn: number, endColumn: number): Branch => {
    const branch = { first, passes, startColumn, endColumn, lane: 0 };
    branches.push(branch);
    return branch;
  };
  for (const item of items) {
    const { key } = item;
    const [first, ...others] = item.downs.filter((down) => columns.has(down));
    const before = [...(first === undefined ? [] : [first]), ...others, ...item.dependencies];
    const column = 1 + Math.max(0, ...before.map(columnOf));
    const own = first === undefined || continued.has(first) ? undefined : of.get(first);
    const branch = own ?? begin(key, false, first === undefined ? column - 1 : columnOf(first) + 1, column);
    branch.endColumn = Math.max(branch.endColumn, column);
    columns.set(key, column);
    of.set(key, branch);
    if (first !== undefined) continued.add(first);
    for (const down of others) {
      const joined = of.get(down);
      if (!continued.has(down) && joined !== undefined) joined.endColumn = Math.max(joined.endColumn, column - 1);
      else if (columnOf(down) < column - 1)
        passages.set(edgeKey(down, key), begin(edgeKey(down, key), true, columnOf(down) + 1, column - 1));
      continued.add(down);
    }
  }
  assignLanes(branches);
  return {
    columns,
    of,
    passages,
    tints: branchTints(branches.filter(({ passes }) => !passes).map(({ first }) => first)),
  };
}

/** The lowest lane that is free over all of a branch's columns; branches that start further left choose first. */
function assignLanes(branches: readonly Branch[]): void {
  const takenUntil: number[] = [];
  const byStart = [...branches].sort((left, right) => left.startColumn - right.startColumn);
  for (const branch of byStart) {
    const free = takenUntil.findIndex((column) => column < branch.startColumn);
    branch.lane = free >= 0 ? free : takenUntil.length;
    takenUntil[branch.lane] = branch.endColumn;
  }
}

function edgeKey(from: string, to: string): string {
  return `${from}>${to}`;
}

function foldedItems(
  sorted: readonly RevisionSummary[],
  folds: readonly Fold[],
): { readonly items: readonly Item[]; readonly itemOf: ReadonlyMap<string, ItemPlace> } {
  const itemOf = new Map(
    sorted.map(({ revision }) => [revision, { key: revision, index: 0, count: 1 }] as [string, ItemPlace]),
  );
  const foldAt = new Map<string, Fold>();
  for (const fold of folds) {
    for (const [index, { revision }] of fold.revisions.entries())
      itemOf.set(revision, { key: fold.key, index, count: fold.revisions.length });
    const [first] = fold.revisions;
    if (first !== undefined) foldAt.set(first.revision, fold);
  }
  const keys = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => itemOf.get(id)?.key ?? []);
  const items = sorted.flatMap((revision): readonly Item[] => {
    const fold = foldAt.get(revision.revision) ?? null;
    const key = itemOf.get(revision.revision)?.key ?? revision.revision;
    if (fold === null && key !== revision.revision) return [];
    return [
      {
        key,
        revision: fold === null ? revision : null,
        fold,
        downs: keys(revision.downRevisions),
        dependencies: keys(revision.dependsOn),
      },
    ];
  });
  return { items, itemOf };
}

interface ItemPlace {
  readonly key: string;
  readonly index: number;
  readonly count: number;
}

function drawnLayout(
  items: readonly Item[],
  itemOf: ReadonlyMap<string, ItemPlace>,
  { columns, of, passages, tints }: Branches,
): HistoryLayout {
  const nodes = new Map<string, HistoryNode>();
  const edges: HistoryEdge[] = [];
  const into = new Map<string, HistoryEdge[]>();
  const addTube = (from: HistoryNode, to: HistoryNode, side: HistoryNode): void => {
    const key = edgeKey(from.key, to.key);
    const lane = passages.get(key)?.lane ?? side.lane;
    const edge: HistoryEdge = { key, kind: "tube", from, to, lane, tint: side.tint };
    edges.push(edge);
    into.set(to.key, [...(into.get(to.key) ?? []), edge]);
  };
  for (const item of items) {
    const { key, revision, fold } = item;
    const branch = of.get(key);
    const tint = tints.get(branch?.first ?? "") ?? 0;
    const node: HistoryNode = { key, revision, fold, column: columns.get(key) ?? 0, lane: branch?.lane ?? 0, tint };
    const downs = item.downs.flatMap((down) => nodes.get(down) ?? []);
    nodes.set(key, node);
    if (downs.length === 0) {
      const base = { ...node, key: baseKey(key), revision: null, fold: null, column: node.column - 1 };
      nodes.set(base.key, base);
      addTube(base, node, node);
    }
    for (const [index, down] of downs.entries()) addTube(down, node, index === 0 ? node : down);
    for (const from of item.dependencies.flatMap((other) => nodes.get(other) ?? []))
      edges.push({ key: `${from.key}~${key}`, kind: "dependency", from, to: node, lane: node.lane, tint });
  }
  const all = [...nodes.values()].sort((left, right) => left.column - right.column || left.lane - right.lane);
  const last = (of: (node: HistoryNode) => number): number => Math.max(0, ...all.map(of));
  return {
    nodes: all,
    edges,
    columns: 1 + last(({ column }) => column),
    lanes:
      1 +
      Math.max(
        last(({ lane }) => lane),
        ...edges.map(({ lane }) => lane),
      ),
    node: (key) => nodes.get(key),
    place: (revision) => {
      const place = itemOf.get(revision);
      const node = nodes.get(place?.key ?? "");
      return place === undefined || node === undefined ? undefined : { node, index: place.index, count: place.count };
    },
    tubesInto: (key) => into.get(key) ?? [],
  };
}
