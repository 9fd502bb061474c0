import { compileType, postgresqlType } from "../../engine/ddl/compileType.ts";
import type { SqlType } from "../../engine/schema/sqlType.ts";

const otherNames: Readonly<Record<string, string>> = {
  int: "integer",
  int4: "integer",
  int8: "bigint",
  int2: "smallint",
  bool: "boolean",
  decimal: "numeric",
  timestamptz: "timestamp with time zone",
  timestamp: "timestamp without time zone",
  timetz: "time with time zone",
  time: "time without time zone",
  "character varying": "varchar",
  "double precision": "float8",
  float: "float8",
};

/** A type in PostgreSQL's words, small letters. */
export function typeText(given: SqlType): string {
  const type = postgresqlType(given);
  switch (type.name) {
    case "NullType":
      return "unknown";
    case "ENUM":
    case "Enum":
      if (type.nativeEnum !== false) return type.enumName ?? "enum";
      break;
    case "DOMAIN":
      return type.domainName ?? "domain";
    case "ARRAY":
      return `${type.item === undefined ? "" : typeText(type.item)}${"[]".repeat(type.dimensions ?? 1)}`;
  }
  return compileType(type).toLowerCase();
}

/** Whether two type names mean the same type: `timestamptz` and `timestamp with time zone`, `int` and `integer`. */
export function isSameType(left: string, right: string): boolean {
  return plain(left) === plain(right);
}

function plain(text: string): string {
  const folded = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\s*([(),])\s*/g, "$1");
  const [, name = folded, size = ""] = /^([^(]*?)(\(.*\).*)?$/.exec(folded) ?? [];
  return `${otherNames[name] ?? name}${size}`;
}
