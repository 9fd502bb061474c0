import type {
  CreateForeignKeyOp,
  CreateIndexOp,
  CreateUniqueConstraintOp,
  Operation,
} from "../../../engine/operations/operation.ts";
import { nameOperationIndex } from "../../../engine/schema/nameIndex.ts";
import { nameText, type Name } from "../../../engine/schema/name.ts";
import { sqlText } from "./sqlText.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderIdentifier, renderIdentifiers, renderName, type PythonRenderContext } from "./pythonRenderContext.ts";
import { renderAlterColumn } from "./renderAlterColumn.ts";
import { renderColumn } from "./renderColumn.ts";
import { excludeArguments } from "./renderConstraint.ts";
import { renderCreateTable } from "./renderCreateTable.ts";
import { renderDialectOptions, renderIndexExpression, renderText } from "./renderExpression.ts";

/** The lines of one operation; one "line" may hold line breaks. Source: alembic.autogenerate.render. */
export function renderPythonOperation(op: Operation, context: PythonRenderContext): string[] {
  const call = (name: string, args: readonly (string | readonly string[])[]): string[] => [
    `${context.op}${name}(${args.flat().join(", ")})`,
  ];
  const outsideBatch = (...args: string[]): string[] => (context.batch ? [] : args);
  const schema = (value: Name | null | undefined): string[] =>
    value && !context.batch ? [`schema=${pythonString(nameText(value))}`] : [];
  const flag = (name: string, value: boolean | undefined): string[] =>
    value === undefined ? [] : [`${name}=${pythonLiteral(value)}`];
  switch (op.kind) {
    case "createTable":
      return [renderCreateTable(op, context)];
    case "dropTable":
      return call("drop_table", [renderIdentifier(op.tableName), schema(op.schema), flag("if_exists", op.ifExists)]);
    case "renameTable":
      return call("rename_table", [
        renderIdentifier(op.oldTableName),
        renderIdentifier(op.newTableName),
        schema(op.schema),
      ]);
    case "addColumn":
      return call("add_column", [
        outsideBatch(renderIdentifier(op.tableName)),
        renderColumn(op.column, context) ?? "None",
        schema(op.schema),
        outsideBatch(...flag("if_not_exists", op.ifNotExists)),
      ]);
    case "dropColumn":
      return call("drop_column", [
        outsideBatch(renderIdentifier(op.tableName)),
        renderIdentifier(op.columnName),
        schema(op.schema),
        outsideBatch(...flag("if_exists", op.ifExists)),
      ]);
    case "alterColumn":
      return [renderAlterColumn(op, context)];
    case "createPrimaryKey":
      return call("create_primary_key", [
        renderName(op.constraintName, context),
        outsideBatch(renderIdentifier(op.tableName)),
        pythonLiteral(op.columns),
        schema(op.schema),
      ]);
    case "createUniqueConstraint":
      return call("create_unique_constraint", uniqueArguments(op, context));
    case "createCheckConstraint":
      return call("create_check_constraint", [
        renderName(op.constraintName, context),
        outsideBatch(renderIdentifier(op.tableName)),
        pythonString(sqlText(op.condition)),
        schema(op.schema),
      ]);
    case "createForeignKey":
      return call("create_foreign_key", foreignKeyArguments(op, context));
    case "createExcludeConstraint":
      return call("create_exclude_constraint", [
        renderName(op.constraintName, context),
        outsideBatch(renderIdentifier(op.tableName)),
        excludeArguments(op, context, schema(op.schema)),
      ]);
    case "dropConstraint":
      return call("drop_constraint", [
        renderName(op.constraintName, context),
        outsideBatch(renderIdentifier(op.tableName), ...schema(op.schema)),
        op.type ? [`type_=${pythonString(op.type)}`] : [],
        flag("if_exists", op.ifExists),
      ]);
    case "createIndex":
      return call("create_index", indexArguments(op, context));
    case "dropIndex":
      return call("drop_index", [
        renderName(op.indexName, context),
        outsideBatch(`table_name=${renderIdentifier(op.tableName)}`),
        schema(op.schema),
        renderDialectOptions(op, context),
        flag("if_exists", op.ifExists),
      ]);
    case "createTableComment":
      return [tableComment("create_table_comment", op, [pythonLiteral(op.comment)], context)];
    case "dropTableComment":
      return [tableComment("drop_table_comment", op, [], context)];
    case "executeSql":
      return call("execute", [
        typeof op.sqltext === "string" ? pythonString(op.sqltext) : renderText(op.sqltext, context),
      ]);
    case "bulkInsert": {
      const columns = op.table.columns.map((column) => `${context.sa}column(${pythonString(column.name)})`);
      return call("bulk_insert", [
        `${context.sa}table(${[renderIdentifier(op.table.name), ...columns].join(", ")})`,
        pythonLiteral(op.rows),
      ]);
    }
    case "batchAlterTable":
      return [
        `with ${context.op}batch_alter_table(${renderIdentifier(op.tableName)}, schema=${pythonLiteral(op.schema ?? null)}) as batch_op:`,
        ...op.operations
          .flatMap((inner) => renderPythonOperation(inner, { ...context, op: "batch_op.", batch: true }))
          .map((line) => `    ${line}`),
      ];
  }
}

function uniqueArguments(op: CreateUniqueConstraintOp, context: PythonRenderContext): string[] {
  return [
    renderName(op.constraintName, context),
    ...(context.batch ? [] : [renderIdentifier(op.tableName)]),
    renderIdentifiers(op.columns),
    ...(op.deferrable === true ? ["deferrable=True"] : []),
    ...(op.initially ? [`initially=${pythonString(op.initially)}`] : []),
    ...(op.schema && !context.batch ? [`schema=${pythonString(op.schema)}`] : []),
    ...renderDialectOptions(op, context),
  ];
}

function foreignKeyArguments(op: CreateForeignKeyOp, context: PythonRenderContext): string[] {
  const options: readonly (readonly [string, unknown])[] = [
    ["source_schema", context.batch ? null : op.sourceSchema],
    ["referent_schema", op.referentSchema],
    ["onupdate", op.onUpdate],
    ["ondelete", op.onDelete],
    ["initially", op.initially],
    ["deferrable", op.deferrable],
    ["use_alter", op.useAlter],
    ["match", op.match],
  ];
  return [
    renderName(op.constraintName, context),
    ...(context.batch ? [] : [renderIdentifier(op.sourceTable)]),
    renderIdentifier(op.referentTable),
    renderIdentifiers(op.localCols),
    renderIdentifiers(op.remoteCols),
    ...options.flatMap(([key, value]) =>
      value === undefined || value === null ? [] : [`${key}=${pythonLiteral(value)}`],
    ),
    ...renderDialectOptions(op, context),
  ];
}

function indexArguments(op: CreateIndexOp, context: PythonRenderContext): string[] {
  return [
    renderName(indexName(op), context),
    ...(context.batch ? [] : [renderIdentifier(op.tableName)]),
    `[${op.columns.map((expression) => renderIndexExpression(expression, context)).join(", ")}]`,
    `unique=${pythonLiteral(op.unique ?? false)}`,
    ...(op.schema && !context.batch ? [`schema=${pythonString(op.schema)}`] : []),
    ...renderDialectOptions(op, context),
    ...(op.ifNotExists === undefined ? [] : [`if_not_exists=${pythonLiteral(op.ifNotExists)}`]),
  ];
}

/** An index without a name is written with the one that SQLAlchemy's own convention gives it, whatever the metadata's is. */
function indexName(op: CreateIndexOp): Name | null {
  const naming = { tableName: op.tableName, schema: op.schema ?? null };
  return nameOperationIndex({ name: op.indexName, columns: op.columns }, naming, {}).name;
}

function tableComment(
  name: string,
  op: Extract<Operation, { readonly kind: "createTableComment" | "dropTableComment" }>,
  comment: readonly string[],
  context: PythonRenderContext,
): string {
  const args = [
    ...(context.batch ? [] : [`'${nameText(op.tableName)}'`]),
    ...comment,
    `existing_comment=${pythonLiteral(op.existingComment ?? null)}`,
    ...(context.batch ? [] : [`schema=${op.schema ? `'${op.schema}'` : "None"}`]),
  ];
  return `${context.op}${name}(\n${args.map((arg) => `    ${arg}`).join(",\n")}\n)`;
}
