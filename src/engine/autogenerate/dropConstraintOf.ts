import type { AddConstraintOp, DropConstraintOp } from "../operations/operation.ts";
import { isNone } from "../isNone.ts";

/** The operation that drops a constraint. Source: alembic.operations.ops.DropConstraintOp.from_constraint. */
export function dropConstraintOf(constraint: AddConstraintOp): DropConstraintOp {
  const isForeignKey = constraint.kind === "createForeignKey";
  const schema = isForeignKey ? constraint.sourceSchema : constraint.schema;
  return {
    kind: "dropConstraint",
    constraintName: constraint.constraintName,
    tableName: isForeignKey ? constraint.sourceTable : constraint.tableName,
    ...(constraint.kind === "createExcludeConstraint" ? {} : { type: types[constraint.kind] }),
    ...(isNone(schema) ? {} : { schema }),
    reverse: constraint,
  };
}

const types = {
  createPrimaryKey: "primary",
  createUniqueConstraint: "unique",
  createForeignKey: "foreignkey",
  createCheckConstraint: "check",
} as const;
