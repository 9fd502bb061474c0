import { compileAddColumn } from "./compileAddColumn.ts";
import { compileAddConstraint } from "./compileAddConstraint.ts";
import { compileAlterColumn } from "./compileAlterColumn.ts";
import { compileBulkInsert } from "./compileBulkInsert.ts";
import { compileCreateTable, surroundingsOf } from "./compileCreateTable.ts";
import { compileDropConstraint } from "./compileDropConstraint.ts";
import { compileCreateIndex, compileDropIndex } from "./compileIndex.ts";
import { compileText } from "./compileText.ts";
import { ArgumentTypeError } from "./ddlErrors.ts";
import { quoteDottedTable, quoteName, quoteTable } from "./quoteName.ts";
import { renderString } from "./renderLiteral.ts";
import { CommandError } from "../errors.ts";
import { nameOperationIndex } from "../schema/nameIndex.ts";
import { requireDistinctColumns } from "../schema/requireDistinctColumns.ts";
import { nameText } from "../schema/name.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Statement } from "./statement.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";
import type { BatchAlterTableOp, CreateIndexOp, DropIndexOp, Operation } from "../operations/operation.ts";

/**
 * The statements of an operation for PostgreSQL, in order and without a closing semicolon.
 * Throws CompileError, IdentifierError, InvalidRequestError, ArgumentError and CommandError with Alembic's and SQLAlchemy's messages.
 * Source: alembic.operations.toimpl, alembic.ddl.
 */
export function compileOperation(operation: Operation, context: CompileContext): readonly Statement[] {
  if (operation.kind === "batchAlterTable") {
    if (operation.recreate === "always") refuseRecreation(operation, context);
    return inBatchOrder(operation.operations).flatMap((inner) => compileOperation(inner, context));
  }
  return compile(operation, context).map((text) => ({ sql: laidOut(text, context), operation }));
}

/** SQL that a batch executes runs at once, everything else at the end of the batch. Source: alembic.operations.batch.BatchOperationsImpl. */
function inBatchOrder(operations: readonly Operation[]): readonly Operation[] {
  const isImmediate = ({ kind }: Operation): boolean => kind === "executeSql" || kind === "bulkInsert";
  for (const operation of operations) {
    if (operation.kind === "dropConstraint" && operation.ifExists !== undefined)
      throw new ArgumentTypeError("drop_constraint() got an unexpected keyword argument 'if_exists'");
  }
  return [...operations.filter(isImmediate), ...operations.filter((operation) => !isImmediate(operation))];
}

/** To copy a table Alembic must first read it. Source: alembic.operations.batch.BatchOperationsImpl.flush. */
function refuseRecreation({ tableName }: BatchAlterTableOp, { mode }: CompileContext): void {
  if (mode === "online") return;
  throw new CommandError(
    "This operation cannot proceed in --sql mode; batch mode with dialect postgresql requires a live database connection with which to reflect the table " +
      `"${nameText(tableName)}". To generate a batch SQL migration script using table "move and copy", a complete Table object should be passed to the ` +
      '"copy_from" argument of the batch_alter_table() method so that table reflection can be skipped.',
  );
}

/** Offline a tab is four spaces wherever it stands, in literals too. Source: alembic.ddl.impl.DefaultImpl._exec. */
function laidOut(sql: string, { mode }: CompileContext): string {
  return (mode === "offline" ? sql.replaceAll("\t", "    ") : sql).trim();
}

function compile(
  operation: Exclude<Operation, { readonly kind: "batchAlterTable" }>,
  context: CompileContext,
): readonly string[] {
  switch (operation.kind) {
    case "createTable": {
      const { tableName: name, columns, constraints = [], indexes = [], ifNotExists } = operation;
      return compileCreateTable(
        { ...operation, name, columns, constraints, indexes },
        context,
        ifNotExists === undefined ? {} : { ifNotExists },
      );
    }
    case "dropTable":
      return [
        `DROP TABLE ${operation.ifExists === true ? "IF EXISTS " : ""}${quoteTable(operation.tableName, operation.schema)}`,
      ];
    case "renameTable":
      return [
        `ALTER TABLE ${quoteDottedTable(operation.oldTableName, operation.schema)} RENAME TO ${quoteName(operation.newTableName)}`,
      ];
    case "addColumn":
      return compileAddColumn(operation, context);
    case "dropColumn": {
      const ifExists = operation.ifExists === true ? "IF EXISTS " : "";
      return [
        `ALTER TABLE ${quoteDottedTable(operation.tableName, operation.schema)} DROP COLUMN ${ifExists}${quoteName(operation.columnName)}`,
      ];
    }
    case "alterColumn":
      return compileAlterColumn(operation, context);
    case "createPrimaryKey":
    case "createUniqueConstraint":
    case "createCheckConstraint":
    case "createForeignKey":
    case "createExcludeConstraint":
      return [compileAddConstraint(operation, context)];
    case "dropConstraint":
      return [compileDropConstraint(operation, context)];
    case "createIndex":
      return [createIndex(operation, context)];
    case "dropIndex":
      return [dropIndex(operation, context)];
    case "createTableComment":
      return [tableComment(operation, operation.comment === null ? "NULL" : renderString(operation.comment, context))];
    case "dropTableComment":
      return [tableComment(operation, "NULL")];
    case "executeSql":
      return [compileText(operation.sqltext, context)];
    case "bulkInsert":
      return compileBulkInsert(operation, context);
  }
}

function tableComment({ tableName, schema }: Pick<CreateIndexOp, "tableName" | "schema">, comment: string): string {
  return `COMMENT ON TABLE ${quoteTable(tableName, schema)} IS ${comment}`;
}

function createIndex(operation: CreateIndexOp, context: CompileContext): string {
  const table = { name: operation.tableName, schema: operation.schema };
  const naming = { tableName: operation.tableName, schema: operation.schema ?? null };
  requireDistinctColumns(
    nameText(operation.tableName),
    operation.columns.map(columnMadeFor).filter((name) => name !== undefined),
  );
  const index = nameOperationIndex({ ...operation, name: operation.indexName }, naming, surroundingsOf(context));
  return compileCreateIndex(
    index,
    table,
    context,
    operation.ifNotExists === undefined ? {} : { ifNotExists: operation.ifNotExists },
  );
}

/** Alembic gives its stand-in for the table a column for each name and each text. */
function columnMadeFor(expression: SqlExpression): string | undefined {
  if (typeof expression === "string") return expression;
  return expression.kind === "text" ? expression.text : undefined;
}

function dropIndex(
  { indexName, tableName = "no_table", schema, ifExists, concurrently }: DropIndexOp,
  context: CompileContext,
): string {
  const naming = { tableName, schema: schema ?? null };
  const { name } = nameOperationIndex({ name: indexName, columns: ["x"] }, naming, surroundingsOf(context));
  return compileDropIndex(name, schema, { ifExists, concurrently });
}
