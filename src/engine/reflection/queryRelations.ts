import type { Connection } from "../connection.ts";

export interface RelationRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly partitioned: boolean;
  /** The search path finds it by its bare name. */
  readonly visible: boolean;
  readonly comment: string | null;
}

const sql = `SELECT c.oid, n.nspname, c.relname, c.relkind, pg_table_is_visible(c.oid), d.description
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_description d ON d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND c.oid >= 16384
AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** Every table outside PostgreSQL's own schemas. Source: PostgreSQL documentation, "pg_class". */
export function queryRelations(connection: Connection): readonly RelationRow[] {
  return connection.execute(sql).rows.map(([oid, schema, name, kind, visible, comment]) => ({
    oid: oid ?? "",
    schema: schema ?? "",
    name: name ?? "",
    partitioned: kind === "p",
    visible: visible === "t",
    comment: comment ?? null,
  }));
}
