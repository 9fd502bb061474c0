import { pathBounds } from "../geometry/edgePath.ts";
import { boundsOf, type Rect } from "../geometry/rect.ts";
import type { Scene } from "./scene.ts";

/** Around all cards and lines; null for an empty drawing. */
export function contentOf({ cards, edges }: Scene): Rect | null {
  return boundsOf([
    ...cards.flatMap((card) => (card.leaving ? [] : [card.rect])),
    ...edges.flatMap((edge) => (edge.leaving ? [] : [pathBounds(edge.path)])),
  ]);
}
