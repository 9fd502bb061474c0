import type { RevisionSummary } from "../../worker/messages.ts";

/** The revisions from base to head: each after everything it follows or depends on, ties in load order. A cycle's members come last. */
export function sortRevisions(revisions: readonly RevisionSummary[]): readonly RevisionSummary[] {
  const known = new Set(revisions.map(({ revision }) => revision));
  const missing = new Map(
    revisions.map((revision) => [
      revision.revision,
      new Set(
        [...revision.downRevisions, ...revision.dependsOn].filter((id) => known.has(id) && id !== revision.revision),
      ),
    ]),
  );
  const followers = new Map<string, RevisionSummary[]>();
  for (const revision of revisions)
    for (const id of missing.get(revision.revision) ?? []) followers.set(id, [...(followers.get(id) ?? []), revision]);
  const sorted: RevisionSummary[] = [];
  const ready = revisions.filter((revision) => missing.get(revision.revision)?.size === 0);
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    sorted.push(next);
    for (const follower of followers.get(next.revision) ?? []) {
      const left = missing.get(follower.revision);
      left?.delete(next.revision);
      if (left?.size === 0) ready.push(follower);
    }
  }
  return sorted.length === revisions.length ? sorted : [...sorted, ...revisions.filter((one) => !sorted.includes(one))];
}
