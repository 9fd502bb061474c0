import type { MigrationInfo } from "../userFunctions.ts";
import type { VersionChange } from "./versionTable.ts";

/** One step as the migration context runs it: a revision's function, or a stamp, and what it does to the version table. */
export interface MigrationStep {
  readonly direction: "upgrade" | "downgrade" | "stamp";
  readonly revision: string;
  readonly doc: string;
  /** The revision's file in the project; null for a stamp. */
  readonly path: string | null;
  /** `upgrade a -> b, doc`: what the log says after `Running `. */
  readonly log: string;
  /** The same without the doc, for the comment in offline mode. */
  readonly shortLog: string;
  /** What `onVersionApply` is told. */
  readonly info: MigrationInfo;
  /** The statements on the version table, given its rows before the step. */
  versionChanges(heads: ReadonlySet<string>): readonly VersionChange[];
}
