import type { CompileContext } from "../engine/ddl/compileContext.ts";
import { compileCreateTypes } from "../engine/ddl/compileCreateTypes.ts";
import { compileType } from "../engine/ddl/compileType.ts";
import type { SqlType } from "../engine/schema/sqlType.ts";
import type { RunStatement } from "./engineQuestions.ts";

/** What `create` and `drop` of an enumerated type or a domain ask. */
export interface NamedTypeChange {
  readonly type: SqlType;
  readonly change: "create" | "drop";
  /** Whether it is looked first if there is anything to do; nothing can be seen offline. */
  readonly checkfirst: boolean;
}

/**
 * The statements of the change: none for a type that PostgreSQL has no name of.
 * Source: sqlalchemy.dialects.postgresql.named_types.
 */
export function namedTypeSql(
  { type, change, checkfirst }: NamedTypeChange,
  mode: CompileContext["mode"],
  run: RunStatement,
): readonly string[] {
  const own = type.variants?.["postgresql"] ?? type;
  const name = own.enumName ?? own.domainName;
  if (name === undefined || own.nativeEnum === false) return [];
  if (checkfirst && isThere(name, own.schema, mode, run) === (change === "create")) return [];
  if (change === "drop") return [`DROP ${own.name === "DOMAIN" ? "DOMAIN" : "TYPE"} ${compileType(own)}`];
  return compileCreateTypes([{ name: "value", type: { ...own, createType: true } }], { mode });
}

function isThere(name: string, schema: string | undefined, mode: CompileContext["mode"], run: RunStatement): boolean {
  if (mode === "offline") return false;
  const found = run(
    "SELECT 1 FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = :name AND n.nspname = coalesce(:schema, current_schema())",
    { name, schema: schema ?? null },
  );
  return found.rows.length > 0;
}
