import { AncestorTable } from "./ancestorTable.ts";
import type { Revision, RevisionOrBase } from "./revision.ts";
import { InternalFailure } from "./revisionErrors.ts";
import type { LoadedRevisions } from "./loadRevisions.ts";

/**
 * Orders revisions from the heads down, each after everything that needs it; heads start in load order and a line is
 * followed for as long as no other head still needs its next revision. Source: RevisionMap._topological_sort.
 */
export function topologicalSort(
  revisions: Iterable<Revision>,
  heads: Iterable<RevisionOrBase>,
  loaded: LoadedRevisions,
): readonly Revision[] {
  const todo = new Set<string>();
  for (const revision of revisions) todo.add(revision.revision);
  const pending = startingHeads(heads, todo, loaded);
  const pendingSet = new Set(pending);
  let ancestors: AncestorTable | null = null;
  const output: Revision[] = [];
  let index = 0;
  while (pending.length > 0) {
    const candidate = pending[index] as string;
    if (pending.length > 1) {
      ancestors ??= new AncestorTable(pending, todo, loaded.entries);
      const blocker = ancestors.firstThatReaches(candidate, pending);
      if (blocker !== -1) {
        index = blocker;
        continue;
      }
    }
    const revision = loaded.entries.get(candidate) as Revision;
    if (todo.delete(candidate)) output.push(revision);
    const additions = revision.normalizedDownRevisions.filter((id) => todo.has(id) && !pendingSet.has(id));
    pendingSet.delete(candidate);
    const [next, ...others] = additions;
    if (next === undefined) {
      pending.splice(index, 1);
      index = Math.max(index - 1, 0);
    } else {
      pending[index] = next;
      pending.push(...others);
      for (const id of additions) pendingSet.add(id);
    }
  }
  if (todo.size > 0) throw new InternalFailure("AssertionError");
  return output;
}

function startingHeads(heads: Iterable<RevisionOrBase>, todo: ReadonlySet<string>, loaded: LoadedRevisions): string[] {
  const ids = new Set<string>();
  for (const head of heads) {
    if (head === null || head === "base") {
      throw new InternalFailure(
        "AttributeError",
        `'${head === null ? "NoneType" : "str"}' object has no attribute 'revision'`,
      );
    }
    if (todo.has(head.revision)) ids.add(head.revision);
  }
  const position = (id: string): number => loaded.positions.get(id) ?? 0;
  return [...ids].toSorted((left, right) => position(left) - position(right));
}
