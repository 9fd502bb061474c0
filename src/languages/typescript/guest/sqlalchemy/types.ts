import { checkOptions } from "../checkOptions.ts";
import { NamedType } from "./namedType.ts";
import { defineType, defineTypeOf, typeData, type TypeArgument, type TypeEngine } from "./typeEngine.ts";

/** Options of the types that hold text. */
export interface StringOptions {
  /** The collation, such as `"C"`. */
  collation?: string;
}

/** Options of `Float`, `Numeric` and their kin. */
export interface NumericOptions {
  /** Whether Python would read Decimal values. */
  asdecimal?: boolean;
}

export interface DecimalOptions extends NumericOptions {
  precision?: number;
  scale?: number;
}

/** Options of the types for points in time. */
export interface TimezoneOptions {
  /** `WITH TIME ZONE`. */
  timezone?: boolean;
}

export interface EnumOptions {
  /** The name of the type in the database. PostgreSQL needs one. */
  name?: string;
  schema?: string;
  /** Of the schema of the table that it is a column of. */
  inheritSchema?: boolean;
  /** false: a VARCHAR instead of an ENUM type. */
  nativeEnum?: boolean;
  createConstraint?: boolean;
  length?: number;
}

export interface BooleanOptions {
  name?: string;
  createConstraint?: boolean;
}

const none = () => ({});
const sized = (length?: number | null | StringOptions, options: StringOptions = {}) => {
  if (typeof length === "object" && length !== null) return sizedBy(undefined, length);
  return sizedBy(length, options);
};
const sizedBy = (length: number | null | undefined, options: StringOptions) => {
  checkOptions("String", options, ["collation"]);
  return { length, ...options } as { length?: number; collation?: string };
};
const decimal = (
  precision?: number | null | DecimalOptions,
  scale?: number | null,
  options: NumericOptions = {},
): { precision?: number; scale?: number; asdecimal?: boolean } => {
  if (typeof precision === "object" && precision !== null) {
    checkOptions("Numeric", precision, ["precision", "scale", "asdecimal"]);
    return precision;
  }
  checkOptions("Numeric", options, ["asdecimal"]);
  return { precision, scale, ...options } as { precision?: number; scale?: number };
};
const floating = (
  precision?: number | null | DecimalOptions,
  options: NumericOptions = {},
): { precision?: number; scale?: number; asdecimal?: boolean } => {
  if (typeof precision === "object" && precision !== null) return decimal(precision);
  checkOptions("Float", options, ["asdecimal"]);
  return { precision, ...options } as { precision?: number };
};
const zoned = (options: TimezoneOptions = {}) => {
  checkOptions("TIMESTAMP", options, ["timezone"]);
  return options;
};

/** A 32-bit whole number: INTEGER. A primary key of this type counts by itself (SERIAL). */
export const Integer: () => TypeEngine = defineType("Integer", none);
/** A 64-bit whole number: BIGINT. */
export const BigInteger: () => TypeEngine = defineType("BigInteger", none);
/** A 16-bit whole number: SMALLINT. */
export const SmallInteger: () => TypeEngine = defineType("SmallInteger", none);
/** Text with an optional greatest length: `String` is VARCHAR, `String(200)` VARCHAR(200). */
export const String: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "String",
  sized,
);
/** Text without a length: TEXT. */
export const Text: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "Text",
  sized,
);
/** As `String`. */
export const Unicode: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "Unicode",
  sized,
);
/** As `Text`. */
export const UnicodeText: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "UnicodeText",
  sized,
);
/** true or false: BOOLEAN. */
export const Boolean: (options?: BooleanOptions) => TypeEngine = defineType(
  "Boolean",
  ({ name, ...rest }: BooleanOptions = {}) => ({
    ...rest,
    ...(name === undefined ? {} : { constraintName: name }),
  }),
);
/** A calendar day: DATE. */
export const Date: () => TypeEngine = defineType("Date", none);
/** A point in time: TIMESTAMP; `DateTime({ timezone: true })` is TIMESTAMP WITH TIME ZONE. */
export const DateTime: (options?: TimezoneOptions) => TypeEngine = defineType("DateTime", zoned);
/** A time of day: TIME. */
export const Time: (options?: TimezoneOptions) => TypeEngine = defineType("Time", zoned);
/** A span of time: INTERVAL. */
export const Interval: (options?: { native?: boolean; secondPrecision?: number; dayPrecision?: number }) => TypeEngine =
  defineType(
    "Interval",
    (options: { native?: boolean; secondPrecision?: number; dayPrecision?: number } = {}) => options,
  );
/** An approximate number: FLOAT. */
export const Float: (precision?: number | null | DecimalOptions, options?: NumericOptions) => TypeEngine = defineType(
  "Float",
  floating,
);
/** DOUBLE PRECISION. */
export const Double: (precision?: number | null | DecimalOptions, options?: NumericOptions) => TypeEngine = defineType(
  "Double",
  floating,
);
/** An exact number: `Numeric(10, 2)` is NUMERIC(10, 2). */
export const Numeric: (
  precision?: number | null | DecimalOptions,
  scale?: number | null,
  options?: NumericOptions,
) => TypeEngine = defineType("Numeric", decimal);
/** Bytes: BYTEA. */
export const LargeBinary: (length?: number | null) => TypeEngine = defineType(
  "LargeBinary",
  (length?: number | null) => ({ length }) as object,
);
/** A universally unique identifier: UUID. */
export const Uuid: (options?: { asUuid?: boolean; nativeUuid?: boolean }) => TypeEngine = defineType(
  "Uuid",
  (options: { asUuid?: boolean; nativeUuid?: boolean } = {}) => options,
);
/** One of several words: `Enum("draft", "public", { name: "post_state" })`. PostgreSQL makes a type of that name. */
export const Enum: (...valuesAndOptions: readonly (string | EnumOptions)[]) => NamedType = defineTypeOf(
  NamedType,
  "Enum",
  (...args: readonly (string | EnumOptions)[]) => {
    const values = args.filter((value): value is string => typeof value === "string");
    const options = args.find((value): value is EnumOptions => typeof value === "object") ?? {};
    checkOptions("Enum", options, ["name", "schema", "inheritSchema", "nativeEnum", "createConstraint", "length"]);
    const { name, ...rest } = options;
    return { values, ...rest, ...(name === undefined ? {} : { enumName: name }) };
  },
);
/** A JSON document: JSON. `postgresql.JSONB` can be indexed. */
export const JSON: (options?: { noneAsNull?: boolean }) => TypeEngine = defineType(
  "JSON",
  (options: { noneAsNull?: boolean } = {}) => options,
);
/** A list of values of one type: `ARRAY(Integer)` is INTEGER[]. */
export const ARRAY: (item: TypeArgument, options?: { dimensions?: number; asTuple?: boolean }) => TypeEngine =
  defineType("ARRAY", (item: TypeArgument, options: { dimensions?: number; asTuple?: boolean } = {}) => ({
    item: typeData(item),
    ...options,
  }));
/** A pickled Python object: BYTEA. */
export const PickleType: () => TypeEngine = defineType("PickleType", none);

/** VARCHAR(length). */
export const VARCHAR: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "VARCHAR",
  sized,
);
/** NVARCHAR(length). */
export const NVARCHAR: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "NVARCHAR",
  sized,
);
/** CHAR(length). */
export const CHAR: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "CHAR",
  sized,
);
/** NCHAR(length). */
export const NCHAR: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "NCHAR",
  sized,
);
/** TEXT. */
export const TEXT: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "TEXT",
  sized,
);
/** CLOB. */
export const CLOB: (length?: number | null | StringOptions, options?: StringOptions) => TypeEngine = defineType(
  "CLOB",
  sized,
);
/** BLOB. */
export const BLOB: (length?: number | null) => TypeEngine = defineType(
  "BLOB",
  (length?: number | null) => ({ length }) as object,
);
/** BINARY. */
export const BINARY: (length?: number | null) => TypeEngine = defineType(
  "BINARY",
  (length?: number | null) => ({ length }) as object,
);
/** VARBINARY. */
export const VARBINARY: (length?: number | null) => TypeEngine = defineType(
  "VARBINARY",
  (length?: number | null) => ({ length }) as object,
);
/** INTEGER. */
export const INTEGER: () => TypeEngine = defineType("INTEGER", none);
/** INTEGER. */
export const INT: () => TypeEngine = defineType("INTEGER", none);
/** BIGINT. */
export const BIGINT: () => TypeEngine = defineType("BIGINT", none);
/** SMALLINT. */
export const SMALLINT: () => TypeEngine = defineType("SMALLINT", none);
/** NUMERIC(precision, scale). */
export const NUMERIC: (
  precision?: number | null | DecimalOptions,
  scale?: number | null,
  options?: NumericOptions,
) => TypeEngine = defineType("NUMERIC", decimal);
/** DECIMAL(precision, scale). */
export const DECIMAL: (
  precision?: number | null | DecimalOptions,
  scale?: number | null,
  options?: NumericOptions,
) => TypeEngine = defineType("DECIMAL", decimal);
/** FLOAT(precision). */
export const FLOAT: (precision?: number | null | DecimalOptions, options?: NumericOptions) => TypeEngine = defineType(
  "FLOAT",
  floating,
);
/** REAL. */
export const REAL: (precision?: number | null | DecimalOptions, options?: NumericOptions) => TypeEngine = defineType(
  "REAL",
  floating,
);
/** DOUBLE. */
export const DOUBLE: (precision?: number | null | DecimalOptions, options?: NumericOptions) => TypeEngine = defineType(
  "DOUBLE",
  floating,
);
/** DOUBLE PRECISION. */
export const DOUBLE_PRECISION: (precision?: number | null | DecimalOptions, options?: NumericOptions) => TypeEngine =
  defineType("DOUBLE_PRECISION", floating);
/** BOOLEAN. */
export const BOOLEAN: () => TypeEngine = defineType("BOOLEAN", none);
/** DATE. */
export const DATE: () => TypeEngine = defineType("DATE", none);
/** DATETIME; PostgreSQL has TIMESTAMP instead. */
export const DATETIME: (options?: TimezoneOptions) => TypeEngine = defineType("DATETIME", zoned);
/** TIME. */
export const TIME: (options?: TimezoneOptions) => TypeEngine = defineType("TIME", zoned);
/** TIMESTAMP; `TIMESTAMP({ timezone: true })` is TIMESTAMP WITH TIME ZONE. */
export const TIMESTAMP: (options?: TimezoneOptions) => TypeEngine = defineType("TIMESTAMP", zoned);
/** UUID. */
export const UUID: (options?: { asUuid?: boolean }) => TypeEngine = defineType(
  "UUID",
  (options: { asUuid?: boolean } = {}) => options,
);
/** Whether a text search matches: BOOLEAN. */
export const MatchType: () => TypeEngine = defineType("MatchType", none);
/** A type that is not known. */
export const NullType: () => TypeEngine = defineType("NullType", none);
