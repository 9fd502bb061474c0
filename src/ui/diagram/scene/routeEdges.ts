import { card } from "../geometry/cardMetrics.ts";
import type { CardRow } from "../geometry/cardRows.ts";
import { Lanes } from "../geometry/lanes.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import { routeForeignKey } from "../geometry/routeForeignKey.ts";
import type { DiagramForeignKey } from "../model/diagram.ts";
import type { Scene, SceneEdge } from "./scene.ts";

export interface RoutedCard {
  readonly key: string;
  readonly rect: Rect;
  readonly rows: readonly CardRow[];
}

/** The lines of the foreign keys, one for each pair of columns, around the cards. */
export function routeEdges(
  foreignKeys: readonly DiagramForeignKey[],
  cards: readonly RoutedCard[],
): readonly SceneEdge[] {
  const byKey = new Map(cards.map((routed) => [routed.key, routed]));
  const obstacles = cards.map((routed) => routed.rect).sort((left, right) => left.x - right.x);
  const lanes = new Lanes();
  return foreignKeys.flatMap((foreignKey) => {
    const from = byKey.get(foreignKey.table);
    const to = byKey.get(foreignKey.referredTable);
    if (from === undefined || to === undefined) return [];
    return foreignKey.columns.map((column, pair): SceneEdge => {
      const referred = foreignKey.referredColumns[pair] ?? "";
      const target = `${foreignKey.referredTable}.${referred}`;
      const route = routeForeignKey(
        { card: from.rect, y: columnY(from, column) },
        { card: to.rect, y: columnY(to, referred) },
        obstacles,
        target,
        lanes,
      );
      return { key: `${foreignKey.key} ${pair}`, foreignKey, pair, leaving: false, ...route };
    });
  });
}

/** The lines that are tied to one card, while it stands elsewhere than in the scene. */
export function routeAround(scene: Scene, key: string, at: Point): readonly SceneEdge[] {
  const cards = scene.cards
    .filter((drawn) => !drawn.leaving)
    .map((drawn) => (drawn.key === key ? { ...drawn, rect: { ...drawn.rect, ...at } } : drawn));
  const tied = scene.edges.filter(
    ({ foreignKey, leaving }) => !leaving && (foreignKey.table === key || foreignKey.referredTable === key),
  );
  return routeEdges([...new Set(tied.map((edge) => edge.foreignKey))], cards);
}

/** The middle of a column's first line; a folded column is tied to the fold. */
function columnY({ rect, rows }: RoutedCard, column: string): number {
  let y = rect.y + card.head;
  let fold = rect.y + card.head / 2;
  for (const row of rows) {
    if (row.kind === "column" && row.column.name === column) return y + card.row / 2;
    if (row.kind === "fold") fold = y + card.row / 2;
    y += row.height;
  }
  return fold;
}
