import type { MigrationInfo } from "../userFunctions.ts";
import type { MigrationStep } from "./headMaintainer.ts";

/** What a step is for `onVersionApply`. Source: alembic.runtime.migration, the `info` of RevisionStep and StampStep. */
export function migrationInfo(step: MigrationStep): MigrationInfo {
  const { isUpgrade } = step;
  const [up, down] = endsOf(step);
  return {
    isUpgrade,
    isStamp: step.kind === "stamp",
    isMigration: step.kind === "revision",
    upRevisionId: up[0] ?? null,
    upRevisionIds: up,
    downRevisionIds: down,
    sourceRevisionIds: isUpgrade ? down : up,
    destinationRevisionIds: isUpgrade ? up : down,
  };
}

function endsOf(step: MigrationStep): readonly [up: readonly string[], down: readonly string[]] {
  if (step.kind === "revision") return [[step.revision.revision], step.revision.normalizedDownRevisions];
  return step.isUpgrade ? [step.toRevisions, step.fromRevisions] : [step.fromRevisions, step.toRevisions];
}
