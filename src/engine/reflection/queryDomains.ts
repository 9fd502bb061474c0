import type { Connection } from "../connection.ts";

export interface DomainRow {
  readonly schema: string;
  readonly name: string;
  readonly visible: boolean;
  /** The type underneath, as format_type() prints it. */
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly collation: string | null;
  /** Its CHECK constraints by name: name and definition. */
  readonly checks: readonly (readonly [name: string, definition: string])[];
}

const sql = `SELECT n.nspname, t.typname, pg_type_is_visible(t.oid), format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
(SELECT l.collname FROM pg_collation l WHERE l.oid = t.typcollation),
(SELECT json_agg(json_build_array(c.conname, pg_get_constraintdef(c.oid, true)) ORDER BY c.conname) FROM pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c')
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'd' AND n.nspname <> 'information_schema'`;

/** Every domain. Source: PostgreSQL documentation, "pg_type". */
export function queryDomains(connection: Connection): readonly DomainRow[] {
  return connection.execute(sql).rows.map((row) => ({
    schema: row[0] ?? "",
    name: row[1] ?? "",
    visible: row[2] === "t",
    type: row[3] ?? "",
    notNull: row[4] === "t",
    default: row[5] ?? null,
    collation: row[6] ?? null,
    checks: row[7] ? JSON.parse(row[7]) : [],
  }));
}
