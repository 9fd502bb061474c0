import type { RowsAsSql } from "../../worker/messages.ts";
import type { LessonWorld } from "../lesson/lessonWorld.ts";

/** What writing a lesson may do to the application in which it is written. */
export interface AuthorWorld extends LessonWorld {
  /** The rows of the database as SQL; null: the engine was stopped. */
  readRows(): Promise<RowsAsSql | null>;
  /** The whole database as SQL; null: the engine was stopped. */
  readScript(): Promise<string | null>;
  /** Milliseconds since 1970. */
  now(): number;
}
