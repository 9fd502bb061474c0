import type { Front } from "./historyFlow.ts";
import type { HistoryLayout } from "./layoutHistory.ts";
import { nodePoint, pointOnTube, type HistoryScale, type Point } from "./tubePath.ts";

/** Where a front of the liquid stands, in pixels of the picture. */
export function frontPoint(front: Front, layout: HistoryLayout, scale: HistoryScale): Point {
  if (front.kind === "along") return pointOnTube(front.edge, scale, front.fraction);
  const node = layout.node(front.key);
  return node === undefined ? { x: 0, y: 0 } : nodePoint(node, scale);
}
