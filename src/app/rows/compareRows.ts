import { longestValue } from "../../engine/observation/readTableRows.ts";
import { isWhole, matchRows, type KeptRows } from "./matchRows.ts";
import { pairColumns, type ColumnPair } from "./pairColumns.ts";

export type RowTone = "same" | "added" | "removed" | "changed";

export interface ComparedCell {
  readonly value: string | null;
  /** What stood there before; absent where nothing did or nothing changed. */
  readonly former?: string | null;
  readonly tone: RowTone;
}

export interface ComparedRow {
  readonly tone: RowTone;
  readonly cells: readonly ComparedCell[];
}

export interface ComparedRows {
  readonly columns: readonly { readonly name: string; readonly tone: RowTone }[];
  readonly rows: readonly ComparedRow[];
  /** "body is gone, and 12 values with it." */
  readonly remarks: readonly string[];
}

/** What a step did to the first rows of a table. null: there was none, or there is none any more. */
export function compareRows(before: KeptRows | null, after: KeptRows | null): ComparedRows {
  if (before === null) return after === null ? { columns: [], rows: [], remarks: [] } : newTable(after);
  if (after === null) return goneTable(before);
  const pairs = pairColumns(before.rows, after.rows);
  const { formers, removed } = matchRows(before, after, pairs);
  const rows = [
    ...formers.map((former, place): ComparedRow => {
      const now = after.rows.rows[place] ?? [];
      if (former === null) return { tone: "added", cells: pairs.map((pair) => plainCell(at(now, pair.to), "added")) };
      if (former === "unknown")
        return { tone: "same", cells: pairs.map((pair) => plainCell(at(now, pair.to), "same")) };
      const then = before.rows.rows[former] ?? [];
      return { tone: "same", cells: pairs.map((pair) => comparedCell(then, now, pair)) };
    }),
    ...removed.map((place): ComparedRow => {
      const then = before.rows.rows[place] ?? [];
      return { tone: "removed", cells: pairs.map(({ from }) => plainCell(at(then, from), "removed")) };
    }),
  ];
  const columns = pairs.map((pair) => ({ name: pair.name, tone: toneOf(pair) }));
  return { columns, rows, remarks: remarksOf(pairs, rows, before, after) };
}

function newTable({ rows, count }: KeptRows): ComparedRows {
  return {
    ...wholeTable(rows, "same"),
    remarks: [`The table is new${count === 0 ? "" : `, with ${counted(count, "row")}`}.`],
  };
}

function goneTable({ rows, count }: KeptRows): ComparedRows {
  return {
    ...wholeTable(rows, "removed"),
    remarks: [`The table is gone${count === 0 ? "; it was empty" : `, and ${counted(count, "row")} with it`}.`],
  };
}

function wholeTable({ columns, rows }: KeptRows["rows"], tone: RowTone): Pick<ComparedRows, "columns" | "rows"> {
  return {
    columns: columns.map((name) => ({ name, tone })),
    rows: rows.map((row) => ({ tone, cells: row.map((value) => plainCell(value, tone)) })),
  };
}

function comparedCell(then: Row, now: Row, pair: ColumnPair): ComparedCell {
  const value = at(now, pair.to);
  if (pair.to === null) return plainCell(at(then, pair.from), "removed");
  if (pair.from === null) return plainCell(value, value === null ? "same" : "added");
  const former = at(then, pair.from);
  return former === value ? plainCell(value, "same") : { value, former, tone: "changed" };
}

type Row = readonly (string | null)[];

function at(row: Row, place: number | null): string | null {
  return place === null ? null : (row[place] ?? null);
}

function plainCell(value: string | null, tone: RowTone): ComparedCell {
  return { value, tone };
}

function toneOf({ from, to, formerName }: ColumnPair): RowTone {
  if (from === null) return "added";
  if (to === null) return "removed";
  return formerName === null ? "same" : "changed";
}

function remarksOf(
  pairs: readonly ColumnPair[],
  rows: readonly ComparedRow[],
  before: KeptRows,
  after: KeptRows,
): readonly string[] {
  const whole = isWhole(before) && isWhole(after);
  const shown = whole ? "" : " in the rows shown";
  const remarks: string[] = [];
  for (const [place, { name, formerName, from, to }] of pairs.entries()) {
    const cells = rows.flatMap(({ cells: all, tone: row }) => (row === "same" ? [all[place]] : []));
    const values = cells.filter((cell) => cell !== undefined && cell.value !== null).length;
    const changed = cells.filter((cell) => cell?.tone === "changed").length;
    if (formerName !== null) remarks.push(`${formerName} is now called ${name}.`);
    if (to === null)
      remarks.push(
        `${name} is gone${values === 0 ? `; it was empty${shown}` : `, and ${counted(values, "value")} with it${shown}`}.`,
      );
    else if (from === null)
      remarks.push(`${name} is new${values === 0 ? ` and empty` : `, filled in ${counted(values, "row")}`}${shown}.`);
    else if (changed > 0) remarks.push(`${name} changed in ${counted(changed, "row")}${shown}.`);
  }
  const removed = rows.filter(({ tone }) => tone === "removed").length;
  const added = rows.filter(({ tone }) => tone === "added").length;
  if (removed > 0) remarks.push(`${counted(removed, "row")} removed${shown}.`);
  if (added > 0) remarks.push(`${counted(added, "row")} added${shown}.`);
  const more = after.count - before.count;
  if (!whole && more !== 0) remarks.push(`${counted(Math.abs(more), "row")} ${more > 0 ? "more" : "fewer"} in all.`);
  return remarks;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** Whether a value is longer than what is kept of it: what changed behind that is not seen. */
export function hasCutValues({ rows }: ComparedRows): boolean {
  return rows.some(({ cells }) => cells.some(({ value }) => value !== null && value.length > longestValue));
}
