import type { Operation } from "../../../engine/operations/operation.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderIdentifier, type PythonRenderContext } from "../render/pythonRenderContext.ts";
import { renderTableOptions } from "../render/renderCreateTable.ts";
import { renderPythonOperation } from "../render/renderOperation.ts";
import { renderType } from "../render/renderType.ts";
import { pythonValue, renderClause } from "./pythonValue.ts";
import { renderIndex, renderWholeColumn, renderWholeConstraint, timing } from "./renderSchemaItem.ts";

/**
 * The lines of an operation that somebody wrote, so that it gives the same statements as it did: in the order in which it was
 * written and with everything that it said. Autogenerate's own text (`render/`) sorts constraints and leaves out what it never finds.
 */
export function renderRecordedOperation(operation: Operation, context: PythonRenderContext): readonly string[] {
  switch (operation.kind) {
    case "createTable": {
      const items = [
        ...operation.columns.map((column) => renderWholeColumn(column, context)),
        ...(operation.constraints ?? []).map((constraint) => renderWholeConstraint(constraint, context)),
        ...(operation.indexes ?? []).map((index) => renderIndex(index, context)),
        ...renderTableOptions(operation),
      ];
      return [
        `${context.op}create_table(`,
        `    ${renderIdentifier(operation.tableName)},`,
        ...items.map((item) => `    ${item},`),
        ")",
      ];
    }
    case "addColumn": {
      const { tableName, column, schema, ifNotExists, inlineReferences, inlinePrimaryKey } = operation;
      const args = [
        ...(context.batch ? [] : [renderIdentifier(tableName)]),
        renderWholeColumn(column, context),
        ...(schema && !context.batch ? [`schema=${pythonString(schema)}`] : []),
        ...(ifNotExists === undefined || context.batch ? [] : [`if_not_exists=${pythonLiteral(ifNotExists)}`]),
        ...(inlineReferences === undefined ? [] : [`inline_references=${pythonLiteral(inlineReferences)}`]),
        ...(inlinePrimaryKey === undefined ? [] : [`inline_primary_key=${pythonLiteral(inlinePrimaryKey)}`]),
      ];
      return [`${context.op}add_column(${args.join(", ")})`];
    }
    case "createPrimaryKey":
    case "createCheckConstraint": {
      const more = [
        ...timing(operation),
        ...("notValid" in operation && operation.notValid === true ? ["postgresql_not_valid=True"] : []),
      ];
      return withArguments(renderPythonOperation(operation, context), more);
    }
    case "alterColumn":
      return withArguments(
        renderPythonOperation(operation, context),
        operation.using === undefined ? [] : [`postgresql_using=${pythonString(operation.using)}`],
      );
    case "executeSql": {
      const { sqltext } = operation;
      const clause = typeof sqltext === "string" ? pythonString(sqltext) : renderClause(sqltext, context);
      return [`${context.op}execute(${clause})`];
    }
    case "bulkInsert": {
      const { table, rows, multiinsert } = operation;
      const columns = table.columns.map(
        ({ name, type }) =>
          `    ${context.sa}column(${pythonString(name)}${type === undefined ? "" : `, ${renderType(type, context)}`}),`,
      );
      const schema = table.schema ? [`    schema=${pythonString(table.schema)},`] : [];
      const rowLines = rows.map(
        (row) =>
          `        {${Object.entries(row)
            .map(([name, value]) => `${pythonString(name)}: ${pythonValue(value, context)}`)
            .join(", ")}},`,
      );
      return [
        `${context.op}bulk_insert(`,
        `    ${context.sa}table(`,
        `        ${renderIdentifier(table.name)},`,
        ...[...columns, ...schema].map((line) => `    ${line}`),
        "    ),",
        "    [",
        ...rowLines,
        "    ],",
        ...(multiinsert === undefined ? [] : [`    multiinsert=${pythonLiteral(multiinsert)},`]),
        ")",
      ];
    }
    case "batchAlterTable": {
      const { tableName, schema, recreate, operations } = operation;
      const inner = { ...context, op: "batch_op.", batch: true };
      const args = [
        renderIdentifier(tableName),
        ...(schema ? [`schema=${pythonString(schema)}`] : []),
        ...(recreate === undefined ? [] : [`recreate=${pythonString(recreate)}`]),
      ];
      const lines = operations.flatMap((one) => renderRecordedOperation(one, inner));
      return [
        `with ${context.op}batch_alter_table(${args.join(", ")}) as batch_op:`,
        ...(lines.length === 0 ? ["pass"] : lines).map((line) => `    ${line}`),
      ];
    }
    default:
      return renderPythonOperation(operation, context);
  }
}

/** A call with further arguments at its end. */
function withArguments(lines: readonly string[], more: readonly string[]): readonly string[] {
  if (more.length === 0) return lines;
  const last = lines.at(-1) ?? "";
  return [...lines.slice(0, -1), `${last.slice(0, -1)}, ${more.join(", ")})`];
}
