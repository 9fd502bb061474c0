import { CompileError } from "./ddlErrors.ts";
import { quoteName, quoteTable } from "./quoteName.ts";
import type { SqlType } from "../schema/sqlType.ts";

/** The type that PostgreSQL gets: the variant for PostgreSQL where there is one. */
export function postgresqlType(type: SqlType): SqlType {
  return type.variants?.["postgresql"] ?? type;
}

/** A type as it stands in a column's definition. Source: sqlalchemy.dialects.postgresql.base.PGTypeCompiler. */
export function compileType(given: SqlType): string {
  const type = postgresqlType(given);
  switch (type.name) {
    case "NullType":
      throw new CompileError("Can't generate DDL for NullType(); did you forget to specify a type on this Column?");
    case "Integer":
    case "INT":
      return "INTEGER";
    case "BigInteger":
      return "BIGINT";
    case "SmallInteger":
      return "SMALLINT";
    case "Boolean":
    case "MatchType":
      return "BOOLEAN";
    case "String":
    case "Unicode":
      return stringType("VARCHAR", type);
    case "Text":
    case "UnicodeText":
      return stringType("TEXT", type);
    case "VARCHAR":
    case "NVARCHAR":
    case "CHAR":
    case "NCHAR":
    case "TEXT":
      return stringType(type.name, type);
    case "Date":
      return "DATE";
    case "DateTime":
    case "TIMESTAMP":
      return zoned("TIMESTAMP", type);
    case "Time":
    case "TIME":
      return zoned("TIME", type);
    case "Interval":
      if (type.native === false) return zoned("TIMESTAMP", {});
      return interval(undefined, type.secondPrecision);
    case "INTERVAL":
      return interval(type.fields, type.precision);
    case "Float":
    case "FLOAT":
      return type.precision ? `FLOAT(${type.precision})` : "FLOAT";
    case "Double":
    case "DOUBLE_PRECISION":
      return "DOUBLE PRECISION";
    case "Numeric":
    case "NUMERIC":
      return decimal("NUMERIC", type);
    case "DECIMAL":
      return decimal("DECIMAL", type);
    case "LargeBinary":
    case "PickleType":
      return "BYTEA";
    case "BINARY":
    case "VARBINARY":
      return type.length ? `${type.name}(${type.length})` : type.name;
    case "Uuid":
      return type.nativeUuid === false ? "CHAR(32)" : "UUID";
    case "Enum":
      return type.nativeEnum === false
        ? stringType("VARCHAR", { ...type, length: nonNativeEnumLength(type) })
        : typeName(type);
    case "ENUM":
    case "DOMAIN":
      return typeName(type);
    case "BIT":
      if (type.varying !== true) return `BIT(${type.length ?? 1})`;
      return type.length === undefined || type.length === null ? "BIT VARYING" : `BIT VARYING(${type.length})`;
    case "ARRAY":
      return arrayType(type);
    default:
      return type.name;
  }
}

/** The quoted name of an ENUM or DOMAIN, with its schema. */
export function typeName(type: SqlType, className: string = type.name): string {
  const name = type.name === "DOMAIN" ? type.domainName : type.enumName;
  if (name === undefined || name === "") throw new CompileError(`PostgreSQL ${className} type requires a name.`);
  return type.schema === undefined ? quoteName(name) : quoteTable(name, type.schema);
}

function stringType(name: string, { length, collation }: Pick<SqlType, "length" | "collation">): string {
  return `${name}${length ? `(${length})` : ""}${collation ? ` COLLATE "${collation}"` : ""}`;
}

function zoned(name: string, { precision, timezone }: Pick<SqlType, "precision" | "timezone">): string {
  return `${name}${precision === undefined || precision === null ? "" : `(${precision})`} ${timezone === true ? "WITH" : "WITHOUT"} TIME ZONE`;
}

function interval(fields: string | undefined, precision: number | null | undefined): string {
  return `INTERVAL${fields === undefined ? "" : ` ${fields}`}${precision === undefined || precision === null ? "" : ` (${precision})`}`;
}

function decimal(name: string, { precision, scale }: Pick<SqlType, "precision" | "scale">): string {
  if (precision === undefined || precision === null) return name;
  return scale === undefined || scale === null ? `${name}(${precision})` : `${name}(${precision}, ${scale})`;
}

function nonNativeEnumLength({ length, values }: Pick<SqlType, "length" | "values">): number {
  return length ?? Math.max(0, ...(values ?? []).map((value) => [...value].length));
}

function arrayType(type: SqlType): string {
  if (type.item === undefined) throw new CompileError("ARRAY requires the type of its items.");
  const inner = compileType(type.item);
  const collation = inner.indexOf(" COLLATE");
  const at = collation < 0 ? inner.length : collation;
  return `${inner.slice(0, at)}${"[]".repeat(type.dimensions ?? 1)}${inner.slice(at)}`;
}
