import type { ReactNode } from "react";
import { ForeignKeyEdge } from "./ForeignKeyEdge.tsx";
import { pathBounds } from "./geometry/edgePath.ts";
import { overlaps, type Rect } from "./geometry/rect.ts";
import type { Detail } from "./geometry/view.ts";
import type { DiagramMotion } from "./motion/diagramMotion.ts";
import type { Scene } from "./scene/scene.ts";
import { TableCard, type Standing } from "./TableCard.tsx";

export interface DiagramPictureProps {
  readonly scene: Scene;
  readonly motion: DiagramMotion;
  readonly detail: Detail;
  /** What stands outside of it is left out; null draws everything. */
  readonly part: Rect | null;
  /** Highlighted with its neighbours. */
  readonly chosen: string | null;
  /** The card that the tab key reaches; drawn wherever it is. */
  readonly active: string | null;
}

/** Lines and cards, for the screen as for export. */
export function DiagramPicture({ scene, motion, detail, part, chosen, active }: DiagramPictureProps): ReactNode {
  const related = relatedTables(scene, chosen);
  const standingOf = (key: string): Standing => {
    if (chosen === null) return "plain";
    if (key === chosen) return "chosen";
    return related.has(key) ? "related" : "dimmed";
  };
  const isInSight = (rect: Rect): boolean => part === null || overlaps(part, rect);
  return (
    <>
      {scene.edges
        .filter((edge) => isInSight(pathBounds(edge.path)))
        .map(({ key, foreignKey, pair }) => (
          <ForeignKeyEdge
            key={key}
            motion={motion}
            edgeKey={key}
            foreignKey={foreignKey}
            pair={pair}
            detail={detail}
            standing={
              chosen === null
                ? "plain"
                : foreignKey.table === chosen || foreignKey.referredTable === chosen
                  ? "related"
                  : "dimmed"
            }
          />
        ))}
      {scene.cards
        .filter(({ key, rect }) => key === active || isInSight(rect))
        .map(({ key, table, rows, leaving }) => (
          <TableCard
            key={key}
            motion={motion}
            table={table}
            rows={rows}
            detail={detail}
            standing={standingOf(key)}
            leaving={leaving}
            tabStop={key === active}
          />
        ))}
    </>
  );
}

function relatedTables(scene: Scene, chosen: string | null): ReadonlySet<string> {
  const related = new Set<string>();
  if (chosen === null) return related;
  for (const { foreignKey } of scene.edges) {
    if (foreignKey.table === chosen) related.add(foreignKey.referredTable);
    if (foreignKey.referredTable === chosen) related.add(foreignKey.table);
  }
  return related;
}
