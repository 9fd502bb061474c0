import { compileText } from "../ddl/compileText.ts";
import { quoteName } from "../ddl/quoteName.ts";
import type { ServerDefault, SqlExpression, TextClause } from "../schema/sqlExpression.ts";

/**
 * SQL text as a revision file says it. Alembic compiles it for a driver that doubles each `%`, and never takes that back.
 * Source: alembic.ddl.impl.DefaultImpl.render_ddl_sql_expr.
 */
export function renderedText(sqltext: SqlExpression): string {
  return compiledText(sqltext).replaceAll("%", "%%");
}

/** SQL text with its parameters filled in. */
export function compiledText(sqltext: SqlExpression): string {
  if (typeof sqltext === "object" && sqltext.kind !== "text") return compiledExpression(sqltext);
  return compileText(sqltext, { mode: "online" });
}

/** An index's element as SQL; a plain string is a column's name. */
export function compiledExpression(expression: SqlExpression): string {
  if (typeof expression === "string") return quoteName(expression);
  if (expression.kind === "text") return compiledText(expression);
  if (expression.kind === "literalColumn") return expression.text;
  const order = expression.order === undefined ? "" : ` ${expression.order.toUpperCase()}`;
  const nulls = expression.nulls === undefined ? "" : ` NULLS ${expression.nulls.toUpperCase()}`;
  return `${quoteName(expression.name)}${order}${nulls}`;
}

/** An index's element as a revision file says it: a name of one of the table's columns stays a name, all else is text. */
export function renderedExpression(expression: SqlExpression): string | TextClause {
  if (typeof expression === "string") return expression;
  return { kind: "text", text: compiledExpression(expression).replaceAll("%", "%%") };
}

/** A default as a revision file says it: a literal without its outer quotes, or SQL text. Source: alembic.autogenerate.render._render_server_default. */
export function renderedServerDefault(serverDefault: ServerDefault): ServerDefault {
  if (typeof serverDefault === "string") return serverDefault.replaceAll(/^'|'$/g, "");
  if (serverDefault.kind === "fetchedValue") return serverDefault;
  return { kind: "text", text: renderedText(serverDefault) };
}
