import type { DiagramChange, DiagramColumn, DiagramTable } from "./diagram.ts";
import { rowCountText } from "./rowCountText.ts";

/** A card in words, for those who do not see it. */
export function describeTable(table: DiagramTable): string {
  const head = [`Table ${table.key}`, ...(table.status === "unchanged" ? [] : [table.status]), rowCountText(table)];
  const columns = table.columns.map((column) => describeColumn(column, table.status === "changed"));
  return [
    head.join(", "),
    `${columns.length} ${columns.length === 1 ? "column" : "columns"}: ${columns.join("; ")}`,
    ...(table.changes.length === 0 ? [] : [table.changes.map(changeInWords).join(", ")]),
  ].join(". ");
}

/** A column in words. @param withStatus false where the whole table came or went */
export function describeColumn(column: DiagramColumn, withStatus: boolean): string {
  const changed = column.changes.map(changeInWords).join(", ");
  return [
    `${column.name} ${column.type}`,
    ...(column.primaryKey ? ["primary key"] : column.nullable ? [] : ["not null"]),
    ...(column.unique ? ["unique"] : []),
    ...column.references.map((target) => `references ${target}`),
    ...(withStatus && column.status !== "unchanged"
      ? [changed === "" ? column.status : `${column.status}: ${changed}`]
      : []),
  ].join(", ");
}

function changeInWords({ sign, text }: DiagramChange): string {
  return `${{ "+": "added", "−": "removed", "~": "changed" }[sign]} ${text.replaceAll(" → ", " to ")}`;
}
