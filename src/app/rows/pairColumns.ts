import type { TableRows } from "../../engine/runtime/migrationEvent.ts";

/** A column before and after a step, as positions; null: it is not there. */
export interface ColumnPair {
  readonly name: string;
  /** What it was called; null: the same. */
  readonly formerName: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** The columns that are there, and behind them those that vanished. One that only got another name keeps its place and its values. */
export function pairColumns(from: TableRows, to: TableRows): readonly ColumnPair[] {
  const pairs = to.columns.map((name, place): ColumnPair => {
    const known = from.columns.indexOf(name);
    if (known >= 0) return { name, formerName: null, from: known, to: place };
    const formerName = from.columns[place];
    if (formerName === undefined || to.columns.includes(formerName) || !isRenamed(from, to, place))
      return { name, formerName: null, from: null, to: place };
    return { name, formerName, from: place, to: place };
  });
  const paired = new Set(pairs.map((pair) => pair.from));
  return [
    ...pairs,
    ...from.columns.flatMap((name, place): readonly ColumnPair[] =>
      paired.has(place) ? [] : [{ name, formerName: null, from: place, to: null }],
    ),
  ];
}

function isRenamed(from: TableRows, to: TableRows, place: number): boolean {
  return (
    from.columns.length === to.columns.length &&
    from.rows.length === to.rows.length &&
    from.rows.every((row, index) => row[place] === to.rows[index]?.[place])
  );
}
