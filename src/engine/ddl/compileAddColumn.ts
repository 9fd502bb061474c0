import { compileColumn } from "./compileColumn.ts";
import { compileConstraint, referentialOptions } from "./compileConstraint.ts";
import { compileColumnComment, nameTypeCheck, surroundingsOf } from "./compileCreateTable.ts";
import { compileCreateIndex } from "./compileIndex.ts";
import { quoteDottedTable, quoteName, quoteTable } from "./quoteName.ts";
import { expandTable } from "../schema/expandTable.ts";
import { nameColumnChecks } from "../schema/nameConstraint.ts";
import { parseForeignKeyTarget } from "../schema/foreignKeyTarget.ts";
import { requireReferredTables } from "../schema/requireReferredTables.ts";
import type { CompileContext } from "./compileContext.ts";
import type { AddColumnOp } from "../operations/operation.ts";
import type { ForeignKey } from "../schema/column.ts";
import type { ExpandedTable } from "../schema/expandTable.ts";

/** ADD COLUMN, then the constraints, indexes and comment that the column's flags ask for. Source: alembic.operations.toimpl.add_column. */
export function compileAddColumn(operation: AddColumnOp, context: CompileContext): readonly string[] {
  const { column, tableName } = operation;
  const schema = operation.schema ?? null;
  const table = expandTable(
    { name: tableName, schema, columns: [column], constraints: [], indexes: [] },
    surroundingsOf(context),
  );
  requireReferredTables({ name: tableName, schema, columns: [column], constraints: [] }, surroundingsOf(context));
  const inlined =
    operation.inlineReferences === true && column.foreignKeys?.length === 1 ? column.foreignKeys[0] : undefined;
  const constraints = table.constraintsAndTypeChecks.filter(
    (constraint) => constraint.kind !== "primaryKey" && (constraint.kind !== "foreignKey" || inlined === undefined),
  );
  const tableColumns = [column.name];
  return [
    addColumn(operation, table, inlined, context),
    ...constraints
      .map((constraint) => (constraint.kind === "typeCheck" ? nameTypeCheck(constraint, table, context) : constraint))
      .map(
        (constraint) =>
          `ALTER TABLE ${quoteTable(tableName, schema)} ADD ${compileConstraint(constraint, context, tableColumns)}`,
      ),
    ...table.indexes.map((index) => compileCreateIndex(index, table, context, { tableColumns })),
    ...(column.comment ? [compileColumnComment(table, column, context)] : []),
  ];
}

function addColumn(
  operation: AddColumnOp,
  table: ExpandedTable,
  inlined: ForeignKey | undefined,
  context: CompileContext,
): string {
  const [column] = table.columns;
  if (column === undefined) throw new RangeError("a table of one column has lost it");
  const naming = { tableName: table.name, schema: table.schema ?? null };
  const checks = nameColumnChecks(column, naming, surroundingsOf(context)).map(
    (check) => ` ${compileConstraint(check, context, [])}`,
  );
  return [
    `ALTER TABLE ${quoteDottedTable(operation.tableName, operation.schema)} ADD COLUMN ${operation.ifNotExists === true ? "IF NOT EXISTS " : ""}`,
    compileColumn(column, table.autoincrementColumn, context),
    operation.inlinePrimaryKey === true && column.primaryKey === true ? " PRIMARY KEY" : "",
    inlined === undefined ? "" : inlineReference(inlined),
    ...checks,
  ].join("");
}

function inlineReference(foreignKey: ForeignKey): string {
  const { schema, table, column } = parseForeignKeyTarget(foreignKey.target);
  return ` REFERENCES ${quoteTable(table, schema)} (${quoteName(column)})${referentialOptions(foreignKey)}`;
}
