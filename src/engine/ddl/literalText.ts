import type { LiteralValue } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";

/** A value that says its type by itself or by the column it is for. */
export type PlainValue = Exclude<LiteralValue, null>;

/** SQLAlchemy's classes by what their literals have in common. */
const FAMILIES: Readonly<Record<string, (value: PlainValue, type: SqlType) => string | undefined>> = {
  ...family(string, "String", "Text", "Unicode", "UnicodeText", "VARCHAR", "NVARCHAR", "CHAR", "NCHAR", "TEXT", "CLOB"),
  ...family(string, "Enum", "ENUM", "CITEXT"),
  ...family(integer, "Integer", "BigInteger", "SmallInteger", "INTEGER", "INT", "BIGINT", "SMALLINT"),
  ...family(numeric, "Numeric", "NUMERIC", "DECIMAL"),
  ...family(numeric, "Float", "Double", "FLOAT", "DOUBLE", "REAL", "DOUBLE_PRECISION"),
  ...family(boolean, "Boolean", "BOOLEAN", "MatchType"),
  ...family(date, "Date", "DATE"),
  ...family(time, "Time", "TIME"),
  ...family(datetime, "DateTime", "DATETIME", "TIMESTAMP"),
  ...family(uuid, "Uuid", "UUID"),
  ...family(binary, "LargeBinary", "BLOB", "BINARY", "VARBINARY", "BYTEA", "PickleType"),
  ...family(array, "ARRAY"),
};

type Family = (value: PlainValue, type: SqlType) => string | undefined;

function family(literal: Family, ...names: readonly string[]): Readonly<Record<string, Family>> {
  return Object.fromEntries(names.map((name) => [name, literal]));
}

/** Whether SQLAlchemy has literals of a type at all. */
export function hasLiterals(type: SqlType): boolean {
  if (type.name === "ARRAY") return type.item !== undefined && hasLiterals(onPostgresql(type.item));
  return Object.hasOwn(FAMILIES, type.name) || type.name === "Interval" || type.name === "INTERVAL";
}

/**
 * The literal of a value for a column's type, or undefined where the type has none for it.
 * Source: the `literal_processor` methods of sqlalchemy.sql.sqltypes.
 */
export function literalText(value: PlainValue, type: SqlType): string | undefined {
  return Object.hasOwn(FAMILIES, type.name) ? FAMILIES[type.name]?.(value, type) : undefined;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A number as Python prints it: an exponent has two digits at least. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

function onPostgresql(type: SqlType): SqlType {
  return type.variants?.["postgresql"] ?? type;
}

function string(value: PlainValue): string | undefined {
  return typeof value === "string" ? quoted(value) : undefined;
}

/** Python's `int()`: a fraction is cut off. */
function integer(value: PlainValue): string | undefined {
  if (typeof value === "number") return BigInt(Math.trunc(value)).toString();
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "string")
    return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(value) ? BigInt(value.replaceAll("_", "").trim()).toString() : undefined;
  if (isTagged(value, "integer")) return value.value;
  if (!isTagged(value, "decimal")) return undefined;
  return BigInt(Math.trunc(Number(value.value))).toString();
}

/** What Python's `Decimal()` takes is written as it stands. */
function numeric(value: PlainValue): string | undefined {
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string")
    return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value) ? value : undefined;
  return isTagged(value, "decimal") || isTagged(value, "integer") ? value.value : undefined;
}

function boolean(value: PlainValue): string | undefined {
  const number = typeof value === "object" && isTagged(value, "decimal") ? Number(value.value) : value;
  if (number === true || number === 1) return "true";
  return number === false || number === 0 ? "false" : undefined;
}

function date(value: PlainValue): string | undefined {
  return temporal(value, (text) => text.split("T")[0] ?? "");
}

function time(value: PlainValue): string | undefined {
  return temporal(value, (text) => text.split("T").at(-1) ?? "");
}

function datetime(value: PlainValue): string | undefined {
  return temporal(value, (text) => text.replace("T", " "));
}

function temporal(value: PlainValue, part: (text: string) => string): string | undefined {
  if (!isTagged(value, "date") && !isTagged(value, "datetime") && !isTagged(value, "time")) return undefined;
  return `'${part(value.value)}'`;
}

function uuid(value: PlainValue, type: SqlType): string | undefined {
  if (type.asUuid === false) return typeof value === "string" ? quoted(value.replaceAll("-", "")) : undefined;
  if (type.nativeUuid === false) return isTagged(value, "uuid") ? quoted(value.value.replaceAll("-", "")) : undefined;
  return quoted(pythonStr(value));
}

/** Only bytes that are text have a literal. */
function binary(value: PlainValue): string | undefined {
  if (!isTagged(value, "bytes")) return undefined;
  const bytes = Uint8Array.from(value.value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return quoted(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function array(value: PlainValue, type: SqlType): string | undefined {
  if (!Array.isArray(value) || type.item === undefined) return undefined;
  return arrayOf(value, onPostgresql(type.item), type.dimensions ?? null);
}

function arrayOf(elements: readonly LiteralValue[], item: SqlType, dimensions: number | null): string | undefined {
  const isNested = dimensions === null ? Array.isArray(elements[0]) : dimensions > 1;
  const texts = elements.map((element) => {
    if (element === null) return item.name === "Boolean" ? "false" : undefined;
    if (isNested && Array.isArray(element)) return arrayOf(element, item, dimensions === null ? null : dimensions - 1);
    return literalText(element, item);
  });
  return texts.includes(undefined) ? undefined : `ARRAY[${texts.join(", ")}]`;
}

/** Python's `str()`. */
function pythonStr(value: PlainValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numberText(value);
  if (!("kind" in value)) return JSON.stringify(value);
  switch (value.kind) {
    case "text":
      return value.text;
    case "inlineLiteral":
      return value.value === null ? "None" : pythonStr(value.value);
    case "json":
      return JSON.stringify(value.value);
    default:
      return value.value;
  }
}

export function isTagged<K extends "date" | "datetime" | "time" | "integer" | "decimal" | "uuid" | "bytes">(
  value: PlainValue,
  kind: K,
): value is { readonly kind: K; readonly value: string } {
  return typeof value === "object" && "kind" in value && value.kind === kind;
}
