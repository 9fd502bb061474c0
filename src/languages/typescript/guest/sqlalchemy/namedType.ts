import type { SqlType } from "../../../../engine/schema/sqlType.ts";
import { checkOptions } from "../checkOptions.ts";
import { callHost } from "../host.ts";
import type { Connection } from "./connectable.ts";
import { TypeEngine } from "./typeEngine.ts";

/**
 * A type that PostgreSQL keeps under a name of its own: an enumerated type, or a domain.
 * Source: sqlalchemy.dialects.postgresql.named_types.
 */
export class NamedType extends TypeEngine {
  /**
   * Creates it, if it is not there; with `checkfirst: false` in any case.
   * @example Enum("draft", "public", { name: "post_state" }).create(op.getBind())
   */
  create(bind: Connection, options: { checkfirst?: boolean } = {}): void {
    checkOptions("create", options, ["checkfirst"]);
    if (nameOf(this.data) === undefined || (options.checkfirst !== false && isThere(this.data, bind))) return;
    for (const sql of callHost<readonly string[]>("compileCreateType", { type: this.data })) run(bind, sql);
  }

  /** Drops it, if it is there; with `checkfirst: false` in any case. */
  drop(bind: Connection, options: { checkfirst?: boolean } = {}): void {
    checkOptions("drop", options, ["checkfirst"]);
    if (nameOf(this.data) === undefined || (options.checkfirst !== false && !isThere(this.data, bind))) return;
    const kind = this.data.name === "DOMAIN" ? "DOMAIN" : "TYPE";
    run(bind, `DROP ${kind} ${callHost<string>("compileType", { type: this.data })}`);
  }
}

function nameOf(type: SqlType): string | undefined {
  const { enumName, domainName } = type as { readonly enumName?: string; readonly domainName?: string };
  return enumName ?? domainName;
}

function isThere(type: SqlType, bind: Connection): boolean {
  const { schema = null } = type as { readonly schema?: string | null };
  const found = bind.execute(
    "SELECT 1 FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = :name AND n.nspname = coalesce(:schema, current_schema())",
    { name: nameOf(type) ?? null, schema },
  );
  return found.first() !== null;
}

/** The text is finished: a colon in it begins no parameter. */
function run(bind: Connection, sql: string): void {
  bind.execute(sql.replaceAll(":", "\\:"));
}
