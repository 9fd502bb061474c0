import { pathInProject } from "../script/projectPath.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import { versionOperation, type MigrationStep as PlannedMigrationStep } from "./headMaintainer.ts";
import { migrationInfo } from "./migrationInfo.ts";
import type { MigrationStep } from "./migrationStep.ts";
import { planDowngrade } from "./planDowngrade.ts";
import { planStamp } from "./planStamp.ts";
import { planUpgrade } from "./planUpgrade.ts";
import { stepLog, stepShortLog } from "./stepText.ts";
import type { VersionOperation } from "./versionOperation.ts";
import type { VersionChange } from "./versionTable.ts";

/** The steps of `upgrade`, ready to run; paths become relative to the project. @throws CommandError */
export function upgradeSteps(
  map: RevisionMap,
  projectFolder: string,
  destination: string,
  heads: readonly string[],
): readonly MigrationStep[] {
  return planUpgrade(map, destination, heads).map((step) => migrationStep(map, step, projectFolder));
}

/** The steps of `downgrade`. @throws CommandError */
export function downgradeSteps(
  map: RevisionMap,
  projectFolder: string,
  destination: string,
  heads: readonly string[],
): readonly MigrationStep[] {
  return planDowngrade(map, destination, heads).map((step) => migrationStep(map, step, projectFolder));
}

/** The steps of `stamp`. @throws CommandError */
export function stampSteps(
  map: RevisionMap,
  projectFolder: string,
  destinations: readonly string[],
  heads: readonly string[],
): readonly MigrationStep[] {
  return planStamp(map, destinations, heads).map((step) => migrationStep(map, step, projectFolder));
}

export function migrationStep(map: RevisionMap, step: PlannedMigrationStep, projectFolder: string): MigrationStep {
  const versionChanges = (heads: ReadonlySet<string>) => changesOf(versionOperation(map, step, heads));
  const texts = { log: stepLog(step), shortLog: stepShortLog(step), info: migrationInfo(step), versionChanges };
  if (step.kind === "stamp")
    return {
      ...texts,
      direction: "stamp",
      revision: step.toRevisions[0] ?? step.fromRevisions[0] ?? "",
      doc: "",
      path: null,
    };
  const { revision, doc, path } = step.revision;
  return {
    ...texts,
    direction: step.isUpgrade ? "upgrade" : "downgrade",
    revision,
    doc,
    path: path === null ? null : pathInProject(projectFolder, path),
  };
}

/** Source: alembic.runtime.migration.HeadMaintainer.update_to_step. */
function changesOf(operation: VersionOperation): readonly VersionChange[] {
  switch (operation.kind) {
    case "insert":
    case "delete":
      return [{ kind: operation.kind, revision: operation.revision }];
    case "update":
      return [operation];
    case "merge":
      return [
        ...operation.deletes.map((revision): VersionChange => ({ kind: "delete", revision })),
        { kind: "update", from: operation.from, to: operation.to },
      ];
    case "unmerge":
      return [
        ...operation.inserts.map((revision): VersionChange => ({ kind: "insert", revision })),
        { kind: "update", from: operation.from, to: operation.to },
      ];
  }
}
