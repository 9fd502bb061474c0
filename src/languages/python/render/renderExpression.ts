import type { ColumnExpression, SqlExpression, TextClause } from "../../../engine/schema/sqlExpression.ts";
import { sqlText } from "./sqlText.ts";
import { quoteName } from "../../../engine/ddl/quoteName.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import type { PythonRenderContext } from "./pythonRenderContext.ts";

/** PostgreSQL's index and constraint options and the keyword of each. */
const DIALECT_OPTIONS: Readonly<Record<string, string>> = {
  using: "postgresql_using",
  where: "postgresql_where",
  include: "postgresql_include",
  ops: "postgresql_ops",
  with: "postgresql_with",
  tablespace: "postgresql_tablespace",
  concurrently: "postgresql_concurrently",
  nullsNotDistinct: "postgresql_nulls_not_distinct",
  notValid: "postgresql_not_valid",
};

/** `postgresql_*=` keywords in the order in which they were given. */
export function renderDialectOptions(options: object, context: PythonRenderContext): string[] {
  return Object.entries(options).flatMap(([key, value]) => {
    const keyword = DIALECT_OPTIONS[key];
    if (keyword === undefined || value === undefined) return [];
    return [`${keyword}=${isTextClause(value) ? renderText(value, context) : pythonLiteral(value)}`];
  });
}

/** A column of an index: its name, or `sa.literal_column(...)`. */
export function renderIndexExpression(expression: SqlExpression, context: PythonRenderContext): string {
  if (typeof expression === "string") return pythonString(expression);
  return `${context.sa}literal_column(${pythonString(expressionSql(expression))})`;
}

/** An element of an exclude constraint. Source: alembic.ddl.postgresql._render_potential_column. */
export function renderExcludeExpression(expression: SqlExpression, context: PythonRenderContext): string {
  if (typeof expression === "string") return `${context.sa}column(${pythonString(expression)})`;
  switch (expression.kind) {
    case "text":
      return renderText(expression, context);
    case "literalColumn":
      return `${context.sa}literal_column(${pythonString(expression.text)})`;
    case "column":
      return expression.order === undefined && expression.nulls === undefined
        ? `${context.sa}column(${pythonString(expression.name)})`
        : pythonString(columnSql(expression));
  }
}

export function renderText(clause: string | TextClause, context: PythonRenderContext): string {
  return `${context.sa}text(${pythonString(sqlText(clause))})`;
}

function expressionSql(expression: Exclude<SqlExpression, string>): string {
  switch (expression.kind) {
    case "text":
      return sqlText(expression);
    case "literalColumn":
      return expression.text;
    case "column":
      return columnSql(expression);
  }
}

function columnSql(expression: ColumnExpression): string {
  const order = expression.order === undefined ? "" : ` ${expression.order.toUpperCase()}`;
  const nulls = expression.nulls === undefined ? "" : ` NULLS ${expression.nulls.toUpperCase()}`;
  return quoteName(expression.name) + order + nulls;
}

function isTextClause(value: unknown): value is TextClause {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "text";
}
