import type { RevisionDirective } from "../userFunctions.ts";

/** A revision of which nothing is asked but its id. */
export function emptyDirective(revisionId: string): RevisionDirective {
  return {
    revisionId,
    message: null,
    upgradeOps: [],
    downgradeOps: [],
    imports: [],
    head: null,
    splice: false,
    branchLabel: null,
    versionPath: null,
    dependsOn: [],
  };
}
