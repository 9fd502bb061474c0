import type { Operation } from "../../../engine/operations/operation.ts";
import {
  literals,
  optionalName,
  renderColumn,
  renderConstraint,
  renderElements,
  renderExpression,
  renderIndex,
  renderName,
  renderServerDefault,
  renderSql,
  renderText,
  renderValue,
} from "./renderSchemaItem.ts";
import type { TypeScriptRenderContext } from "./renderContext.ts";
import { renderType } from "./renderType.ts";
import { call, literal, optionsObject, printNode, quoted, type SourceNode } from "./sourceNode.ts";

/** One statement of `upgrade()` or `downgrade()`, its lines indented by `indent` spaces. */
export function renderOperation(op: Operation, context: TypeScriptRenderContext, indent: number): string {
  const margin = " ".repeat(indent);
  if (op.kind !== "batchAlterTable") return `${margin}${printNode(operationNode(op, context), indent, indent, 1)};`;
  const inner = op.operations.map((operation) => renderOperation(operation, { ...context, op: "batch" }, indent + 2));
  const { kind: _, tableName, operations: __, ...options } = op;
  const trailing = optionsObject(literals(options));
  const end = trailing === undefined ? "" : `, ${printNode(trailing, indent, 0, 0)}`;
  return `${margin}${context.op}.batchAlterTable(${nodeText(renderName(tableName, context))}, (batch) => {\n${inner.join("\n")}\n${margin}}${end});`;
}

function nodeText(node: SourceNode): string {
  return printNode(node, 0, Number.NEGATIVE_INFINITY, 0);
}

function operationNode(
  op: Exclude<Operation, { readonly kind: "batchAlterTable" }>,
  context: TypeScriptRenderContext,
): SourceNode {
  const batch = context.op !== "op";
  const method = `${context.op}.${op.kind === "executeSql" ? "execute" : op.kind}`;
  const table = (name: Parameters<typeof renderName>[0]) => (batch ? undefined : renderName(name, context));
  switch (op.kind) {
    case "createTable": {
      const { kind: _, tableName, columns, constraints, indexes, ...options } = op;
      const node = call(
        method,
        renderName(tableName, context),
        ...columns.map((column) => renderColumn(column, context)),
        ...(constraints ?? []).map((constraint) => renderConstraint(constraint, context)),
        ...(indexes ?? []).map((index) => renderIndex(index, context)),
        optionsObject(literals(options)),
      );
      return typeof node === "object" && node.kind === "call" && columns.length > 0
        ? { ...node, expanded: true }
        : node;
    }
    case "dropTable":
      return call(
        method,
        renderName(op.tableName, context),
        optionsObject({ schema: literal(op.schema ?? undefined), ifExists: literal(op.ifExists) }),
      );
    case "renameTable":
      return call(
        method,
        renderName(op.oldTableName, context),
        renderName(op.newTableName, context),
        optionsObject({ schema: literal(op.schema ?? undefined) }),
      );
    case "addColumn": {
      const { kind: _, tableName, column, ...options } = op;
      return call(method, table(tableName), renderColumn(column, context), optionsObject(literals(options)));
    }
    case "dropColumn":
      return call(
        method,
        table(op.tableName),
        renderName(op.columnName, context),
        optionsObject({ schema: literal(op.schema ?? undefined), ifExists: literal(op.ifExists) }),
      );
    case "alterColumn":
      return call(
        method,
        table(op.tableName),
        renderName(op.columnName, context),
        optionsObject({
          existingType: op.existingType && renderType(op.existingType, context),
          serverDefault: renderServerDefault(op.serverDefault, context),
          newColumnName: literal(op.newColumnName ?? undefined),
          type: op.type ? renderType(op.type, context) : undefined,
          nullable: literal(op.nullable ?? undefined),
          comment: op.comment === false ? undefined : literal(op.comment),
          existingComment: literal(op.existingComment ?? undefined),
          existingNullable: typeof op.nullable === "boolean" ? undefined : literal(op.existingNullable ?? undefined),
          autoincrement: literal(op.autoincrement ?? undefined),
          existingServerDefault:
            op.serverDefault === undefined || op.serverDefault === false
              ? renderServerDefault(op.existingServerDefault ?? undefined, context)
              : undefined,
          using: literal(op.using),
          schema: literal(op.schema ?? undefined),
        }),
      );
    case "createPrimaryKey":
    case "createUniqueConstraint": {
      const { kind: _, constraintName, tableName, columns, ...options } = op;
      return call(
        method,
        renderName(constraintName, context),
        table(tableName),
        literal(columns),
        optionsObject(literals(options)),
      );
    }
    case "createCheckConstraint": {
      const { kind: _, constraintName, tableName, condition, ...options } = op;
      return call(
        method,
        renderName(constraintName, context),
        table(tableName),
        renderSql(condition),
        optionsObject(literals(options)),
      );
    }
    case "createForeignKey": {
      const { kind: _, constraintName, sourceTable, referentTable, localCols, remoteCols, ...options } = op;
      return call(
        method,
        renderName(constraintName, context),
        table(sourceTable),
        renderName(referentTable, context),
        literal(localCols),
        literal(remoteCols),
        optionsObject(literals(options)),
      );
    }
    case "createExcludeConstraint": {
      const { kind: _, constraintName, tableName, elements, where, ...options } = op;
      return call(
        method,
        renderName(constraintName, context),
        table(tableName),
        ...renderElements(elements),
        optionsObject({ ...literals(options), where: renderSql(where) }),
      );
    }
    case "dropConstraint": {
      const { type, schema, ifExists } = op;
      return call(
        method,
        renderName(op.constraintName, context),
        table(op.tableName),
        optionsObject(literals({ type, schema, ifExists })),
      );
    }
    case "createIndex": {
      const { kind: _, indexName, tableName, columns, where, ...options } = op;
      return call(
        method,
        renderName(indexName, context),
        table(tableName),
        { kind: "list", items: columns.map(renderExpression) },
        optionsObject({ ...literals(options), where: renderSql(where) }),
      );
    }
    case "dropIndex": {
      const { kind: _, indexName, tableName, reverse: __, ...options } = op;
      return call(
        method,
        renderName(indexName, context),
        optionsObject({ tableName: batch ? undefined : optionalName(tableName, context), ...literals(options) }),
      );
    }
    case "createTableComment":
      return call(
        method,
        table(op.tableName),
        literal(op.comment),
        optionsObject(literals({ existingComment: op.existingComment, schema: op.schema })),
      );
    case "dropTableComment":
      return call(
        method,
        table(op.tableName),
        optionsObject(literals({ existingComment: op.existingComment, schema: op.schema })),
      );
    case "executeSql":
      return call(method, typeof op.sqltext === "string" ? quoted(op.sqltext) : renderText(op.sqltext));
    case "bulkInsert":
      return call(
        method,
        call(
          "sa.table",
          renderName(op.table.name, context),
          ...op.table.columns.map((column) =>
            call("sa.column", quoted(column.name), column.type && renderType(column.type, context)),
          ),
          optionsObject({ schema: literal(op.table.schema ?? undefined) }),
        ),
        {
          kind: "list",
          items: op.rows.map((row) => ({
            kind: "object",
            entries: Object.entries(row).map(([key, value]) => [key, renderValue(value)]),
          })),
        },
        optionsObject({ multiinsert: literal(op.multiinsert) }),
      );
  }
}
