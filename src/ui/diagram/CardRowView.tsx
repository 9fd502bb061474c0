import { memo, type ReactNode } from "react";
import { card } from "./geometry/cardMetrics.ts";
import { fitCode, fitRow } from "./geometry/fitText.ts";
import { describeColumn } from "./model/describeTable.ts";
import { statusSign, type DiagramColumn, type DiagramStatus } from "./model/diagram.ts";
import type { SceneRow } from "./scene/scene.ts";

interface CardRowViewProps {
  readonly row: SceneRow;
  /** The status of the whole table. */
  readonly whole: DiagramStatus;
}

/** One line of a card. */
export const CardRowView = memo(function CardRowView({ row, whole }: CardRowViewProps): ReactNode {
  switch (row.kind) {
    case "column":
      return (
        <g className="row" data-row={row.key} data-status={row.column.status} data-whole={whole !== "changed"}>
          <ColumnRow column={row.column} />
        </g>
      );
    case "change":
      return (
        <g className="row" data-row={row.key} data-status={toneOf[row.change.sign]} data-whole="false">
          <rect className="row-wash" x="1" width={card.width - 2} />
          <text className="row-sign" x={card.signX} y="16">
            {row.change.sign}
          </text>
          <text className="row-note" x={card.iconX} y="16">
            <title>{row.change.text}</title>
            {fitCode(row.change.text, card.endX - card.iconX, 11.5)}
          </text>
        </g>
      );
    case "fold":
      return (
        <g className="row fold" data-row={row.key} data-fold="">
          <rect className="fold-ground" x="1" width={card.width - 2} height={card.row} />
          <text className="fold-text" x={card.columnX} y="16">
            {row.hidden === 0 ? "show fewer" : `… ${row.hidden} more`}
          </text>
        </g>
      );
  }
});

const toneOf = { "+": "added", "−": "removed", "~": "changed" } as const;
const codeSize = 12;

function ColumnRow({ column }: { readonly column: DiagramColumn }): ReactNode {
  const required = !column.nullable && !column.primaryKey;
  const room = card.endX - card.columnX - (required ? codeSize * 0.6 : 0);
  const { name, type } = fitRow(column.name, column.type, room, codeSize);
  return (
    <>
      <title>{describeColumn(column, true)}</title>
      {column.status !== "unchanged" && (
        <>
          <rect className="row-wash" x="1" width={card.width - 2} />
          <text className="row-sign" x={card.signX} y="16">
            {statusSign[column.status]}
          </text>
        </>
      )}
      <ColumnIcon column={column} />
      <text className="row-name" x={card.columnX} y="16">
        {name}
        {required && <tspan className="row-required">*</tspan>}
      </text>
      <text className="row-type" x={card.endX} y="16">
        {type}
      </text>
      {column.changes.length > 0 && (
        <g className="row-lines">
          {column.changes.map((change, index) => (
            <text key={change.text} className="row-line" x={card.columnX} y={card.row + 10 + index * card.line}>
              <title>{change.text}</title>
              {fitCode(`${change.sign} ${change.text}`, card.endX - card.columnX, 11)}
            </text>
          ))}
        </g>
      )}
    </>
  );
}

/** A key, an arrow for what refers to another table, a one for what is unique. */
function ColumnIcon({ column }: { readonly column: DiagramColumn }): ReactNode {
  const place = `translate(${card.iconX} 7)`;
  if (column.primaryKey) {
    return (
      <path
        className="row-icon"
        transform={place}
        d="M1 5a2.300 2.300 0 1 0 4.600 0a2.300 2.300 0 1 0-4.600 0M5.600 5H9.700M8.200 5v2.200"
      />
    );
  }
  if (column.references.length > 0)
    return <path className="row-icon" transform={place} d="M1 2v3.200h8M6.600 2.700L9.100 5.200 6.600 7.700" />;
  if (column.unique)
    return <path className="row-icon" transform={place} d="M2.200 1.500v4.200a2.800 2.800 0 0 0 5.600 0V1.500" />;
  return null;
}
