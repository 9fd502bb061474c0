import type { Connection } from "../connection.ts";
import { wholeNumber, type WholeNumber } from "../schema/wholeNumber.ts";

/** A sequence that belongs to a column. */
export interface SequenceRow {
  /** As `oid::regclass` prints it: the form inside `nextval('...'::regclass)`. */
  readonly reference: string;
  readonly name: string;
  readonly table: string;
  readonly column: number;
  readonly start: WholeNumber;
  readonly increment: WholeNumber;
  readonly minValue: WholeNumber;
  readonly maxValue: WholeNumber;
  readonly cache: WholeNumber;
  readonly cycle: boolean;
}

const sql = `SELECT s.seqrelid::regclass, c.relname, d.refobjid, d.refobjsubid,
s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
FROM pg_sequence s
JOIN pg_class c ON c.oid = s.seqrelid
JOIN pg_depend d ON d.objid = s.seqrelid AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0`;

/** The sequences owned by columns, of serial and of identity columns alike; only those of `tables` where it is given. Source: PostgreSQL documentation, "pg_sequence". */
export function querySequences(connection: Connection, tables?: readonly string[]): readonly SequenceRow[] {
  const { rows } =
    tables === undefined
      ? connection.execute(sql)
      : connection.execute(`${sql} AND d.refobjid = ANY($1::oid[])`, [`{${tables.join(",")}}`]);
  return rows.map((row) => ({
    reference: row[0] ?? "",
    name: row[1] ?? "",
    table: row[2] ?? "",
    column: Number(row[3]),
    start: wholeNumber(row[4] ?? "0"),
    increment: wholeNumber(row[5] ?? "0"),
    minValue: wholeNumber(row[6] ?? "0"),
    maxValue: wholeNumber(row[7] ?? "0"),
    cache: wholeNumber(row[8] ?? "0"),
    cycle: row[9] === "t",
  }));
}
