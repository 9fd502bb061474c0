import type { Connection } from "../connection.ts";
import { queryJsonRows } from "./queryJsonRows.ts";

export interface ConstraintRow {
  readonly table: string;
  readonly name: string;
  readonly kind: "primaryKey" | "unique" | "foreignKey" | "check" | "exclude";
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly validated: boolean;
  /** Column numbers. */
  readonly columns: readonly number[];
  /** The index behind the constraint, as its oid; "0" without one. */
  readonly index: string;
  readonly referredTable: string;
  readonly referredColumns: readonly number[];
  /** `pg_get_constraintdef()`; null for primary keys and uniques, which need none. */
  readonly definition: string | null;
}

const kinds: Readonly<Record<string, ConstraintRow["kind"]>> = {
  p: "primaryKey",
  u: "unique",
  f: "foreignKey",
  c: "check",
  x: "exclude",
};

const sql = `SELECT json_build_array(conrelid::text, conname, contype, condeferrable, condeferred, convalidated, conkey, conindid::text, confrelid::text, confkey,
CASE WHEN contype IN ('f', 'c', 'x') THEN pg_get_constraintdef(oid, true) END) AS cells
FROM pg_constraint
WHERE conrelid = ANY($1::oid[]) AND contype IN ('p', 'u', 'f', 'c', 'x')
ORDER BY conrelid, conname`;

type Row = readonly [
  table: string,
  name: string,
  kind: string,
  deferrable: boolean,
  deferred: boolean,
  validated: boolean,
  columns: readonly number[] | null,
  index: string,
  referredTable: string,
  referredColumns: readonly number[] | null,
  definition: string | null,
];

/**
 * The constraints of the tables by name; rows of contype 'n' (NOT NULL, since PostgreSQL 18) are the columns' business.
 * Source: PostgreSQL documentation, "pg_constraint".
 */
export function queryConstraints(connection: Connection, tables: readonly string[]): readonly ConstraintRow[] {
  return queryJsonRows<Row>(connection, sql, [`{${tables.join(",")}}`]).map(
    ([
      table,
      name,
      kind,
      deferrable,
      deferred,
      validated,
      columns,
      index,
      referredTable,
      referredColumns,
      definition,
    ]) => ({
      table,
      name,
      kind: kinds[kind] ?? "check",
      deferrable,
      deferred,
      validated,
      columns: columns ?? [],
      index,
      referredTable,
      referredColumns: referredColumns ?? [],
      definition,
    }),
  );
}
