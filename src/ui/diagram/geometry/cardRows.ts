import type { DiagramChange, DiagramColumn, DiagramTable } from "../model/diagram.ts";
import { card, foldsOver } from "./cardMetrics.ts";

/** What stands below each other in a card. */
export type CardRow =
  | { readonly kind: "column"; readonly key: string; readonly height: number; readonly column: DiagramColumn }
  | { readonly kind: "change"; readonly key: string; readonly height: number; readonly change: DiagramChange }
  | {
      readonly kind: "fold";
      readonly key: "fold";
      readonly height: number;
      /** Columns that are not shown; 0 where all are. */
      readonly hidden: number;
    };

/** The rows of a card; a long table folds columns that are neither keys nor changed until someone unfolds it. */
export function cardRows(table: DiagramTable, unfolded: boolean): readonly CardRow[] {
  const essential = essentialColumns(table);
  const shown = unfolded ? table.columns : essential;
  const hidden = table.columns.length - shown.length;
  return [
    ...shown.map(columnRow),
    ...(essential.length < table.columns.length
      ? [{ kind: "fold", key: "fold", height: card.row, hidden } as const]
      : []),
    ...table.changes.map(changeRow),
  ];
}

export function cardHeight(rows: readonly CardRow[]): number {
  return rows.reduce((sum, row) => sum + row.height, card.head + card.foot);
}

/** All columns of a short table; of a long one the keys, what changed, and as many others as there is room for. */
function essentialColumns({ columns, status }: DiagramTable): readonly DiagramColumn[] {
  if (columns.length <= foldsOver) return columns;
  const isTelling = (column: DiagramColumn): boolean =>
    column.primaryKey || column.references.length > 0 || (status === "changed" && column.status !== "unchanged");
  let free = foldsOver - 2 - columns.filter(isTelling).length;
  return columns.filter((column) => isTelling(column) || free-- > 0);
}

function columnRow(column: DiagramColumn): CardRow {
  const lines = column.changes.length;
  const height = card.row + (lines === 0 ? 0 : lines * card.line + card.lineFoot);
  return { kind: "column", key: `column ${column.name}`, height, column };
}

function changeRow(change: DiagramChange): CardRow {
  return { kind: "change", key: `change ${change.text}`, height: card.row, change };
}
