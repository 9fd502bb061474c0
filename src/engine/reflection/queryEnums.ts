import type { Connection } from "../connection.ts";

export interface EnumRow {
  readonly schema: string;
  readonly name: string;
  readonly visible: boolean;
  /** In the type's order. */
  readonly labels: readonly string[];
}

const sql = `SELECT n.nspname, t.typname, pg_type_is_visible(t.oid),
(SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e'`;

/** Every enumerated type. Source: PostgreSQL documentation, "pg_enum". */
export function queryEnums(connection: Connection): readonly EnumRow[] {
  return connection.execute(sql).rows.map(([schema, name, visible, labels]) => ({
    schema: schema ?? "",
    name: name ?? "",
    visible: visible === "t",
    labels: labels ? JSON.parse(labels) : [],
  }));
}
