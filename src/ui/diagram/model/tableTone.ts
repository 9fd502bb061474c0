import type { ChangeSign, DiagramStatus, DiagramTable } from "./diagram.ts";

const signTone: Readonly<Record<ChangeSign, DiagramStatus>> = { "+": "added", "−": "removed", "~": "changed" };

/** The colour of a whole card: a table that only gained something looks added, one that only lost something removed. */
export function tableTone(table: DiagramTable): DiagramStatus {
  if (table.status !== "changed") return table.status;
  const tones = new Set<DiagramStatus>(table.changes.map((change) => signTone[change.sign]));
  for (const column of table.columns) if (column.status !== "unchanged") tones.add(column.status);
  const [only, ...others] = tones;
  return only === undefined || others.length > 0 ? "changed" : only;
}
