import type { Connection } from "../connection.ts";
import { queryJsonRows } from "./queryJsonRows.ts";

export interface ColumnRow {
  readonly table: string;
  readonly number: number;
  readonly name: string;
  /** As format_type() prints it, such as `character varying(50)`. */
  readonly type: string;
  readonly default: string | null;
  readonly notNull: boolean;
  readonly generated: "stored" | "virtual" | null;
  readonly identity: "always" | "byDefault" | null;
  /** Where it is not the type's own. */
  readonly collation: string | null;
  readonly comment: string | null;
}

const sql = `SELECT json_build_array(a.attrelid::text, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
CASE WHEN a.atthasdef THEN (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END,
a.attnotnull, a.attgenerated, a.attidentity,
CASE WHEN a.attcollation <> 0 AND a.attcollation <> 100 THEN (SELECT l.collname FROM pg_collation l JOIN pg_type t ON t.oid = a.atttypid WHERE l.oid = a.attcollation AND t.typcollation <> a.attcollation) END,
CASE WHEN a.attrelid >= 16384 THEN (SELECT d.description FROM pg_description d WHERE d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum) END) AS cells
FROM pg_attribute a
WHERE a.attrelid = ANY($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`;

type Row = readonly [
  table: string,
  number: number,
  name: string,
  type: string,
  byDefault: string | null,
  notNull: boolean,
  generated: string,
  identity: string,
  collation: string | null,
  comment: string | null,
];

/** The columns of the tables, in each table's order. Source: PostgreSQL documentation, "pg_attribute". */
export function queryColumns(connection: Connection, tables: readonly string[]): readonly ColumnRow[] {
  return queryJsonRows<Row>(connection, sql, [`{${tables.join(",")}}`]).map(
    ([table, number, name, type, byDefault, notNull, generated, identity, collation, comment]) => ({
      table,
      number,
      name,
      type,
      default: byDefault,
      notNull,
      generated: generated === "s" ? "stored" : generated === "v" ? "virtual" : null,
      identity: identity === "a" ? "always" : identity === "d" ? "byDefault" : null,
      collation,
      comment,
    }),
  );
}
