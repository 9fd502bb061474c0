import type { Answer } from "../engineClient.ts";
import type { Stores } from "../stores.ts";

/** What a lesson may do to the application that plays it. */
export interface LessonWorld {
  readonly stores: Stores;
  /** Types a line into the terminal. Resolves when it has run. */
  runLine(line: string): Promise<void>;
  query(sql: string): Promise<Answer<"sqlFinished"> | null>;
  /** Runs SQL in its pane, for all to see. */
  runSql(sql: string): Promise<void>;
  /** Ends the engine and starts it with an empty database. */
  emptyDatabase(reason: string): void;
  /** What has been done until now is not the reader's, and is not taken back. */
  forgetUndo(): void;
  /** Looks at the project again at once. */
  examine(): void;
  /** Where progress is remembered; null: nowhere. */
  readonly storage: Storage | null;
}
