import type { DatabaseState } from "../../engine/runtime/migrationEvent.ts";
import type { KeptRows } from "./matchRows.ts";

/** `notKept`: the table is there, its rows were not read. */
export type TableAtMoment = KeptRows | "notKept" | null;

/** A table at a moment by its key; null where it does not exist. */
export function tableAtMoment({ rowCounts, rows }: DatabaseState, table: string): TableAtMoment {
  const count = rowCounts[table];
  if (count === undefined) return null;
  const kept = rows?.[table];
  return kept === undefined ? "notKept" : { rows: kept, count };
}

/** What a table that vanished is called now: the only new one with its columns and its number of rows; null: there is none. */
export function nameAfter(table: string, before: DatabaseState, after: DatabaseState): string | null {
  const columns = before.rows?.[table]?.columns.join("\n");
  if (columns === undefined || after.rowCounts[table] !== undefined) return null;
  const found = Object.keys(after.rowCounts).filter(
    (key) =>
      before.rowCounts[key] === undefined &&
      after.rowCounts[key] === before.rowCounts[table] &&
      after.rows?.[key]?.columns.join("\n") === columns,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
