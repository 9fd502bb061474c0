import { assertNever } from "../assertNever.ts";
import { InternalFailure, missingKey } from "../script/revisionErrors.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import { revisionStepOperation, type RevisionStep } from "./revisionStep.ts";
import { stampStepOperation, type StampStep } from "./stampStep.ts";
import type { VersionOperation } from "./versionOperation.ts";

export type MigrationStep = RevisionStep | StampStep;

/** Which change of the version table a step is, given its rows before. Source: HeadMaintainer.update_to_step. */
export function versionOperation(map: RevisionMap, step: MigrationStep, heads: ReadonlySet<string>): VersionOperation {
  return step.kind === "stamp" ? stampStepOperation(step, heads) : revisionStepOperation(map, step, heads);
}

/**
 * The version table's rows after a change.
 * @throws InternalFailure when a row to remove is absent or a row to add is present
 */
export function applyVersionOperation(operation: VersionOperation, heads: ReadonlySet<string>): ReadonlySet<string> {
  const rows = new Set(heads);
  switch (operation.kind) {
    case "insert":
      insertRow(rows, operation.revision);
      break;
    case "delete":
      deleteRow(rows, operation.revision);
      break;
    case "update":
      updateRow(rows, operation.from, operation.to);
      break;
    case "merge":
      for (const id of operation.deletes) deleteRow(rows, id);
      updateRow(rows, operation.from, operation.to);
      break;
    case "unmerge":
      for (const id of operation.inserts) insertRow(rows, id);
      updateRow(rows, operation.from, operation.to);
      break;
    default:
      assertNever(operation);
  }
  return rows;
}

function insertRow(rows: Set<string>, id: string): void {
  if (rows.has(id)) throw new InternalFailure("AssertionError");
  rows.add(id);
}

function deleteRow(rows: Set<string>, id: string): void {
  if (!rows.delete(id)) throw missingKey(id);
}

function updateRow(rows: Set<string>, from: string, to: string): void {
  if (rows.has(to)) throw new InternalFailure("AssertionError");
  deleteRow(rows, from);
  rows.add(to);
}
