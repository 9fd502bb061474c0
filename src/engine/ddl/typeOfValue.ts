import type { LiteralValue } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";

/** The type that SQLAlchemy takes for a value that came without one. Source: sqlalchemy.sql.sqltypes._type_map. */
export function typeOfValue(value: LiteralValue): SqlType {
  if (value === null) return { name: "NullType" };
  switch (typeof value) {
    case "string":
      return { name: "String" };
    case "boolean":
      return { name: "Boolean" };
    case "number":
      return { name: Number.isInteger(value) ? "Integer" : "Float" };
    case "object":
      return "kind" in value ? taggedType(value) : { name: "NullType" };
  }
}

function taggedType(value: Extract<LiteralValue, { readonly kind: string }>): SqlType {
  switch (value.kind) {
    case "date":
      return { name: "Date" };
    case "datetime":
      return { name: "DateTime" };
    case "time":
      return { name: "Time" };
    case "integer":
      return { name: "Integer" };
    case "decimal":
      return { name: "Numeric" };
    case "uuid":
      return { name: "Uuid" };
    case "bytes":
      return { name: "LargeBinary" };
    case "inlineLiteral":
      return value.type ?? typeOfValue(value.value);
    case "json":
    case "text":
      return { name: "NullType" };
  }
}
