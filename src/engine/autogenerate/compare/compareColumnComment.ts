import type { ColumnComparison, ColumnFinding } from "./columnComparison.ts";

const logger = "alembic.autogenerate.compare.comments";

/** Source: alembic.autogenerate.compare.comments._compare_column_comment. */
export function compareColumnComment({ recorder, name, databaseColumn, modelColumn }: ColumnComparison): ColumnFinding {
  const existing = databaseColumn.comment ?? null;
  const wanted = modelColumn.comment ?? null;
  const alter = existing === null ? {} : { existingComment: existing };
  if (existing === wanted) return { alter };
  recorder.info(logger, `Detected column comment '${name}.${databaseColumn.name}'`);
  return {
    alter: { ...alter, comment: wanted },
    reason: `comment ${said(existing)} in the database, ${said(wanted)} in the model`,
  };
}

function said(comment: string | null): string {
  return comment === null ? "absent" : `'${comment}'`;
}
