import type { TableRows } from "../../engine/runtime/migrationEvent.ts";
import type { ColumnPair } from "./pairColumns.ts";

/** The rows of a table that are kept of a moment, and how many it has. */
export interface KeptRows {
  readonly rows: TableRows;
  readonly count: number;
}

export interface MatchedRows {
  /** Of each later row the place of the earlier one; null: there was none; "unknown": it may have been among those that were not kept. */
  readonly formers: readonly (number | null | "unknown")[];
  /** Places of earlier rows that are no longer there. */
  readonly removed: readonly number[];
}

export function isWhole({ rows, count }: KeptRows): boolean {
  return rows.rows.length >= count;
}

/**
 * Which row was which. By their key where there is one; else by all their values, and what is left over then in its order.
 * Of a table with more rows than are kept, a row that is missing may only be out of sight: it is known to be gone, or new, where a later one by
 * the same key is in sight on both sides.
 */
export function matchRows(before: KeptRows, after: KeptRows, columns: readonly ColumnPair[]): MatchedRows {
  const pairs = columns.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  const key = before.rows.key.flatMap((from) => pairs.filter((pair) => pair.from === from));
  const keyed = key.length > 0 && key.length === before.rows.key.length;
  const told = keyed ? key : pairs;
  const free = new Map<string, number[]>();
  for (const [place, row] of before.rows.rows.entries()) {
    const text = JSON.stringify(told.map(({ from }) => row[from]));
    free.set(text, [...(free.get(text) ?? []), place]);
  }
  const formers = after.rows.rows.map(
    (row) => free.get(JSON.stringify(told.map(({ to }) => row[to])))?.shift() ?? null,
  );
  const left = [...free.values()].flat().sort((one, other) => one - other);
  if (!keyed && isWhole(before) && isWhole(after))
    return { formers: formers.map((former) => former ?? left.shift() ?? null), removed: left };
  const sameOrder = keyed && key.map(({ to }) => to).join() === after.rows.key.join();
  const lastMatched = formers.findLastIndex((former) => former !== null);
  const lastKept = Math.max(-1, ...formers.map((former) => former ?? -1));
  return {
    formers: formers.map((former, place) =>
      former !== null || isWhole(before) || (sameOrder && place < lastMatched) ? former : "unknown",
    ),
    removed: left.filter((place) => isWhole(after) || (sameOrder && place < lastKept)),
  };
}
