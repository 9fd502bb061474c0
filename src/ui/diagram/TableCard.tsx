import { memo, type ReactNode } from "react";
import { CardRowView } from "./CardRowView.tsx";
import { FarRows } from "./FarRows.tsx";
import { card } from "./geometry/cardMetrics.ts";
import { fitName, nameWidth } from "./geometry/fitText.ts";
import type { Detail } from "./geometry/view.ts";
import { describeTable } from "./model/describeTable.ts";
import { statusSign, type DiagramTable } from "./model/diagram.ts";
import { rowCountText } from "./model/rowCountText.ts";
import { tableTone } from "./model/tableTone.ts";
import type { DiagramMotion } from "./motion/diagramMotion.ts";
import type { SceneRow } from "./scene/scene.ts";

/** How a card stands to the one that the reader chose. */
export type Standing = "plain" | "chosen" | "related" | "dimmed";

export interface TableCardProps {
  readonly motion: DiagramMotion;
  readonly table: DiagramTable;
  readonly rows: readonly SceneRow[];
  readonly detail: Detail;
  readonly standing: Standing;
  readonly leaving: boolean;
  /** The one card that the tab key reaches. */
  readonly tabStop: boolean;
}

/** A table of the diagram; where it stands is the motion's business. */
export const TableCard = memo(function TableCard(props: TableCardProps): ReactNode {
  const { motion, table, rows, detail, standing, leaving, tabStop } = props;
  const tone = tableTone(table);
  const hidden = rows.reduce((sum, row) => sum + (row.kind === "fold" ? row.hidden : 0), 0);
  const folded = hidden === 0 ? "" : `. ${hidden} of its columns are folded, Enter shows them`;
  return (
    <g
      ref={(element) => (element === null ? undefined : motion.attachCard(table.key, element))}
      className="card"
      data-table={table.key}
      data-tone={tone}
      data-status={table.status}
      data-standing={standing}
      {...(leaving
        ? { "aria-hidden": true }
        : { role: "img", tabIndex: tabStop ? 0 : -1, "aria-label": `${describeTable(table)}${folded}` })}
    >
      <g className="card-inner">
        {detail === "near" && (
          <rect className="card-shadow" data-grow="0" y="1.5" width={card.width} rx={card.radius} />
        )}
        {tone !== "unchanged" && detail !== "map" && <Outline className="card-ring" />}
        <rect className="card-body" data-grow="-1" x="0.5" y="0.5" width={card.width - 1} rx={card.radius - 0.5} />
        <path className="card-head" d={headPath} />
        {detail === "near" && <CardHead table={table} />}
        {detail === "near" && rows.map((row) => <CardRowView key={row.key} row={row} whole={table.status} />)}
        {detail !== "near" && <FarRows table={table} rows={rows} detail={detail} />}
        {tabStop && <Outline className="card-focus" />}
      </g>
    </g>
  );
});

/** A frame around the card. */
function Outline({ className }: { readonly className: string }): ReactNode {
  return <rect className={className} data-grow="6" x="-3" y="-3" width={card.width + 6} rx={card.radius + 3} />;
}

/** The head's ground: round above, straight below, inside of the border. */
const headPath = (() => {
  const [right, radius] = [card.width - 1, card.radius - 1];
  return `M1 ${card.head}V${radius + 1}a${radius} ${radius} 0 0 1 ${radius} ${-radius}H${right - radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}V${card.head}Z`;
})();

function CardHead({ table }: { readonly table: DiagramTable }): ReactNode {
  const count = table.status === "removed" ? "" : rowCountText(table);
  const room = card.endX - card.iconX - (count === "" ? 0 : nameWidth(count, 11) + 10);
  const schema = table.schema === null ? "" : `${table.schema}.`;
  const shownSchema = schema === "" ? "" : fitName(schema, room * 0.45, 13);
  return (
    <>
      <path className="card-line" d={`M1 ${card.head - 0.5}H${card.width - 1}`} />
      {(table.status === "added" || table.status === "removed") && (
        <text className="card-sign" x={card.signX} y="21.5">
          {statusSign[table.status]}
        </text>
      )}
      <text className="card-name" x={card.iconX} y="21.5">
        <title>{table.key}</title>
        {shownSchema !== "" && <tspan className="card-schema">{shownSchema}</tspan>}
        {fitName(table.name, room - nameWidth(shownSchema, 13), 13)}
      </text>
      <text className="card-count" data-news={table.rowCountBefore !== null} x={card.endX} y="21.5">
        {count}
      </text>
    </>
  );
}
