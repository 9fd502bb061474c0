import { useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { firstTable, nearestTable, type Direction } from "../geometry/nearestTable.ts";
import type { Point, Rect } from "../geometry/rect.ts";
import type { DiagramMotion } from "../motion/diagramMotion.ts";
import type { DiagramView } from "../motion/diagramView.ts";
import { contentOf } from "../scene/contentOf.ts";
import { routeAround } from "../scene/routeEdges.ts";
import type { World, WorldAction } from "../scene/world.ts";
import { diagramKey, type KeyAction } from "./diagramKey.ts";
import { useGestures } from "./useGestures.ts";

/** Places that the reader gives to cards lie on a grid of this step. */
const placeStep = 4;

export interface Reader {
  readonly rects: ReadonlyMap<string, Rect>;
  /** The card that has the focus, or would get it. */
  readonly active: string | null;
  /** The card that is highlighted with its neighbours. */
  readonly chosen: string | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

interface ReaderProps {
  readonly svg: SVGSVGElement | null;
  readonly world: World;
  readonly act: (action: WorldAction) => void;
  readonly motion: DiagramMotion;
  readonly view: DiagramView;
  readonly onTable: ((key: string) => void) | undefined;
}

/** What the reader does with pointer and keyboard. */
export function useReader({ svg, world: { scene }, act, motion, view, onTable }: ReaderProps): Reader {
  const [wanted, setWanted] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const focusNext = useRef(false);
  const dragged = useRef<Point | null>(null);
  const rects = useMemo(
    () => new Map(scene.cards.flatMap((card) => (card.leaving ? [] : [[card.key, card.rect] as const]))),
    [scene],
  );
  const active = focused !== null && rects.has(focused) ? focused : firstTable(rects);
  const chosen = wanted !== null && rects.has(wanted) ? wanted : null;

  useLayoutEffect(() => {
    if (!focusNext.current || active === null) return;
    focusNext.current = false;
    svg?.querySelector<SVGElement>(`[data-table="${CSS.escape(active)}"]`)?.focus({ preventScroll: true });
  }, [svg, active]);

  const openTable = (key: string): void => {
    const card = scene.cards.find((candidate) => candidate.key === key && !candidate.leaving);
    if (card !== undefined && card.table.status !== "removed") onTable?.(key);
  };

  useGestures(svg, {
    pan: (dx, dy) => view.panBy(dx, dy),
    zoom: (factor, at) => view.zoomAt(factor, at),
    drag: (table, dx, dy) => {
      const from = rects.get(table);
      if (from === undefined) return;
      const to = { x: from.x + dx / view.now.zoom, y: from.y + dy / view.now.zoom };
      dragged.current = to;
      motion.drag(table, to, routeAround(scene, table, to));
    },
    drop: (table) => {
      const to = dragged.current;
      dragged.current = null;
      if (to !== null) act({ kind: "move", key: table, to: { x: stepped(to.x), y: stepped(to.y) } });
    },
    tap: ({ table, fold }) => {
      if (table !== null && fold) act({ kind: "fold", key: table });
      else setWanted(table);
    },
    doubleTap: ({ table, fold }) => {
      if (table === null) view.fit(contentOf(scene));
      else if (!fold) openTable(table);
    },
  });

  const focusNeighbour = (from: string, direction: Direction): void => {
    const next = nearestTable(rects, from, direction);
    const rect = next === null ? undefined : rects.get(next);
    if (rect === undefined) return;
    focusNext.current = true;
    setFocused(next);
    view.reveal(rect);
  };

  const perform = (action: KeyAction, key: string): void => {
    const card = scene.cards.find((candidate) => candidate.key === key);
    switch (action.kind) {
      case "focus":
        focusNeighbour(key, action.direction);
        break;
      case "shift":
        if (card !== undefined)
          act({ kind: "move", key, to: { x: card.rect.x + action.dx, y: card.rect.y + action.dy } });
        break;
      case "choose":
        setWanted(chosen === key ? null : key);
        break;
      case "open":
        if (card?.rows.some((row) => row.kind === "fold" && row.hidden > 0) === true) act({ kind: "fold", key });
        else openTable(key);
        break;
      case "clear":
        if (chosen === null && card?.unfolded === true) act({ kind: "fold", key });
        setWanted(null);
        break;
      case "zoom":
        view.zoomBy(action.factor);
        break;
      case "fit":
        view.fit(contentOf(scene));
        break;
    }
  };

  return {
    rects,
    active,
    chosen,
    onKeyDown: (event) => {
      const action = diagramKey(event);
      if (action === null || active === null) return;
      event.preventDefault();
      perform(action, active);
    },
    onFocus: ({ target }) => {
      const table = target.closest<SVGElement>("[data-table]");
      if (table !== null) setFocused(table.dataset["table"] ?? null);
    },
  };
}

function stepped(value: number): number {
  return Math.round(value / placeStep) * placeStep;
}
