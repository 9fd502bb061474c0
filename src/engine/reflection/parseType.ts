import type { SqlType, SqlTypeArguments } from "../schema/sqlType.ts";
import type { DomainRow } from "./queryDomains.ts";
import type { EnumRow } from "./queryEnums.ts";

/** The types that a database's owner named. */
export interface NamedTypes {
  readonly enums: ReadonlyMap<string, EnumRow>;
  readonly domains: ReadonlyMap<string, DomainRow>;
}

/** A named type's key: its name, with its schema in front where the search path does not find it. */
export function namedTypeKey(type: {
  readonly schema: string;
  readonly name: string;
  readonly visible: boolean;
}): string {
  return JSON.stringify(type.visible ? [type.name] : [type.schema, type.name]);
}

const standard = (name: string): { readonly name: string } => ({ name });
const postgresql = (name: string): { readonly name: string; readonly dialect: "postgresql" } => ({
  name,
  dialect: "postgresql",
});

/** SQLAlchemy's class for each type that PostgreSQL itself brings. Source: sqlalchemy.dialects.postgresql.base.ischema_names. */
const knownTypes: ReadonlyMap<string, SqlType> = new Map<string, SqlType>([
  ["integer", standard("INTEGER")],
  ["bigint", standard("BIGINT")],
  ["smallint", standard("SMALLINT")],
  ["character varying", standard("VARCHAR")],
  ["character", standard("CHAR")],
  ['"char"', standard("String")],
  ["name", standard("String")],
  ["text", standard("TEXT")],
  ["numeric", standard("NUMERIC")],
  ["float", standard("FLOAT")],
  ["real", standard("REAL")],
  ["double precision", standard("DOUBLE_PRECISION")],
  ["boolean", standard("BOOLEAN")],
  ["date", standard("DATE")],
  ["uuid", standard("UUID")],
  ["timestamp", postgresql("TIMESTAMP")],
  ["timestamp with time zone", postgresql("TIMESTAMP")],
  ["timestamp without time zone", postgresql("TIMESTAMP")],
  ["time", postgresql("TIME")],
  ["time with time zone", postgresql("TIME")],
  ["time without time zone", postgresql("TIME")],
  ["interval", postgresql("INTERVAL")],
  ["bit", postgresql("BIT")],
  ["bit varying", postgresql("BIT")],
  ...[
    "hstore",
    "json",
    "jsonb",
    "inet",
    "cidr",
    "citext",
    "macaddr",
    "macaddr8",
    "money",
    "oid",
    "regclass",
    "bytea",
    "tsvector",
    "int4range",
    "int8range",
    "numrange",
    "daterange",
    "tsrange",
    "tstzrange",
    "int4multirange",
    "int8multirange",
    "nummultirange",
    "datemultirange",
    "tsmultirange",
    "tstzmultirange",
  ].map((name): [string, SqlType] => [name, postgresql(name.toUpperCase())]),
]);

/** True where no named type needs to be looked up. */
export function isKnownType(formatted: string): boolean {
  const name = bareName(formatted);
  return knownTypes.has(name.toLowerCase()) || name.startsWith("interval ");
}

function bareName(formatted: string): string {
  return formatted.replace(/\(.*\)/, "").replace(/(?:\[\])*$/, "");
}

/**
 * The SQLAlchemy type of a column from what format_type() printed; null where SQLAlchemy has no class for it (its NullType).
 * Source: sqlalchemy.dialects.postgresql.base.PGDialect._reflect_type.
 */
export function parseType(formatted: string, named: NamedTypes, collation: string | null): SqlType | null {
  const scalar = parseScalar(formatted, named, collation);
  if (scalar === null) return null;
  // PostgreSQL keeps neither the number nor the size of an array's dimensions.
  return formatted.endsWith("[]") ? { name: "ARRAY", dialect: "postgresql", item: scalar } : scalar;
}

function parseScalar(formatted: string, named: NamedTypes, collation: string | null): SqlType | null {
  const name = bareName(formatted);
  const inner = /\((.*)\)/.exec(formatted)?.[1];
  const values = inner ? inner.split(/\s*,\s*/) : [];
  const collated = collation === null ? {} : { collation };
  const known = knownTypes.get(name.toLowerCase());
  if (name === "interval" || name.startsWith("interval ")) {
    const fields = /^interval (.+)/.exec(name)?.[1];
    return {
      name: "INTERVAL",
      dialect: "postgresql",
      ...(fields === undefined ? {} : { fields: fields.trim() }),
      ...precision(values),
    };
  }
  if (known !== undefined) return { ...known, ...typeArguments(name, values), ...collated };
  const key = JSON.stringify(nameParts(name));
  const enumType = named.enums.get(key);
  if (enumType !== undefined) {
    return {
      name: "ENUM",
      dialect: "postgresql",
      values: enumType.labels,
      enumName: enumType.name,
      ...(enumType.visible ? {} : { schema: enumType.schema }),
    };
  }
  const domain = named.domains.get(key);
  return domain === undefined ? null : domainType(domain, named);
}

function domainType(domain: DomainRow, named: NamedTypes): SqlType {
  // The length of the type underneath is not kept by SQLAlchemy's reflection.
  const bare = /[^(]+/.exec(domain.type)?.[0] ?? domain.type;
  const check = domain.checks[0];
  return {
    name: "DOMAIN",
    dialect: "postgresql",
    domainName: domain.name,
    dataType: parseType(bare, named, domain.collation) ?? { name: "NullType" },
    createType: false,
    ...(domain.notNull ? { notNull: true } : {}),
    ...(domain.default === null ? {} : { default: domain.default }),
    ...(domain.collation === null ? {} : { collation: domain.collation }),
    ...(check === undefined ? {} : { constraintName: check[0], check: check[1].slice(7, -1) }),
    ...(domain.visible ? {} : { schema: domain.schema }),
  };
}

function typeArguments(name: string, values: readonly string[]): SqlTypeArguments {
  const first = values[0];
  switch (name) {
    case "numeric":
      return values.length === 2 ? { precision: Number(values[0]), scale: Number(values[1]) } : {};
    case "double precision":
      return { precision: 53 };
    case "timestamp with time zone":
    case "time with time zone":
      return { timezone: true, ...precision(values) };
    case "timestamp without time zone":
    case "time without time zone":
    case "timestamp":
    case "time":
      return precision(values);
    case "bit varying":
      return { varying: true, ...(first === undefined ? {} : { length: Number(first) }) };
    default:
      return first === undefined ? {} : { length: Number(first) };
  }
}

function precision(values: readonly string[]): SqlTypeArguments {
  return values.length === 1 ? { precision: Number(values[0]) } : {};
}

/** `s."My type"` -> ["s", "My type"]. */
function nameParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (const match of text.matchAll(/"((?:[^"]|"")*)"|([^."]+)/g)) {
    parts.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
  }
  return parts;
}
