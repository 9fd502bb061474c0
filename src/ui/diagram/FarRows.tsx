import type { ReactNode } from "react";
import { card } from "./geometry/cardMetrics.ts";
import type { Detail } from "./geometry/view.ts";
import { fitName, nameWidth } from "./geometry/fitText.ts";
import { statusSign, type DiagramTable } from "./model/diagram.ts";
import type { SceneRow } from "./scene/scene.ts";

interface FarRowsProps {
  readonly table: DiagramTable;
  readonly rows: readonly SceneRow[];
  readonly detail: Detail;
}

/** A card from afar: its name as large as it can be, a bar for each column, colour where something changed. */
export function FarRows({ table, rows, detail }: FarRowsProps): ReactNode {
  const most = detail === "far" ? 28 : 46;
  const sign = table.status === "added" || table.status === "removed" ? `${statusSign[table.status]} ` : "";
  const text = `${sign}${table.name}`;
  const size = Math.max(20, Math.min(most, (most * (card.width - 20)) / nameWidth(text, most)));
  const places = rowPlaces(rows);
  return (
    <>
      {places.map(({ row, y }) => {
        const status = rowStatus(row);
        return status === "unchanged" || table.status !== "changed" ? null : (
          <rect
            key={row.key}
            className="row-wash"
            data-status={status}
            x="1"
            y={y}
            width={card.width - 2}
            height={row.height}
          />
        );
      })}
      {detail === "far" && (
        <path
          className="far-bars"
          d={places.map(({ row, y }) => `M${card.iconX} ${y + 12}h${barLength(row)}`).join("")}
        />
      )}
      <text
        className="card-name far-name"
        x={detail === "far" ? card.iconX - 4 : card.width / 2}
        y={detail === "far" ? 26.5 : card.head + size / 2 + 4}
        fontSize={Math.round(size)}
        textAnchor={detail === "far" ? "start" : "middle"}
      >
        <title>{table.key}</title>
        {fitName(text, card.width - 16, size)}
      </text>
    </>
  );
}

function rowPlaces(rows: readonly SceneRow[]): readonly { readonly row: SceneRow; readonly y: number }[] {
  let y: number = card.head;
  return rows.map((row) => {
    const place = { row, y };
    y += row.height;
    return place;
  });
}

function rowStatus(row: SceneRow): string {
  switch (row.kind) {
    case "column":
      return row.column.status;
    case "change":
      return "changed";
    case "fold":
      return "unchanged";
  }
}

function barLength(row: SceneRow): number {
  return row.kind === "column" ? Math.min(150, 24 + row.column.name.length * 7) : 40;
}
