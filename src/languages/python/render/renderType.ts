import type { SqlType } from "../../../engine/schema/sqlType.ts";
import { pythonLiteral, pythonString } from "./pythonLiteral.ts";
import { requirePostgresql, type PythonRenderContext } from "./pythonRenderContext.ts";

/** Writes one type; a DOMAIN writes the type inside it without module prefixes. */
type TypeWriter = (type: SqlType) => string;

const STRING_ARGUMENTS = ["length", "collation"] as const;

/** `sa.X(...)` or `postgresql.X(...)`, with `.with_variant(...)`. Source: alembic.autogenerate.render._repr_type and each type's `__repr__`. */
export function renderType(type: SqlType, context: PythonRenderContext): string {
  const base = renderBaseType(type, context);
  const variants = Object.entries(type.variants ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return variants.reduce(
    (text, [dialect, variant]) => `${text}.with_variant(${renderBaseType(variant, context)}, ${pythonString(dialect)})`,
    base,
  );
}

function renderBaseType(type: SqlType, context: PythonRenderContext): string {
  const prefix = type.dialect === "postgresql" ? requirePostgresql(context) : context.sa;
  return prefix + reprType(type, (inner) => renderType(inner, context));
}

function reprType(type: SqlType, inner: TypeWriter): string {
  return `${className(type)}(${typeArguments(type, inner).join(", ")})`;
}

/** `sa.INT` is another name of the class `sa.INTEGER`. */
function className(type: SqlType): string {
  return type.name === "INT" ? "INTEGER" : type.name;
}

function bareType(type: SqlType): string {
  return reprType(type, bareType);
}

function typeArguments(type: SqlType, inner: TypeWriter): string[] {
  const given = (key: string, value: unknown, standard: unknown = null): string[] =>
    value === undefined || value === null || value === standard ? [] : [`${key}=${pythonLiteral(value)}`];
  const strings = () => STRING_ARGUMENTS.flatMap((key) => given(key, type[key]));
  switch (type.name) {
    case "String":
    case "Text":
    case "Unicode":
    case "UnicodeText":
    case "VARCHAR":
    case "NVARCHAR":
    case "CHAR":
    case "NCHAR":
    case "TEXT":
    case "CLOB":
    case "CITEXT":
      return strings();
    case "LargeBinary":
    case "BINARY":
    case "VARBINARY":
    case "BLOB":
    case "BYTEA":
      return given("length", type.length);
    case "DateTime":
    case "Time":
    case "TIMESTAMP":
    case "TIME":
    case "DATETIME":
      return [...given("timezone", type.timezone, false), ...given("precision", type.precision)];
    case "INTERVAL":
      return [...given("precision", type.precision), ...given("fields", type.fields)];
    case "Numeric":
    case "NUMERIC":
    case "DECIMAL":
      return [
        ...given("precision", type.precision),
        ...given("scale", type.scale),
        ...given("asdecimal", type.asdecimal, true),
      ];
    case "Float":
    case "FLOAT":
    case "Double":
    case "DOUBLE":
    case "DOUBLE_PRECISION":
    case "REAL":
      return [...given("precision", type.precision), ...given("asdecimal", type.asdecimal, false)];
    case "Uuid":
    case "UUID":
      return [...given("as_uuid", type.asUuid, true), ...given("native_uuid", type.nativeUuid, true)];
    case "Boolean":
      return [...given("create_constraint", type.createConstraint, false), ...given("name", type.constraintName)];
    case "Enum":
    case "ENUM":
      return enumArguments(type, given);
    case "JSON":
    case "JSONB":
      return [
        ...given("none_as_null", type.noneAsNull, false),
        ...(type.dialect === "postgresql" ? [`astext_type=${inner(type.astextType ?? { name: "Text" })}`] : []),
      ];
    case "HSTORE":
      return [`text_type=${inner(type.textType ?? { name: "Text" })}`];
    case "ARRAY":
      return [
        arrayItem(type.item ?? { name: "NullType" }, inner),
        ...given("as_tuple", type.asTuple, false),
        ...given("dimensions", type.dimensions),
      ];
    case "BIT":
      return [
        ...given("length", type.length ?? (type.varying === true ? null : 1)),
        ...given("varying", type.varying, false),
      ];
    case "DOMAIN":
      return [pythonString(type.domainName ?? ""), bareType(type.dataType ?? { name: "NullType" })];
    default:
      return [];
  }
}

/** Alembic puts the prefix into an item by a regular expression made of the item's own text, which does not find every text. */
function arrayItem(item: SqlType, inner: TypeWriter): string {
  const bare = bareType(item);
  return /[\\^$*+?[|]/.test(bare) ? bare : inner(item);
}

function enumArguments(type: SqlType, given: (key: string, value: unknown, standard?: unknown) => string[]): string[] {
  const values = type.values ?? [];
  const longest = Math.max(0, ...values.map((value) => [...value].length));
  return [
    ...values.map(pythonString),
    ...given("name", type.enumName),
    ...given("schema", type.schema),
    ...(type.name === "Enum"
      ? [
          ...given("native_enum", type.nativeEnum, true),
          ...given("create_constraint", type.createConstraint, false),
          ...given("length", type.length, longest),
        ]
      : []),
  ];
}
