import type { Drift } from "../../engine/commands/readDrift.ts";
import type { InspectedRevision } from "../../engine/commands/inspectProject.ts";
import type { DatabaseState } from "../../engine/runtime/migrationEvent.ts";
import type { Table } from "../../engine/schema/table.ts";
import type { LessonFiles } from "../format/lesson.ts";

/** A command line, or SQL from the SQL pane, that was run since the step began. */
export interface RanCommand {
  readonly kind: "line" | "sql";
  readonly text: string;
  readonly succeeded: boolean;
  /** Everything that it printed. */
  readonly output: string;
}

/** What a query answered: the first value of its first row, or why it could not answer. */
export type SqlAnswer =
  | { readonly kind: "value"; readonly value: string | null }
  | { readonly kind: "error"; readonly message: string };

/** A project, its database and what was done with them, at one moment. Checks read nothing else. */
export interface LessonSnapshot {
  readonly files: LessonFiles;
  readonly revisions: readonly InspectedRevision[];
  readonly database: DatabaseState;
  /** The tables of env's target metadata; null: it names none, or could not run. */
  readonly models: readonly Table[] | null;
  readonly drift: Pick<Drift, "changes" | "unavailable">;
  /** Oldest first. */
  readonly commands: readonly RanCommand[];
  /** Paths that were looked at since the step began. */
  readonly opened: readonly string[];
  /** By the text of the query. */
  readonly answers: ReadonlyMap<string, SqlAnswer>;
}
