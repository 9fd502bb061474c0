import type { Connection } from "../connection.ts";
import { queryJsonRows } from "./queryJsonRows.ts";

export interface IndexRow {
  readonly oid: string;
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  readonly nullsNotDistinct: boolean;
  /** Column numbers, those of INCLUDE last; 0 for an expression. */
  readonly columns: readonly number[];
  readonly keyCount: number;
  readonly descending: readonly boolean[];
  readonly nullsFirst: readonly boolean[];
  /** The expressions by position, as pg_get_indexdef() prints them; null for plain columns. */
  readonly expressions: readonly (string | null)[];
  /** Operator classes that are not the default of their type, by position. */
  readonly operatorClasses: readonly (string | null)[];
  readonly method: string;
  readonly options: readonly string[];
  readonly predicate: string | null;
}

const sql = `SELECT json_build_array(i.indexrelid::text, i.indrelid::text, c.relname, i.indisunique, i.indnullsnotdistinct, i.indkey::int2[], i.indnkeyatts, i.indoption::int2[],
CASE WHEN i.indexprs IS NOT NULL THEN (SELECT json_agg(CASE WHEN k.attnum = 0 THEN pg_get_indexdef(i.indexrelid, k.n::int, true) END ORDER BY k.n) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, n)) END,
CASE WHEN i.indclass::oid[] && ARRAY(SELECT oid FROM pg_opclass WHERE NOT opcdefault) THEN (SELECT json_object_agg(k.n, o.opcname) FROM unnest(i.indclass::oid[]) WITH ORDINALITY k(opclass, n) JOIN pg_opclass o ON o.oid = k.opclass WHERE NOT o.opcdefault) END,
m.amname, c.reloptions, CASE WHEN i.indpred IS NOT NULL THEN pg_get_expr(i.indpred, i.indrelid) END) AS cells
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_am m ON m.oid = c.relam
WHERE i.indrelid = ANY($1::oid[]) AND NOT i.indisprimary
ORDER BY i.indrelid, c.relname`;

type Row = readonly [
  oid: string,
  table: string,
  name: string,
  unique: boolean,
  nullsNotDistinct: boolean,
  columns: readonly number[],
  keyCount: number,
  flags: readonly number[],
  expressions: readonly (string | null)[] | null,
  classes: Readonly<Record<string, string>> | null,
  method: string,
  options: readonly string[] | null,
  predicate: string | null,
];

/** The indexes of the tables by name, those of primary keys left out. Source: PostgreSQL documentation, "pg_index". */
export function queryIndexes(connection: Connection, tables: readonly string[]): readonly IndexRow[] {
  return queryJsonRows<Row>(connection, sql, [`{${tables.join(",")}}`]).map(
    ([
      oid,
      table,
      name,
      unique,
      nullsNotDistinct,
      columns,
      keyCount,
      flags,
      expressions,
      classes,
      method,
      options,
      predicate,
    ]) => ({
      oid,
      table,
      name,
      unique,
      nullsNotDistinct,
      columns,
      keyCount,
      descending: flags.map((flag) => (flag & 1) !== 0),
      nullsFirst: flags.map((flag) => (flag & 2) !== 0),
      expressions: expressions ?? columns.map(() => null),
      operatorClasses: columns.map((_, position) => classes?.[position + 1] ?? null),
      method,
      options: options ?? [],
      predicate,
    }),
  );
}
