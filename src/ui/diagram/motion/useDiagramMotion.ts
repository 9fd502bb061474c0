import { useLayoutEffect, useState } from "react";
import { hasLeaving } from "../scene/keepLeaving.ts";
import type { Scene } from "../scene/scene.ts";
import { DiagramMotion } from "./diagramMotion.ts";
import type { DiagramView } from "./diagramView.ts";

/**
 * Moves the drawing to a scene once that is rendered.
 * @param scene null before there is any
 * @param onSettled everything is in its place and what was leaving has faded
 */
export function useDiagramMotion(
  view: DiagramView,
  scene: Scene | null,
  duration: number,
  onSettled: () => void,
): DiagramMotion {
  const [motion] = useState(() => new DiagramMotion());
  useLayoutEffect(() => {
    if (scene === null) return;
    motion.zoom = view.now.zoom;
    motion.show(scene, duration, () => {
      if (hasLeaving(scene)) onSettled();
    });
    // A scene moves once, however often its duration is said.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [motion, view, scene]);
  useLayoutEffect(() => () => motion.stop(), [motion]);
  return motion;
}
