import { overlaps, type Point, type Rect } from "./rect.ts";

export interface PlacedBox extends Rect {
  readonly key: string;
}

/** Cards that were placed closer than this on purpose stay so. */
const leastGap = 16;

/**
 * Where each box really stands: at its place, or as far below as it takes to clear what stands there. The boxes that are held
 * move for nobody. As places are not forgotten, everything returns when the room is free again.
 */
export function pushApart(boxes: readonly PlacedBox[], held: ReadonlySet<string>): ReadonlyMap<string, Point> {
  const order = boxes.toSorted(
    (left, right) =>
      Number(held.has(right.key)) - Number(held.has(left.key)) ||
      left.y - right.y ||
      left.x - right.x ||
      (left.key < right.key ? -1 : 1),
  );
  const settled: Rect[] = [];
  const points = new Map<string, Point>();
  for (const box of order) {
    let { y } = box;
    if (!held.has(box.key)) {
      for (;;) {
        const blocking = settled.filter((other) => overlaps({ ...box, y }, other, 0, leastGap));
        if (blocking.length === 0) break;
        y = Math.max(...blocking.map((other) => other.y + other.height + leastGap));
      }
    }
    settled.push({ ...box, y });
    points.set(box.key, { x: box.x, y });
  }
  return points;
}
