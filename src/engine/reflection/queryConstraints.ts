import type { Connection } from "../connection.ts";

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

const sql = `SELECT conrelid, conname, contype, condeferrable, condeferred, convalidated, conkey, conindid, confrelid, confkey,
CASE WHEN contype IN ('f', 'c', 'x') THEN pg_get_constraintdef(oid, true) END
FROM pg_constraint
WHERE conrelid = ANY($1::oid[]) AND contype IN ('p', 'u', 'f', 'c', 'x')
ORDER BY conrelid, conname`;

/**
 * The constraints of the tables by name; rows of contype 'n' (NOT NULL, since PostgreSQL 18) are the columns' business.
 * Source: PostgreSQL documentation, "pg_constraint".
 */
export function queryConstraints(connection: Connection, tables: readonly string[]): readonly ConstraintRow[] {
  return connection.execute(sql, [`{${tables.join(",")}}`]).rows.map((row) => ({
    table: row[0] ?? "",
    name: row[1] ?? "",
    kind: kinds[row[2] ?? ""] ?? "check",
    deferrable: row[3] === "t",
    deferred: row[4] === "t",
    validated: row[5] === "t",
    columns: numbers(row[6]),
    index: row[7] ?? "0",
    referredTable: row[8] ?? "0",
    referredColumns: numbers(row[9]),
    definition: row[10] ?? null,
  }));
}

function numbers(array: string | null | undefined): readonly number[] {
  return array ? array.slice(1, -1).split(",").map(Number) : [];
}
