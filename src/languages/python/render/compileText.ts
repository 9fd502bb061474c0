import type { LiteralValue, TextClause } from "../../../engine/schema/sqlExpression.ts";

const BIND_PARAMETER = /(?<![:\p{L}\p{N}_\\]):([\p{L}\p{N}_]+)(?!:)/gu;
const ESCAPED_COLON = /\\(:[\p{L}\p{N}_$]*)(?![:\p{L}\p{N}_$])/gu;

/** The SQL that `text()` stands for: bound values as literals, `\:` as a colon. A parameter without a value is NULL. */
export function compileText(clause: string | TextClause): string {
  const text = typeof clause === "string" ? clause : clause.text;
  const values = typeof clause === "string" ? {} : (clause.bindparams ?? {});
  return text
    .replace(BIND_PARAMETER, (_, name: string) => sqlLiteral(values[name] ?? null))
    .replace(ESCAPED_COLON, "$1");
}

function sqlLiteral(value: LiteralValue): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return quoteLiteral(value);
  if (isList(value)) return `ARRAY[${value.map(sqlLiteral).join(", ")}]`;
  switch (value.kind) {
    case "text":
      return compileText(value);
    case "inlineLiteral":
      return sqlLiteral(value.value);
    case "json":
      return quoteLiteral(JSON.stringify(value.value));
    case "decimal":
      return value.value;
    case "bytes":
      return `'\\x${value.value}'`;
    case "date":
    case "datetime":
    case "time":
    case "uuid":
      return quoteLiteral(value.value);
  }
}

function isList(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}

function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
