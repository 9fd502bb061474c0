import type { Operation } from "../../src/engine/operations/operation.ts";
import type { SqlExpression } from "../../src/engine/schema/sqlExpression.ts";
import type { SqlType } from "../../src/engine/schema/sqlType.ts";

/**
 * An operation as the script says it, which is less than the operation holds: with a new default it leaves out the existing one, and it never
 * says that a type exists already. Source: alembic.autogenerate.render.
 */
export function asRendered(operation: Operation): Operation {
  switch (operation.kind) {
    case "alterColumn": {
      if (operation.serverDefault === undefined || operation.serverDefault === false) return operation;
      const { existingServerDefault: _existing, ...rest } = operation;
      return rest;
    }
    case "createTable":
      return {
        ...operation,
        columns: operation.columns.map((column) => ({ ...column, type: renderedType(column.type) })),
      };
    case "createIndex":
      return { ...operation, columns: operation.columns.map(renderedElement) };
    default:
      return operation;
  }
}

/** `sa.literal_column(...)`, for which the table at hand needs no column. */
function renderedElement(expression: SqlExpression): SqlExpression {
  return typeof expression === "object" && expression.kind === "text"
    ? { kind: "literalColumn", text: expression.text }
    : expression;
}

function renderedType({ createType: _createType, ...type }: SqlType): SqlType {
  return type.item === undefined ? type : { ...type, item: renderedType(type.item) };
}
