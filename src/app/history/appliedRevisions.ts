import type { RevisionSummary } from "../../worker/messages.ts";

/**
 * Every revision that has been applied when the version table holds `heads`: the heads, what they follow and what they
 * depend on. Heads that no file has are left out.
 */
export function appliedRevisions(revisions: readonly RevisionSummary[], heads: readonly string[]): ReadonlySet<string> {
  const byId = new Map(revisions.map((revision) => [revision.revision, revision]));
  const applied = new Set<string>();
  const waiting = [...heads];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const revision = byId.get(id);
    if (revision === undefined || applied.has(id)) continue;
    applied.add(id);
    waiting.push(...revision.downRevisions, ...revision.dependsOn);
  }
  return applied;
}
