import type { Recording } from "../../app/playback/recording.ts";
import { frontPoint } from "./frontPoint.ts";
import { frontDuring } from "./historyFlow.ts";
import type { HistoryLayout } from "./layoutHistory.ts";
import type { HistoryScale, Point } from "./tubePath.ts";

/** Finds the moment whose drop stands nearest to a place, for dragging. Lanes lie above each other: both directions count. */
export function momentFinder(
  recording: Recording,
  layout: HistoryLayout,
  scale: HistoryScale,
): (place: Point) => number | null {
  let points: readonly (Point | null)[] | null = null;
  return ({ x, y }) => {
    points ??= recording.moments.map(({ kind }, position) => {
      const front = kind === "rolledBack" ? null : frontDuring(layout, recording, position);
      return front === null ? null : frontPoint(front, layout, scale);
    });
    let nearest: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const [position, point] of points.entries()) {
      if (point === null) continue;
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance >= least) continue;
      nearest = position;
      least = distance;
    }
    return nearest;
  };
}
