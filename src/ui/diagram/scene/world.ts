import { assertNever } from "../../../engine/assertNever.ts";
import { card } from "../geometry/cardMetrics.ts";
import { cardHeight, cardRows } from "../geometry/cardRows.ts";
import { layoutTables } from "../geometry/layoutTables.ts";
import { pushApart } from "../geometry/pushApart.ts";
import type { Point } from "../geometry/rect.ts";
import type { Diagram } from "../model/diagram.ts";
import { dropLeaving, keepLeaving } from "./keepLeaving.ts";
import { routeEdges } from "./routeEdges.ts";
import { emptyScene, type Scene, type SceneCard } from "./scene.ts";

/** The diagram with what the reader did to it. */
export interface World {
  readonly diagram: Diagram;
  /** Where tables belong, those that are gone included. */
  readonly places: ReadonlyMap<string, Point>;
  /** Tables that the reader moved: they make way for nobody. */
  readonly held: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
  readonly scene: Scene;
  /** What changed the scene last: the database, or something that the reader did. */
  readonly cause: "show" | "move" | "fold" | "arrange";
}

export type WorldAction =
  /** @param instant nothing fades: what is gone is gone */
  | { readonly kind: "show"; readonly diagram: Diagram; readonly instant: boolean; readonly aspect: number }
  | { readonly kind: "settle" }
  | { readonly kind: "move"; readonly key: string; readonly to: Point }
  | { readonly kind: "fold"; readonly key: string }
  /** Forgets all places and lays everything out anew. */
  | { readonly kind: "arrange"; readonly aspect: number };

export const emptyWorld: World = {
  diagram: { tables: [], foreignKeys: [] },
  places: new Map(),
  held: new Set(),
  unfolded: new Set(),
  scene: emptyScene,
  cause: "show",
};

export function advanceWorld(world: World, action: WorldAction): World {
  switch (action.kind) {
    case "show": {
      const next = { ...world, diagram: action.diagram, cause: "show" } as const;
      const placed = { ...next, places: placesOf(next, world.scene, action.aspect) };
      return { ...placed, scene: compose(placed, action.instant) };
    }
    case "settle":
      return { ...world, scene: dropLeaving(world.scene) };
    case "move": {
      const next: World = {
        ...world,
        cause: "move",
        places: new Map([...world.places, [action.key, action.to]]),
        held: new Set([...world.held, action.key]),
      };
      return { ...next, scene: compose(next, false) };
    }
    case "fold": {
      const unfolded = new Set(world.unfolded);
      if (!unfolded.delete(action.key)) unfolded.add(action.key);
      const next: World = { ...world, cause: "fold", unfolded };
      return { ...next, scene: compose(next, false) };
    }
    case "arrange": {
      const next: World = { ...world, cause: "arrange", places: new Map(), held: new Set() };
      const placed = { ...next, places: placesOf(next, emptyScene, action.aspect) };
      return { ...placed, scene: compose(placed, false) };
    }
    default:
      return assertNever(action);
  }
}

function placesOf({ diagram, places, unfolded }: World, before: Scene, aspect: number): ReadonlyMap<string, Point> {
  const drawn = new Set(before.cards.filter((drawn) => !drawn.leaving).map((drawn) => drawn.key));
  const boxes = diagram.tables.map((table) => ({
    key: table.key,
    width: card.width,
    height: cardHeight(cardRows(table, unfolded.has(table.key))),
  }));
  const links = diagram.foreignKeys.map(({ table, referredTable }) => ({ from: table, to: referredTable }));
  const standing = new Map([...places].filter(([key]) => drawn.has(key)));
  return new Map([...places, ...layoutTables(boxes, links, { standing, remembered: places }, aspect)]);
}

function compose(world: World, instant: boolean): Scene {
  const { diagram, places, held, unfolded } = world;
  const boxes = diagram.tables.map((table) => {
    const rows = cardRows(table, unfolded.has(table.key));
    const place = places.get(table.key) ?? { x: 0, y: 0 };
    return { key: table.key, table, rows, ...place, width: card.width, height: cardHeight(rows) };
  });
  const points = pushApart(boxes, held);
  const cards = boxes.map(({ key, table, rows, width, height, x, y }): SceneCard => {
    const rect = { ...(points.get(key) ?? { x, y }), width, height };
    const sceneRows = rows.map((row) => ({ ...row, leaving: false }));
    return { key, table, rect, rows: sceneRows, unfolded: unfolded.has(key), leaving: false };
  });
  const next = { cards, edges: routeEdges(diagram.foreignKeys, cards) };
  const kept = keepLeaving(world.scene, next);
  return instant ? dropLeaving(kept) : kept;
}
