import { CompileError } from "./ddlErrors.ts";
import { compileType } from "./compileType.ts";
import type { CompileContext } from "./compileContext.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";

const STRINGS: ReadonlySet<string> = new Set([
  "String",
  "Text",
  "Unicode",
  "UnicodeText",
  "VARCHAR",
  "NVARCHAR",
  "CHAR",
  "NCHAR",
  "TEXT",
  "CLOB",
  "Enum",
  "ENUM",
  "CITEXT",
]);
const INTEGERS: ReadonlySet<string> = new Set([
  "Integer",
  "BigInteger",
  "SmallInteger",
  "INTEGER",
  "INT",
  "BIGINT",
  "SMALLINT",
]);
const FLOATS: ReadonlySet<string> = new Set(["Float", "Double", "FLOAT", "DOUBLE", "REAL", "DOUBLE_PRECISION"]);
const NUMERICS: ReadonlySet<string> = new Set(["Numeric", "NUMERIC", "DECIMAL", ...FLOATS]);
const BINARIES: ReadonlySet<string> = new Set(["LargeBinary", "BLOB", "BINARY", "VARBINARY", "BYTEA"]);

/**
 * A value as a literal of a column's type. Online a type for which SQLAlchemy has no literal still takes a value, as a driver would send it;
 * offline that is a CompileError. Source: the `literal_processor` methods of sqlalchemy.sql.sqltypes.
 */
export function renderLiteral(value: LiteralValue, type: SqlType, context: CompileContext): string {
  if (value === null) return "NULL";
  if (typeof value === "object" && "kind" in value && value.kind === "inlineLiteral") {
    return renderLiteral(value.value, value.type ?? typeOfValue(value.value), context);
  }
  const literal = literalOf(value, type.variants?.["postgresql"] ?? type, context);
  return context.mode === "offline" ? literal.replaceAll("\\", "\\\\") : literal;
}

/** A string literal; a backslash stands for itself, except offline, where it is doubled. */
export function renderString(text: string, context: CompileContext): string {
  return renderLiteral(text, { name: "String" }, context);
}

/** The type that SQLAlchemy takes for a value that came without one. */
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

type PlainValue = Exclude<LiteralValue, null>;

function literalOf(value: PlainValue, type: SqlType, context: CompileContext): string {
  const name = type.name;
  if (STRINGS.has(name)) return typeof value === "string" ? quoted(value) : unsuited(value, type, context);
  if (INTEGERS.has(name)) return integer(value, type, context);
  if (NUMERICS.has(name)) return numeric(value, type, context);
  if (BINARIES.has(name)) return binary(value, type, context);
  switch (name) {
    case "Boolean":
    case "BOOLEAN":
    case "MatchType":
      if (value === true || value === 1) return "true";
      return value === false || value === 0 ? "false" : unsuited(value, type, context);
    case "Date":
    case "DATE":
      return temporal(value, type, context, (text) => text.split("T")[0] ?? "");
    case "Time":
    case "TIME":
      return temporal(value, type, context, (text) => text.split("T").at(-1) ?? "");
    case "DateTime":
    case "DATETIME":
    case "TIMESTAMP":
      return temporal(value, type, context, (text) => text.replace("T", " "));
    case "Uuid":
    case "UUID":
      return uuid(value, type, context);
    case "ARRAY":
      return array(value, type, context);
    default:
      return unrendered(value, type, context);
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function integer(value: PlainValue, type: SqlType, context: CompileContext): string {
  if (typeof value === "number") return BigInt(Math.trunc(value)).toString();
  if (typeof value === "boolean") return value ? "1" : "0";
  const text = isTagged(value, "decimal") ? value.value : value;
  return typeof text === "string" && /^\s*[+-]?\d+(?:\.\d*)?\s*$/.test(text)
    ? BigInt(text.trim().replace(/\..*$/, "")).toString()
    : unsuited(value, type, context);
}

function numeric(value: PlainValue, type: SqlType, context: CompileContext): string {
  if (typeof value === "number") return FLOATS.has(type.name) ? floatText(value) : String(value);
  if (isTagged(value, "decimal")) return value.value;
  return typeof value === "string" && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value)
    ? value
    : unsuited(value, type, context);
}

/** Python's `repr` of a float: always with a fraction or an exponent, and an exponent of two digits. */
function floatText(value: number): string {
  const text =
    Math.abs(value) >= 1e16 || (value !== 0 && Math.abs(value) < 1e-4) ? value.toExponential() : String(value);
  if (!text.includes("e")) return text.includes(".") ? text : `${text}.0`;
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

function binary(value: PlainValue, type: SqlType, context: CompileContext): string {
  if (!isTagged(value, "bytes")) return unsuited(value, type, context);
  if (context.mode === "online") return `'\\x${value.value}'`;
  const bytes = Uint8Array.from(value.value.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return quoted(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return unsuited(value, type, context);
  }
}

function temporal(value: PlainValue, type: SqlType, context: CompileContext, part: (text: string) => string): string {
  if (!isTagged(value, "date") && !isTagged(value, "datetime") && !isTagged(value, "time"))
    return unsuited(value, type, context);
  return `'${part(value.value)}'`;
}

function uuid(value: PlainValue, type: SqlType, context: CompileContext): string {
  const text = isTagged(value, "uuid") ? value.value : typeof value === "string" ? value : undefined;
  if (text === undefined) return unsuited(value, type, context);
  if (type.asUuid === false)
    return typeof value === "string" ? quoted(text.replaceAll("-", "")) : unsuited(value, type, context);
  if (typeof value === "string") return unsuited(value, type, context, quoted(text));
  return quoted(type.nativeUuid === false ? text.replaceAll("-", "") : text);
}

function array(value: PlainValue, type: SqlType, context: CompileContext): string {
  if (!Array.isArray(value) || type.item === undefined) return unsuited(value, type, context);
  const item = type.item;
  const open = type.dialect === "postgresql" || context.mode === "online" ? "ARRAY[" : "[";
  const render = (element: LiteralValue): string => {
    if (Array.isArray(element)) return `${open}${element.map(render).join(", ")}]`;
    return element === null ? "NULL" : literalOf(element, item.variants?.["postgresql"] ?? item, context);
  };
  const literal = render(value);
  return literal === "ARRAY[]" && context.mode === "online" ? "'{}'" : literal;
}

function unsuited(value: PlainValue, type: SqlType, context: CompileContext, online = driverLiteral(value)): string {
  if (context.mode === "online") return online;
  throw new CompileError(
    `Could not render literal value "${pythonRepr(value)}" with datatype ${typeText(type)}; see parent stack trace for more detail.`,
  );
}

function unrendered(value: PlainValue, type: SqlType, context: CompileContext): string {
  if (context.mode === "online") return driverLiteral(value);
  throw new CompileError(
    `No literal value renderer is available for literal value "${pythonRepr(value)}" with datatype ${typeText(type)}`,
  );
}

function typeText(type: SqlType): string {
  return type.name === "NullType" ? "NULL" : compileType(type);
}

/** How a database driver writes a value that came without a type. */
function driverLiteral(value: LiteralValue): string {
  if (value === null) return "NULL";
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      return String(value);
    case "object":
      break;
  }
  if (!("kind" in value)) return value.length === 0 ? "'{}'" : `ARRAY[${value.map(driverLiteral).join(", ")}]`;
  switch (value.kind) {
    case "json":
      return quoted(JSON.stringify(value.value));
    case "bytes":
      return `'\\x${value.value}'`;
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

function pythonRepr(value: PlainValue): string {
  if (typeof value === "string") return `'${value}'`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  return JSON.stringify("kind" in value && "value" in value ? value.value : value);
}

function isTagged<K extends "date" | "datetime" | "time" | "decimal" | "uuid" | "bytes">(
  value: PlainValue,
  kind: K,
): value is { readonly kind: K; readonly value: string } {
  return typeof value === "object" && "kind" in value && value.kind === kind;
}
