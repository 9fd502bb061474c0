export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a drawing is shown in. */
export interface Canvas extends Size {
  /** The zoom at which the drawing's letters are as large as the page's; absent: 1. */
  readonly lifeSize?: number;
}

export interface Rect extends Point, Size {}

/** Whether two rectangles come closer than the gaps; touching gaps is far enough. */
export function overlaps(left: Rect, right: Rect, gapX = 0, gapY = gapX): boolean {
  return (
    left.x < right.x + right.width + gapX &&
    right.x < left.x + left.width + gapX &&
    left.y < right.y + right.height + gapY &&
    right.y < left.y + left.height + gapY
  );
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The smallest rectangle around all; null around none. */
export function boundsOf(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function inflate(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}
