import { literalText, numberText, quoted } from "./literalText.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";

/** How a database driver writes a value that came without a type. Source: psycopg2's adaptation of Python values. */
export function driverLiteral(value: LiteralValue): string {
  if (value === null) return "NULL";
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      return numberText(value);
    case "object":
      return "kind" in value ? taggedLiteral(value) : listLiteral(value);
  }
}

function listLiteral(values: readonly LiteralValue[]): string {
  return values.length === 0 ? "'{}'" : `ARRAY[${values.map(driverLiteral).join(", ")}]`;
}

function taggedLiteral(value: Extract<LiteralValue, { readonly kind: string }>): string {
  switch (value.kind) {
    case "json":
      return quoted(JSON.stringify(value.value));
    case "bytes": {
      const text = literalText(value, { name: "LargeBinary" });
      return text === undefined || text.includes("\\") ? `'\\x${value.value}'` : text;
    }
    case "integer":
    case "decimal":
      return value.value;
    case "inlineLiteral":
      return driverLiteral(value.value);
    case "text":
      return value.text;
    case "date":
    case "datetime":
    case "time":
    case "uuid":
      return quoted(value.value);
  }
}
