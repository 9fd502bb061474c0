import type { Revision } from "../script/revision.ts";
import { InternalFailure } from "../script/revisionErrors.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import type { VersionOperation } from "./versionOperation.ts";

/** Running one revision's upgrade or downgrade. Source: alembic.runtime.migration.RevisionStep. */
export interface RevisionStep {
  readonly kind: "revision";
  readonly isUpgrade: boolean;
  readonly revision: Revision;
}

/**
 * The change of the version table a step brings about, given its rows before.
 * @throws InternalFailure when no single row can be told to be the one to change
 */
export function revisionStepOperation(
  map: RevisionMap,
  step: RevisionStep,
  heads: ReadonlySet<string>,
): VersionOperation {
  return step.isUpgrade ? upgradeOperation(map, step.revision, heads) : downgradeOperation(map, step.revision, heads);
}

function upgradeOperation(map: RevisionMap, revision: Revision, heads: ReadonlySet<string>): VersionOperation {
  const to = revision.revision;
  const downs = revision.normalizedDownRevisions;
  const present = downs.filter((id) => heads.has(id));
  const [onlyRow] = present;
  if (onlyRow === undefined) return { kind: "insert", revision: to };
  if (present.length === 1) return { kind: "update", from: onlyRow, to };
  const merged = withoutAncestorsOf(
    map,
    downs,
    [...heads].filter((id) => !downs.includes(id)),
  );
  const from = merged.at(-1);
  if (from === undefined) throw new InternalFailure("IndexError", "list index out of range");
  return merged.length === 1 ? { kind: "update", from, to } : { kind: "merge", deletes: merged.slice(0, -1), from, to };
}

function downgradeOperation(map: RevisionMap, revision: Revision, heads: ReadonlySet<string>): VersionOperation {
  const from = revision.revision;
  const downs = revision.normalizedDownRevisions;
  if (heads.has(from)) {
    const left = remainingDownRevisions(map, revision, heads);
    const to = left.at(-1);
    if (to === undefined) return { kind: "delete", revision: from };
    if (left.length > 1) return { kind: "unmerge", inserts: left.slice(0, -1), from, to };
    return { kind: "update", from, to };
  }
  const candidates = downs.length === 1 ? downs : downs.filter((id) => heads.has(id));
  const [to] = candidates;
  if (to === undefined || candidates.length > 1) {
    throw new InternalFailure("AssertionError", "Can't do an UPDATE because downrevision is ambiguous");
  }
  return { kind: "update", from, to };
}

/** The down revisions that no row would stand for once the revision is gone. */
function remainingDownRevisions(map: RevisionMap, revision: Revision, heads: ReadonlySet<string>): readonly string[] {
  const downs = revision.normalizedDownRevisions;
  if (downs.length === 0) return downs;
  const others = [...heads].filter((id) => id !== revision.revision);
  if (others.length > 0) return withoutAncestorsOf(map, downs, others);
  if (downs.length === 1) return downs;
  const implied = new Set<string>();
  for (const down of downs) {
    for (const ancestor of map.ancestors(map.getRevisions(down)))
      if (ancestor.revision !== down) implied.add(ancestor.revision);
  }
  return downs.filter((id) => !implied.has(id));
}

function withoutAncestorsOf(map: RevisionMap, ids: readonly string[], heads: readonly string[]): readonly string[] {
  if (heads.length === 0) return ids;
  const implied = new Set<string>();
  for (const ancestor of map.ancestors(map.getRevisions(heads))) implied.add(ancestor.revision);
  return ids.filter((id) => !implied.has(id));
}
