import { checkOptions } from "./checkOptions.ts";
import { NamedType } from "./sqlalchemy/namedType.ts";
import { defineType, defineTypeOf, typeData, type TypeArgument, type TypeEngine } from "./sqlalchemy/typeEngine.ts";
import type { EnumOptions, TimezoneOptions } from "./sqlalchemy/types.ts";

export { ExcludeConstraint, type ExcludeOptions } from "./sqlalchemy/schemaItem.ts";

const none = () => ({});
const plain = (name: string): (() => TypeEngine) => defineType(name, none, "postgresql");
const timed = (options: TimezoneOptions & { precision?: number } = {}) => {
  checkOptions("TIMESTAMP", options, ["timezone", "precision"]);
  return options;
};

/** Binary JSON, which can be indexed. */
export const JSONB: (options?: { noneAsNull?: boolean; astextType?: TypeArgument }) => TypeEngine = defineType(
  "JSONB",
  json,
  "postgresql",
);
/** JSON as text. */
export const JSON: (options?: { noneAsNull?: boolean; astextType?: TypeArgument }) => TypeEngine = defineType(
  "JSON",
  json,
  "postgresql",
);
function json(options: { noneAsNull?: boolean; astextType?: TypeArgument } = {}): object {
  const { astextType, ...rest } = options;
  return { ...rest, ...(astextType === undefined ? {} : { astextType: typeData(astextType) }) };
}
/** A path into a JSON document. */
export const JSONPATH: () => TypeEngine = plain("JSONPATH");
/** Bytes. */
export const BYTEA: (length?: number) => TypeEngine = defineType(
  "BYTEA",
  (length?: number) => ({ length }) as object,
  "postgresql",
);
/** An IP address. */
export const INET: () => TypeEngine = plain("INET");
/** An IP network. */
export const CIDR: () => TypeEngine = plain("CIDR");
/** A hardware address. */
export const MACADDR: () => TypeEngine = plain("MACADDR");
/** A hardware address of eight bytes. */
export const MACADDR8: () => TypeEngine = plain("MACADDR8");
/** An amount of money. */
export const MONEY: () => TypeEngine = plain("MONEY");
/** Keys and values; needs the extension hstore. */
export const HSTORE: (options?: { textType?: TypeArgument }) => TypeEngine = defineType(
  "HSTORE",
  ({ textType }: { textType?: TypeArgument } = {}) => (textType === undefined ? {} : { textType: typeData(textType) }),
  "postgresql",
);
/** A document prepared for text search. */
export const TSVECTOR: () => TypeEngine = plain("TSVECTOR");
/** A text search query. */
export const TSQUERY: () => TypeEngine = plain("TSQUERY");
/** A string of bits. */
export const BIT: (length?: number, options?: { varying?: boolean }) => TypeEngine = defineType(
  "BIT",
  (length?: number, options: { varying?: boolean } = {}) => ({ length, ...options }) as object,
  "postgresql",
);
/** An object identifier. */
export const OID: () => TypeEngine = plain("OID");
/** A relation by name. */
export const REGCLASS: () => TypeEngine = plain("REGCLASS");
/** A text search configuration by name. */
export const REGCONFIG: () => TypeEngine = plain("REGCONFIG");
/** Text without regard to case; needs the extension citext. */
export const CITEXT: () => TypeEngine = plain("CITEXT");
/** A span of time. */
export const INTERVAL: (options?: { fields?: string; precision?: number }) => TypeEngine = defineType(
  "INTERVAL",
  (options: { fields?: string; precision?: number } = {}) => options,
  "postgresql",
);
/** A point in time with a precision in digits of a second. */
export const TIMESTAMP: (options?: TimezoneOptions & { precision?: number }) => TypeEngine = defineType(
  "TIMESTAMP",
  timed,
  "postgresql",
);
/** A time of day with a precision in digits of a second. */
export const TIME: (options?: TimezoneOptions & { precision?: number }) => TypeEngine = defineType(
  "TIME",
  timed,
  "postgresql",
);
/** A list of values of one type. */
export const ARRAY: (item: TypeArgument, options?: { dimensions?: number; asTuple?: boolean }) => TypeEngine =
  defineType(
    "ARRAY",
    (item: TypeArgument, options: { dimensions?: number; asTuple?: boolean } = {}) => ({
      item: typeData(item),
      ...options,
    }),
    "postgresql",
  );
/** An enumerated type; `{ createType: false }` uses one that is there. */
export const ENUM: (...valuesAndOptions: readonly (string | (EnumOptions & { createType?: boolean }))[]) => NamedType =
  defineTypeOf(
    NamedType,
    "ENUM",
    (...args: readonly (string | (EnumOptions & { createType?: boolean }))[]) => {
      const values = args.filter((value): value is string => typeof value === "string");
      const { name, ...rest } = args.find((value) => typeof value === "object") ?? {};
      return { values, ...rest, ...(name === undefined ? {} : { enumName: name }) };
    },
    "postgresql",
  );
/** A type with a condition: `DOMAIN("positive", Integer, { check: "VALUE > 0" })`. */
export const DOMAIN: (
  name: string,
  dataType: TypeArgument,
  options?: {
    notNull?: boolean;
    check?: string;
    default?: string;
    collation?: string;
    constraintName?: string;
    schema?: string;
    createType?: boolean;
  },
) => NamedType = defineTypeOf(
  NamedType,
  "DOMAIN",
  (name: string, dataType: TypeArgument, options: object = {}) => ({
    domainName: name,
    dataType: typeData(dataType),
    ...options,
  }),
  "postgresql",
);
/** A range of INTEGER. */
export const INT4RANGE: () => TypeEngine = plain("INT4RANGE");
/** A range of BIGINT. */
export const INT8RANGE: () => TypeEngine = plain("INT8RANGE");
/** A range of NUMERIC. */
export const NUMRANGE: () => TypeEngine = plain("NUMRANGE");
/** A range of days. */
export const DATERANGE: () => TypeEngine = plain("DATERANGE");
/** A range of timestamps. */
export const TSRANGE: () => TypeEngine = plain("TSRANGE");
/** A range of timestamps with time zone. */
export const TSTZRANGE: () => TypeEngine = plain("TSTZRANGE");
/** Several ranges of INTEGER. */
export const INT4MULTIRANGE: () => TypeEngine = plain("INT4MULTIRANGE");
/** Several ranges of BIGINT. */
export const INT8MULTIRANGE: () => TypeEngine = plain("INT8MULTIRANGE");
/** Several ranges of NUMERIC. */
export const NUMMULTIRANGE: () => TypeEngine = plain("NUMMULTIRANGE");
/** Several ranges of days. */
export const DATEMULTIRANGE: () => TypeEngine = plain("DATEMULTIRANGE");
/** Several ranges of timestamps. */
export const TSMULTIRANGE: () => TypeEngine = plain("TSMULTIRANGE");
/** Several ranges of timestamps with time zone. */
export const TSTZMULTIRANGE: () => TypeEngine = plain("TSTZMULTIRANGE");
