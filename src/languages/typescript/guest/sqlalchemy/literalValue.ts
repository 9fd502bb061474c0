import type { LiteralValue } from "../../../../engine/schema/sqlExpression.ts";

/** A value that can be sent to the database. */
export type SqlValue = LiteralValue | Date | bigint | Uint8Array | { toJSON(): LiteralValue } | readonly SqlValue[];

/** Values as the engine takes them. @throws TypeError at a value that PostgreSQL has no type for */
export function literalValues(
  callee: string,
  values: Readonly<Record<string, SqlValue>>,
): Readonly<Record<string, LiteralValue>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, literalValue(callee, name, value)]));
}

export function literalValue(callee: string, name: string, value: SqlValue | undefined): LiteralValue {
  switch (typeof value) {
    case "bigint":
      return { kind: "decimal", value: value.toString() };
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${callee}(): '${name}' is ${value}, which is no number in SQL`);
      return value;
    case "string":
    case "boolean":
      return value;
    case "object":
      return value === null ? null : objectValue(callee, name, value);
    default:
      throw new TypeError(
        `${callee}(): '${name}' is ${value === undefined ? "undefined; write null for NULL" : `a ${typeof value}`}`,
      );
  }
}

function objectValue(
  callee: string,
  name: string,
  value: Exclude<SqlValue, string | number | boolean | bigint | null>,
): LiteralValue {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new TypeError(`${callee}(): '${name}' is a Date that is not valid`);
    return { kind: "datetime", value: value.toISOString().replace("T", " ").replace("Z", "+00:00") };
  }
  if (value instanceof Uint8Array)
    return { kind: "bytes", value: [...value].map((byte) => byte.toString(16).padStart(2, "0")).join("") };
  if (Array.isArray(value)) return (value as readonly SqlValue[]).map((item) => literalValue(callee, name, item));
  if ("toJSON" in value) return value.toJSON();
  if ("kind" in value) return value as LiteralValue;
  return { kind: "json", value };
}
