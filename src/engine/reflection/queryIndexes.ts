import type { Connection } from "../connection.ts";

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

const sql = `SELECT i.indexrelid, i.indrelid, c.relname, i.indisunique, i.indnullsnotdistinct, i.indkey, i.indnkeyatts, i.indoption,
CASE WHEN i.indexprs IS NOT NULL THEN (SELECT json_agg(CASE WHEN k.attnum = 0 THEN pg_get_indexdef(i.indexrelid, k.n::int, true) END ORDER BY k.n) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(attnum, n)) END,
(SELECT json_object_agg(k.n, o.opcname) FROM unnest(i.indclass::oid[]) WITH ORDINALITY k(opclass, n) JOIN pg_opclass o ON o.oid = k.opclass WHERE NOT o.opcdefault),
m.amname, array_to_json(c.reloptions), CASE WHEN i.indpred IS NOT NULL THEN pg_get_expr(i.indpred, i.indrelid) END
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_am m ON m.oid = c.relam
WHERE i.indrelid = ANY($1::oid[]) AND NOT i.indisprimary
ORDER BY i.indrelid, c.relname`;

/** The indexes of the tables by name, those of primary keys left out. Source: PostgreSQL documentation, "pg_index". */
export function queryIndexes(connection: Connection, tables: readonly string[]): readonly IndexRow[] {
  return connection.execute(sql, [`{${tables.join(",")}}`]).rows.map((row) => {
    const columns = numbers(row[5]);
    const flags = numbers(row[7]);
    const classes: Readonly<Record<string, string>> = row[9] ? JSON.parse(row[9]) : {};
    return {
      oid: row[0] ?? "",
      table: row[1] ?? "",
      name: row[2] ?? "",
      unique: row[3] === "t",
      nullsNotDistinct: row[4] === "t",
      columns,
      keyCount: Number(row[6]),
      descending: flags.map((flag) => (flag & 1) !== 0),
      nullsFirst: flags.map((flag) => (flag & 2) !== 0),
      expressions: row[8] ? JSON.parse(row[8]) : columns.map(() => null),
      operatorClasses: columns.map((_, position) => classes[position + 1] ?? null),
      method: row[10] ?? "btree",
      options: row[11] ? JSON.parse(row[11]) : [],
      predicate: row[12] ?? null,
    };
  });
}

function numbers(vector: string | null | undefined): readonly number[] {
  return vector ? vector.split(" ").map(Number) : [];
}
