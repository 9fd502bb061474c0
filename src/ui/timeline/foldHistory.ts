import type { RevisionSummary } from "../../worker/messages.ts";

/** A stretch of the history that is drawn as one place: its revisions from the lower end up, each following the one before. */
export interface Fold {
  readonly key: string;
  readonly revisions: readonly RevisionSummary[];
}

export interface FoldOptions {
  /** Revisions that stay in sight together with their neighbours: where the database is, where a run leads. */
  readonly keep: ReadonlySet<string>;
  /** Revisions of folds that the reader has opened. */
  readonly opened: ReadonlySet<string>;
}

/** Histories up to this length are shown whole. */
const longestWhole = 40;
/** Fewer revisions than this are not worth a fold. */
const shortestFold = 6;
/** How many neighbours of what is kept stay in sight. */
const margin = 2;

/**
 * The straight stretches of a long history that can be folded away. What tells something stays: first and last revisions, where branches part
 * and join, labels, dependencies, and the neighbourhood of `keep`.
 * @param sorted each revision after those that it follows
 */
export function foldHistory(sorted: readonly RevisionSummary[], { keep, opened }: FoldOptions): readonly Fold[] {
  if (sorted.length <= longestWhole) return [];
  const followers = new Map<string, string[]>();
  const needed = new Set<string>();
  for (const { revision, downRevisions, dependsOn } of sorted) {
    for (const down of downRevisions) followers.set(down, [...(followers.get(down) ?? []), revision]);
    for (const dependency of dependsOn) needed.add(dependency);
  }
  const plain = ({ revision, downRevisions, dependsOn, branchLabels }: RevisionSummary): boolean =>
    downRevisions.length === 1 &&
    followers.get(revision)?.length === 1 &&
    dependsOn.length === 0 &&
    branchLabels.length === 0 &&
    !needed.has(revision);
  const folds: Fold[] = [];
  for (const stretch of stretchesOf(sorted, plain)) {
    for (const run of withoutKept(stretch, keep)) {
      const [first] = run;
      if (first === undefined || run.length < shortestFold || run.some(({ revision }) => opened.has(revision)))
        continue;
      folds.push({ key: `fold:${first.revision}`, revisions: run });
    }
  }
  return folds;
}

/** Maximal chains of plain revisions, without the ends that border on something that tells more. */
function stretchesOf(
  sorted: readonly RevisionSummary[],
  plain: (revision: RevisionSummary) => boolean,
): readonly (readonly RevisionSummary[])[] {
  const stretches = new Map<string, RevisionSummary[]>();
  for (const revision of sorted) {
    if (!plain(revision)) continue;
    const [down = ""] = revision.downRevisions;
    const stretch = stretches.get(down) ?? [];
    stretches.delete(down);
    stretch.push(revision);
    stretches.set(revision.revision, stretch);
  }
  return [...stretches.values()].map((stretch) => stretch.slice(margin - 1, stretch.length - margin + 1));
}

function withoutKept(
  stretch: readonly RevisionSummary[],
  keep: ReadonlySet<string>,
): readonly (readonly RevisionSummary[])[] {
  const near = stretch.map((_, index) =>
    stretch.slice(Math.max(0, index - margin), index + margin + 1).some(({ revision }) => keep.has(revision)),
  );
  const runs: RevisionSummary[][] = [[]];
  for (const [index, revision] of stretch.entries()) {
    if (near[index] === true) runs.push([]);
    else runs.at(-1)?.push(revision);
  }
  return runs;
}
