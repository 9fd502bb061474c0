import type { SqlType } from "../schema/sqlType.ts";
import { pythonText } from "./pythonText.ts";

const positional: Readonly<Record<string, readonly (keyof SqlType)[]>> = {
  DOMAIN: ["domainName", "dataType"],
};

const names: Readonly<Partial<Record<keyof SqlType, string>>> = {
  length: "length",
  collation: "collation",
  timezone: "timezone",
  precision: "precision",
  scale: "scale",
  asdecimal: "asdecimal",
  fields: "fields",
  varying: "varying",
  dimensions: "dimensions",
  asTuple: "as_tuple",
  native: "native",
  secondPrecision: "second_precision",
  dayPrecision: "day_precision",
  asUuid: "as_uuid",
  nativeUuid: "native_uuid",
  noneAsNull: "none_as_null",
  astextType: "astext_type",
  textType: "text_type",
  enumName: "name",
  schema: "schema",
  nativeEnum: "native_enum",
  createConstraint: "create_constraint",
  constraintName: "name",
};

/** A type the way SQLAlchemy's repr() prints it, such as `VARCHAR(length=50)`. */
export function describeType(type: SqlType): string {
  const values: string[] = (type.values ?? []).map(pythonText);
  const first = positional[type.name] ?? (type.item === undefined ? [] : (["item"] as const));
  for (const key of first) {
    const value = type[key];
    if (value !== undefined) values.push(describeValue(value));
  }
  for (const [key, name] of Object.entries(names)) {
    if (first.includes(key as keyof SqlType)) continue;
    const value = type[key as keyof SqlType];
    if (value !== undefined && value !== null) values.push(`${name}=${describeValue(value)}`);
  }
  return `${type.name}(${values.join(", ")})`;
}

function describeValue(value: unknown): string {
  if (typeof value === "string") return pythonText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "object" && value !== null && "name" in value) return describeType(value as SqlType);
  return String(value);
}
