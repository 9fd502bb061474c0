import { pythonLiteral, pythonString } from "../pythonLiteral.ts";
import type { SqlType } from "../schema/sqlType.ts";

/** Writes a type that stands inside another. */
export type TypeWriter = (type: SqlType) => string;

/** A type the way SQLAlchemy's repr() prints it, such as `VARCHAR(length=50)`. */
export function describeType(type: SqlType): string {
  return describeTypeWith(type, describeType);
}

/** The same, the types inside it written otherwise. Source: each type's `__repr__` in SQLAlchemy. */
export function describeTypeWith(type: SqlType, inner: TypeWriter): string {
  return type.own?.text ?? `${className(type)}(${typeArguments(type, inner).join(", ")})`;
}

/** `sa.INT` is another name of the class `sa.INTEGER`. */
function className(type: SqlType): string {
  return type.name === "INT" ? "INTEGER" : type.name;
}

function typeArguments(type: SqlType, inner: TypeWriter): string[] {
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
      return [...given("length", type.length), ...given("collation", type.collation)];
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
      return enumArguments(type);
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
        inner(type.item ?? { name: "NullType" }),
        ...given("as_tuple", type.asTuple, false),
        ...given("dimensions", type.dimensions),
      ];
    case "BIT":
      return [
        ...given("length", type.length ?? (type.varying === true ? null : 1)),
        ...given("varying", type.varying, false),
      ];
    case "DOMAIN":
      return [pythonString(type.domainName ?? ""), describeType(type.dataType ?? { name: "NullType" })];
    default:
      return [];
  }
}

/** `key=value`, unless it is the standard value, which repr() leaves out. */
function given(key: string, value: unknown, standard: unknown = null): string[] {
  return value === undefined || value === null || value === standard ? [] : [`${key}=${pythonLiteral(value)}`];
}

function enumArguments(type: SqlType): string[] {
  const values = type.values ?? [];
  const longest = Math.max(0, ...values.map((value) => [...value].length));
  return [
    ...values.map(pythonString),
    ...given("name", type.enumName),
    ...given("schema", type.schema),
    ...given("inherit_schema", type.inheritSchema, false),
    ...(type.name === "Enum"
      ? [
          ...given("native_enum", type.nativeEnum, true),
          ...given("create_constraint", type.createConstraint, false),
          ...given("length", type.length, longest),
        ]
      : []),
  ];
}
