import { compileConstraint } from "./compileConstraint.ts";
import { surroundingsOf } from "./compileCreateTable.ts";
import { quoteTable } from "./quoteName.ts";
import { requireMatchingColumns } from "../schema/expandTable.ts";
import { nameConstraint } from "../schema/nameConstraint.ts";
import { nameText } from "../schema/name.ts";
import { requireDistinctColumns } from "../schema/requireDistinctColumns.ts";
import { ArgumentError } from "../schema/schemaErrors.ts";
import type { CompileContext } from "./compileContext.ts";
import type { AddConstraintOp, CreateForeignKeyOp } from "../operations/operation.ts";
import type { Constraint } from "../schema/constraint.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";

/** `ALTER TABLE ... ADD` a constraint. Source: alembic.operations.schemaobj. */
export function compileAddConstraint(operation: AddConstraintOp, context: CompileContext): string {
  if (operation.kind === "createForeignKey") return addForeignKey(operation, context);
  const schema = operation.schema ?? null;
  const naming = { tableName: operation.tableName, schema };
  const constraint = nameConstraint(constraintOf(operation), naming, surroundingsOf(context));
  const columns = constraint.kind === "primaryKey" || constraint.kind === "unique" ? constraint.columns : [];
  return `ALTER TABLE ${quoteTable(operation.tableName, schema)} ADD ${compileConstraint(constraint, context, columns)}`;
}

function constraintOf(operation: Exclude<AddConstraintOp, CreateForeignKeyOp>): Constraint {
  const name = operation.constraintName;
  switch (operation.kind) {
    case "createPrimaryKey":
      return { ...operation, kind: "primaryKey", name };
    case "createUniqueConstraint":
      return { ...operation, kind: "unique", name };
    case "createCheckConstraint":
      return { ...operation, kind: "check", name, sqltext: operation.condition };
    case "createExcludeConstraint":
      for (const [expression] of operation.elements) requireName(expression);
      requireDistinctColumns(
        nameText(operation.tableName),
        operation.elements.map(([expression]) => expressionName(expression)),
      );
      return { ...operation, kind: "exclude", name };
  }
}

/** Alembic makes a column for every element, and text has no name to give it. */
function requireName(expression: SqlExpression): void {
  if (typeof expression === "object" && expression.kind === "text") {
    throw new ArgumentError(
      "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.",
    );
  }
}

function expressionName(expression: SqlExpression): string {
  if (typeof expression === "string") return expression;
  return expression.kind === "column" ? expression.name : expression.text;
}

function addForeignKey(operation: CreateForeignKeyOp, context: CompileContext): string {
  const { sourceTable, referentTable, localCols, remoteCols } = operation;
  const sourceSchema = operation.sourceSchema ?? null;
  const referent = { name: referentTable, schema: operation.referentSchema };
  const target = operation.referentSchema
    ? `${operation.referentSchema}.${nameText(referentTable)}`
    : nameText(referentTable);
  requireMatchingColumns({ columns: localCols, refs: remoteCols });
  const { kind: _kind, ...options } = operation;
  const constraint = nameConstraint(
    {
      ...options,
      kind: "foreignKey",
      name: operation.constraintName,
      columns: localCols,
      refs: remoteCols.map((column) => `${target}.${column}`),
    },
    { tableName: sourceTable, schema: sourceSchema },
    surroundingsOf(context),
  );
  return `ALTER TABLE ${quoteTable(sourceTable, sourceSchema)} ADD ${compileConstraint({ ...constraint, refs: remoteCols }, context, [], referent)}`;
}
