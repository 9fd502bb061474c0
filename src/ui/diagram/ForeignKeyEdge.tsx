import { memo, type ReactNode } from "react";
import type { Detail } from "./geometry/view.ts";
import { statusSign, type DiagramForeignKey } from "./model/diagram.ts";
import type { DiagramMotion } from "./motion/diagramMotion.ts";

interface ForeignKeyEdgeProps {
  readonly motion: DiagramMotion;
  readonly edgeKey: string;
  readonly foreignKey: DiagramForeignKey;
  readonly pair: number;
  readonly detail: Detail;
  readonly standing: "plain" | "related" | "dimmed";
}

/** A foreign key from the referring column (crow's foot) to the column it refers to (dot; hollow where it may be null). */
export const ForeignKeyEdge = memo(function ForeignKeyEdge(props: ForeignKeyEdgeProps): ReactNode {
  const { motion, edgeKey, foreignKey, pair, detail, standing } = props;
  const { status } = foreignKey;
  const sign = statusSign[status];
  return (
    <g
      ref={(element) => (element === null ? undefined : motion.attachEdge(edgeKey, element))}
      className="edge"
      data-status={status}
      data-standing={standing}
    >
      {detail === "near" && (
        <path data-part="hit" className="edge-hit">
          <title>{edgeTitle(foreignKey)}</title>
        </path>
      )}
      <path data-part="line" className="edge-line" />
      {detail === "near" && (
        <>
          <path
            data-part="many"
            className="edge-end"
            d={foreignKey.oneToOne ? "M8-5V5" : "M12 0L2-5.500M12 0L2 5.500"}
          />
          <circle data-part="one" className="edge-dot" data-hollow={foreignKey.optional} cx="6" r="3.300" />
        </>
      )}
      {sign !== "" && pair === 0 && detail === "near" && (
        <g data-part="sign" className="edge-sign">
          <circle r="7.500" />
          <text y="4">{sign}</text>
        </g>
      )}
    </g>
  );
});

function edgeTitle({
  name,
  table,
  columns,
  referredTable,
  referredColumns,
  actions,
  optional,
}: DiagramForeignKey): string {
  return [
    ...(name === "" ? [] : [name]),
    `${table} (${columns.join(", ")}) → ${referredTable} (${referredColumns.join(", ")})`,
    ...(actions === "" ? [] : [actions]),
    ...(optional ? ["may be null"] : []),
  ].join("\n");
}
