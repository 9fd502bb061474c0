import type { MigrationStep } from "./headMaintainer.ts";

/** "upgrade a -> b": the step's direction and ends, dependencies left out. Source: MigrationStep.short_log. */
export function stepShortLog(step: MigrationStep): string {
  if (step.kind === "stamp") return arrow("stamp_revision", step.fromRevisions, step.toRevisions);
  const { revision, isUpgrade } = step;
  return isUpgrade
    ? arrow("upgrade", revision.downRevisions, [revision.revision])
    : arrow("downgrade", [revision.revision], revision.downRevisions);
}

/** The same with the revision's first paragraph, as the log says it after "Running ". Source: MigrationStep.__str__. */
export function stepLog(step: MigrationStep): string {
  const doc = step.kind === "stamp" ? "" : step.revision.doc;
  return doc === "" ? stepShortLog(step) : `${stepShortLog(step)}, ${doc}`;
}

function arrow(name: string, from: readonly string[], to: readonly string[]): string {
  return `${name} ${from.join(", ")} -> ${to.join(", ")}`;
}
