import { InternalFailure } from "../script/revisionErrors.ts";
import type { VersionOperation } from "./versionOperation.ts";

/** Moving rows of the version table without running a revision. Source: alembic.runtime.migration.StampStep. */
export interface StampStep {
  readonly kind: "stamp";
  readonly isUpgrade: boolean;
  /** A row comes or goes, instead of moving. */
  readonly branchMove: boolean;
  readonly fromRevisions: readonly string[];
  readonly toRevisions: readonly string[];
}

/** The change of the version table a stamp brings about, given its rows before. */
export function stampStepOperation(step: StampStep, heads: ReadonlySet<string>): VersionOperation {
  const { fromRevisions: from, toRevisions: to } = step;
  const absent = (ids: readonly string[]): boolean => ids.some((id) => !heads.has(id));
  if (!step.isUpgrade && step.branchMove) return { kind: "delete", revision: only(from) };
  if (step.isUpgrade && (step.branchMove || absent(from)) && absent(to)) return { kind: "insert", revision: only(to) };
  if (from.length > 1) return { kind: "merge", deletes: from.slice(0, -1), from: from.at(-1) as string, to: only(to) };
  if (to.length > 1) return { kind: "unmerge", inserts: to.slice(0, -1), from: only(from), to: to.at(-1) as string };
  return { kind: "update", from: only(from), to: only(to) };
}

function only(ids: readonly string[]): string {
  const [id] = ids;
  if (id === undefined || ids.length > 1) throw new InternalFailure("AssertionError");
  return id;
}
