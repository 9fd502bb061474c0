import { compileText } from "./compileText.ts";
import { quoteColumn, quoteName } from "./quoteName.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Name } from "../schema/name.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";

/** An element of an index or an exclude constraint, with its operator class where `ops` has one under its name or text. */
export function compileExpression(
  expression: SqlExpression,
  context: CompileContext,
  ops: Readonly<Record<string, string>> = {},
  tableColumns: readonly Name[] = [],
): string {
  const key = expressionKey(expression);
  const operatorClass = key === undefined ? undefined : ops[key];
  return bare(expression, context, tableColumns) + (operatorClass === undefined ? "" : ` ${operatorClass}`);
}

function bare(expression: SqlExpression, context: CompileContext, tableColumns: readonly Name[]): string {
  if (typeof expression === "string") return quoteColumn(expression, tableColumns);
  switch (expression.kind) {
    case "text":
      return compileText(expression, context);
    case "literalColumn":
      return expression.text;
    case "column": {
      const order = expression.order === undefined ? "" : ` ${expression.order.toUpperCase()}`;
      return `${quoteName(expression.name)}${order}${expression.nulls === undefined ? "" : ` NULLS ${expression.nulls.toUpperCase()}`}`;
    }
  }
}

/** An ordered column has no key of its own. */
function expressionKey(expression: SqlExpression): string | undefined {
  if (typeof expression === "string") return expression;
  if (expression.kind !== "column") return expression.text;
  return expression.order === undefined && expression.nulls === undefined ? expression.name : undefined;
}
