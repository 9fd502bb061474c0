import { compileType, postgresqlType } from "../../../engine/ddl/compileType.ts";
import type { SqlType } from "../../../engine/schema/sqlType.ts";

/** A type in as few letters as PostgreSQL understands: `timestamptz`, `varchar(200)`, `mood[]`. */
export function shortTypeName(given: SqlType): string {
  const type = postgresqlType(given);
  switch (type.name) {
    case "NullType":
      return "unknown";
    case "ENUM":
    case "Enum":
      if (type.nativeEnum !== false) return qualified(type.enumName ?? "enum", type.schema);
      break;
    case "DOMAIN":
      return qualified(type.domainName ?? "domain", type.schema);
    case "ARRAY":
      return `${type.item === undefined ? "" : shortTypeName(type.item)}${"[]".repeat(type.dimensions ?? 1)}`;
  }
  return compileType(type)
    .replace(/ COLLATE ".*"$/, "")
    .toLowerCase()
    .replace(/^(timestamp|time)(\(\d+\))? with time zone$/, (_, name: string, digits = "") => `${name}tz${digits}`)
    .replace(/ without time zone$/, "")
    .replace(/^bit varying/, "varbit")
    .replace(/^int$/, "integer")
    .replace(", ", ",");
}

function qualified(name: string, schema: string | undefined): string {
  return schema === undefined ? name : `${schema}.${name}`;
}
