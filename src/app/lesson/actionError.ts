import { EditError } from "../../lessons/actions/applyEdit.ts";

/** SQL of a lesson that PostgreSQL refused, although it is not meant to fail. */
export class RefusedSqlError extends Error {
  override readonly name = "RefusedSqlError";
  readonly sql: string;
  constructor(sql: string, message: string) {
    super(`PostgreSQL refused SQL of this lesson: ${message}`);
    this.sql = sql;
  }
}

/** What an action that could not be done says; anything else is thrown on. */
export function actionMistake(error: unknown): string {
  if (error instanceof EditError || error instanceof RefusedSqlError) return error.message;
  throw error;
}
