import { parents, relatedRevisions } from "./relatedRevisions.ts";
import { missingKey } from "./revisionErrors.ts";
import type { RevisionNode } from "./revisionNode.ts";

/** Turns `depends_on` names (ids or labels, no abbreviations) into ids. Source: RevisionMap._add_depends_on. */
export function resolveDependencies(nodes: Iterable<RevisionNode>, entries: ReadonlyMap<string, RevisionNode>): void {
  for (const node of nodes) {
    node.resolvedDependencies = node.dependencies.map((name) => {
      const dependency = entries.get(name);
      if (dependency === undefined) throw missingKey(name);
      return dependency.revision;
    });
    node.allDownRevisions = withoutDoubles(node.downRevisions, node.resolvedDependencies);
  }
}

/**
 * Leaves out what an ancestor already depends on. Source: RevisionMap._normalize_depends_on.
 * Ancestors are only walked where two revisions share a dependency, or where a down revision is a label (which the walk refuses).
 */
export function normalizeDependencies(
  nodes: readonly RevisionNode[],
  entries: ReadonlyMap<string, RevisionNode>,
): void {
  const dependents = new Map<string, number>();
  let broken = false;
  for (const node of nodes) {
    for (const id of new Set(node.resolvedDependencies)) dependents.set(id, (dependents.get(id) ?? 0) + 1);
    broken ||= node.downRevisions.some((id) => entries.get(id)?.revision !== id);
  }
  for (const node of nodes) {
    const dependencies = new Set(node.resolvedDependencies);
    if (broken || node.resolvedDependencies.some((id) => (dependents.get(id) ?? 0) > 1)) {
      if (dependencies.size > 0) removeInherited(dependencies, node, entries);
    }
    node.normalizedDependencies = [...dependencies];
    node.normalizedDownRevisions = withoutDoubles(node.downRevisions, node.normalizedDependencies);
  }
}

function removeInherited(
  dependencies: Set<string>,
  node: RevisionNode,
  entries: ReadonlyMap<string, RevisionNode>,
): void {
  for (const ancestor of relatedRevisions<RevisionNode>(parents, [node], entries)) {
    if (ancestor === node) continue;
    for (const id of ancestor.resolvedDependencies) dependencies.delete(id);
  }
}

function withoutDoubles(first: readonly string[], second: readonly string[]): readonly string[] {
  return second.length === 0 && first.length < 2 ? first : [...new Set([...first, ...second])];
}
