import { compileServerDefault } from "./compileServerDefault.ts";
import { compileText } from "./compileText.ts";
import { compileType, postgresqlType, typeName } from "./compileType.ts";
import { quoteConstraintName, quoteName } from "./quoteName.ts";
import { renderLiteral, renderString } from "./renderLiteral.ts";
import { typeOfValue } from "./typeOfValue.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Column } from "../schema/column.ts";
import type { SqlType } from "../schema/sqlType.ts";

/**
 * CREATE TYPE and CREATE DOMAIN for the types that a new table's columns name, each once in a run. A type with `createType: false` is taken to
 * exist. Source: sqlalchemy.dialects.postgresql.named_types.
 */
export function compileCreateTypes(columns: readonly Column[], context: CompileContext): readonly string[] {
  const created = context.createdTypes ?? new Set<string>();
  const statements: string[] = [];
  for (const type of columns.flatMap((column) => namedTypes(column.type))) {
    const className = type.name === "DOMAIN" ? "DOMAIN" : "ENUM";
    const key = `${className} ${typeName(type, className)}`;
    if (created.has(key)) continue;
    created.add(key);
    statements.push(type.name === "DOMAIN" ? createDomain(type, context) : createEnum(type, context));
  }
  return statements;
}

/**
 * The types of a column that have to be created. A generic Enum only as PostgreSQL's own type of the column; `postgresql.ENUM` and DOMAIN also
 * as a type that another database would use.
 */
function namedTypes(given: SqlType): readonly SqlType[] {
  const used = postgresqlType(given);
  return [given, ...Object.values(given.variants ?? {})].flatMap((type) => {
    const held = type.name === "ARRAY" ? (type.item ?? type) : type;
    const isOwn = held.name === "DOMAIN" || held.name === "ENUM";
    const isNamed = isOwn || (held.name === "Enum" && held.nativeEnum !== false && isUsed(held, type, used));
    return isNamed && held.createType !== false ? [held] : [];
  });
}

function isUsed(held: SqlType, type: SqlType, used: SqlType): boolean {
  return type === used && (held === type || postgresqlType(held) === held);
}

function createEnum(type: SqlType, context: CompileContext): string {
  return `CREATE TYPE ${typeName(type)} AS ENUM (${(type.values ?? []).map((value) => renderString(value, context)).join(", ")})`;
}

function createDomain(type: SqlType, context: CompileContext): string {
  const options: string[] = [];
  if (type.collation !== undefined && type.collation !== null) options.push(`COLLATE ${quoteName(type.collation)}`);
  const byDefault = domainDefault(type, context);
  if (byDefault !== undefined) options.push(`DEFAULT ${byDefault}`);
  if (type.constraintName !== undefined) options.push(`CONSTRAINT ${quoteConstraintName(type.constraintName)}`);
  if (type.notNull === true) options.push("NOT NULL");
  if (type.check !== undefined) options.push(`CHECK (${compileText(type.check, context)})`);
  return `CREATE DOMAIN ${typeName(type)} AS ${compileType(type.dataType ?? { name: "NullType" })} ${options.join(" ")}`.trimEnd();
}

function domainDefault({ default: value }: SqlType, context: CompileContext): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return compileServerDefault(value, context);
  if (typeof value === "object" && "kind" in value && value.kind === "text") return compileText(value, context);
  return renderLiteral(value, typeOfValue(value), context);
}
