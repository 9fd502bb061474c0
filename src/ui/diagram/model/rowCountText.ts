import type { DiagramTable } from "./diagram.ts";

/** "12 rows", or "0 → 12 rows" where the moment changed the number. */
export function rowCountText({ rowCount, rowCountBefore }: DiagramTable): string {
  const rows = `${rowCount.toLocaleString("en")} ${rowCount === 1 ? "row" : "rows"}`;
  return rowCountBefore === null ? rows : `${rowCountBefore.toLocaleString("en")} → ${rows}`;
}
