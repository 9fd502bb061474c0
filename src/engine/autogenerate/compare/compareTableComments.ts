import type { TableComparison } from "./tableComparison.ts";

/** Comments of a table that is on both sides. Source: alembic.autogenerate.compare.comments._compare_table_comment. */
export function compareTableComments({ recorder, name, schema, database, model }: TableComparison): void {
  const existingComment = database.comment ?? null;
  const comment = model.comment;
  if (existingComment === null && comment === null) return;
  const schemaPart = schema === null ? {} : { schema };
  if (comment === null) {
    recorder.change(
      { kind: "dropTableComment", tableName: name, existingComment, ...schemaPart },
      `the comment '${existingComment}' is in the database only`,
    );
  } else if (comment !== existingComment) {
    recorder.change(
      { kind: "createTableComment", tableName: name, comment, existingComment, ...schemaPart },
      existingComment === null
        ? `the comment '${comment}' is in the model only`
        : `'${existingComment}' in the database, '${comment}' in the model`,
    );
  }
}
