import { keepSame } from "../../../app/keepSame.ts";
import { mergeRemoved } from "../model/mergeRemoved.ts";
import type { Scene, SceneCard, SceneRow } from "./scene.ts";

/** The next scene with what the earlier one had beside it, which is leaving; equal parts stay the same objects. */
export function keepLeaving(from: Scene, to: Scene): Scene {
  const earlier = new Map(from.cards.map((card) => [card.key, card]));
  return {
    cards: mergeRemoved(from.cards, to.cards, (card) => card.key).map(({ item, removed }): SceneCard => {
      const before = earlier.get(item.key);
      if (removed) return item.leaving ? item : { ...item, leaving: true };
      if (before === undefined) return item;
      return {
        ...item,
        table: keepSame(before.table, item.table),
        rows: keepSame(before.rows, leavingRows(before.rows, item.rows)),
      };
    }),
    edges: mergeRemoved(from.edges, to.edges, (edge) => edge.key).map(({ item, removed }) =>
      removed && !item.leaving ? { ...item, leaving: true } : item,
    ),
  };
}

/** The scene without what was leaving. */
export function dropLeaving(scene: Scene): Scene {
  if (!hasLeaving(scene)) return scene;
  return {
    cards: scene.cards
      .filter((card) => !card.leaving)
      .map((card) =>
        card.rows.some((row) => row.leaving) ? { ...card, rows: card.rows.filter((row) => !row.leaving) } : card,
      ),
    edges: scene.edges.filter((edge) => !edge.leaving),
  };
}

export function hasLeaving({ cards, edges }: Scene): boolean {
  return (
    cards.some((card) => card.leaving || card.rows.some((row) => row.leaving)) || edges.some((edge) => edge.leaving)
  );
}

function leavingRows(from: readonly SceneRow[], to: readonly SceneRow[]): readonly SceneRow[] {
  return mergeRemoved(from, to, (row) => row.key).map(({ item, removed }) =>
    removed && !item.leaving ? { ...item, leaving: true } : item,
  );
}
