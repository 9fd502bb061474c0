import { useLayoutEffect, useRef } from "react";
import type { DiagramMemory } from "../diagramMemory.ts";
import type { Canvas, Rect } from "../geometry/rect.ts";
import { fitView, followView } from "../geometry/view.ts";
import { contentOf } from "../scene/contentOf.ts";
import type { Scene } from "../scene/scene.ts";
import type { World } from "../scene/world.ts";
import type { DiagramView } from "./diagramView.ts";

/** Keeps the view on the drawing while it changes, unless the reader looks at a part of their own. */
export function useFollowingView(
  view: DiagramView,
  { scene, cause }: World,
  size: Canvas | null,
  duration: number,
  memory: DiagramMemory,
): void {
  const tables = useRef("");
  useLayoutEffect(() => {
    if (size === null) return;
    view.size = size;
    const content = contentOf(scene);
    if (view.isAuto && content !== null) view.moveTo(fitView(content, size));
    else view.moveTo(view.target);
    // The drawing is followed below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [view, size]);

  useLayoutEffect(() => {
    const content = contentOf(scene);
    if (size === null || content === null) return;
    const keys = scene.cards.flatMap((card) => (card.leaving ? [] : [card.key])).join("\n");
    const isFirst = tables.current === "";
    const tablesChanged = keys !== tables.current;
    tables.current = keys;
    if (isFirst) {
      view.isAuto = memory.view === null;
      view.moveTo(memory.view ?? fitView(content, size));
      return;
    }
    if (cause === "move") return;
    if (cause === "arrange") view.isAuto = true;
    const follow = { auto: view.isAuto, content, tablesChanged, changed: changedCards(scene) };
    view.moveTo(cause === "arrange" ? fitView(content, size) : followView(view.target, size, follow), duration);
    // A new size alone is followed above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [view, scene]);
}

function changedCards({ cards }: Scene): readonly Rect[] {
  return cards.flatMap((card) => (card.leaving || card.table.status === "unchanged" ? [] : [card.rect]));
}
