import { pointOn, softCurve, straight, type EdgePath } from "./edgePath.ts";
import { laneGap, Lanes } from "./lanes.ts";
import type { Point, Rect } from "./rect.ts";

/** Where a foreign key is tied to a card: the card and the height of the column's row. */
export interface RouteEnd {
  readonly card: Rect;
  readonly y: number;
}

/** -1 is the left side of a card, 1 the right one. */
export type Side = -1 | 1;

export interface Route {
  readonly path: EdgePath;
  readonly fromSide: Side;
  readonly toSide: Side;
}

const bulge = 26;
const clearance = 10;
/** The least width of a soft step up or down. */
const leastStep = 24;

/**
 * The line from a referring column to the column it refers to: from the side that faces the other card, level at both ends,
 * around the cards that stand between.
 * @param lanes taken by other lines; the ones that this line takes are added
 */
export function routeForeignKey(
  from: RouteEnd,
  to: RouteEnd,
  obstacles: readonly Rect[],
  target = "",
  lanes: Lanes = new Lanes(),
): Route {
  if (from.card === to.card) return loop(from, to, 1);
  if (right(from.card) + clearance * 2 <= to.card.x) return across(from, to, obstacles, 1, target, lanes);
  if (right(to.card) + clearance * 2 <= from.card.x) return across(from, to, obstacles, -1, target, lanes);
  return loop(from, to, clearSide(from, to, obstacles));
}

function right(rect: Rect): number {
  return rect.x + rect.width;
}

function edgeX(rect: Rect, side: Side): number {
  return side === 1 ? right(rect) : rect.x;
}

/** Both ends on the same side: out, along, and back. */
function loop(from: RouteEnd, to: RouteEnd, side: Side): Route {
  const start = { x: edgeX(from.card, side), y: from.y };
  const end = { x: edgeX(to.card, side), y: to.y };
  const outermost = side === 1 ? Math.max(start.x, end.x) : Math.min(start.x, end.x);
  const reach = outermost + side * (from.card === to.card ? bulge : bulge * 1.2);
  return { path: [start.x, start.y, reach, start.y, reach, end.y, end.x, end.y], fromSide: side, toSide: side };
}

function clearSide(from: RouteEnd, to: RouteEnd, obstacles: readonly Rect[]): Side {
  const others = obstacles.filter((rect) => rect !== from.card && rect !== to.card);
  const [top, bottom] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
  const isClear = (side: Side): boolean => {
    const edges = [edgeX(from.card, side), edgeX(to.card, side)];
    const [left, end] = [Math.min(...edges) - (side === -1 ? bulge : 0), Math.max(...edges) + (side === 1 ? bulge : 0)];
    return !others.some((rect) => rect.x < end && right(rect) > left && rect.y < bottom && rect.y + rect.height > top);
  };
  return isClear(1) || !isClear(-1) ? 1 : -1;
}

/** From one side to the facing side; `direction` -1 is drawn as its mirror image. */
function across(
  from: RouteEnd,
  to: RouteEnd,
  obstacles: readonly Rect[],
  direction: Side,
  target: string,
  lanes: Lanes,
): Route {
  const start = { x: direction * edgeX(from.card, direction), y: from.y };
  const end = { x: direction * edgeX(to.card, direction === 1 ? -1 : 1), y: to.y };
  const between: Rect[] = [];
  for (const rect of obstacles) {
    const x = direction === 1 ? rect.x : -right(rect);
    if (x >= end.x - 4 || x + rect.width <= start.x + 4 || rect === from.card || rect === to.card) continue;
    between.push(direction === 1 ? rect : { ...rect, x });
  }
  const direct = [start.x, start.y, ...softCurve(start, end)];
  const level = between.filter(
    (rect) => rect.y - 4 < Math.max(start.y, end.y) && rect.y + rect.height + 4 > Math.min(start.y, end.y),
  );
  const path = hits(direct, level) ? detour(start, end, between, direction, target, lanes) : direct;
  return {
    path: direction === 1 ? path : path.map((value, index) => (index % 2 === 0 ? -value : value)),
    fromSide: direction,
    toSide: direction === 1 ? -1 : 1,
  };
}

function hits(path: EdgePath, rects: readonly Rect[]): boolean {
  if (rects.length === 0) return false;
  const samples = 32;
  for (let index = 0; index <= samples; index++) {
    const { x, y } = pointOn(path, index / samples);
    if (rects.some((rect) => x > rect.x - 4 && x < right(rect) + 4 && y > rect.y - 4 && y < rect.y + rect.height + 4))
      return true;
  }
  return false;
}

/** Level through a gap of each column of cards on the way, and a soft step between the columns. */
function detour(
  start: Point,
  end: Point,
  between: readonly Rect[],
  direction: Side,
  target: string,
  lanes: Lanes,
): EdgePath {
  const path: number[] = [start.x, start.y];
  let at = start;
  for (const column of columnsOf(between)) {
    const left = Math.max(column.left - clearance, at.x + leastStep);
    const rightEnd = Math.min(column.right + clearance, end.x - leastStep);
    if (rightEnd <= left) continue;
    const lane = direction === 1 ? { left, right: rightEnd, target } : { left: -rightEnd, right: -left, target };
    const y = gapIn(column.rects, at.y, end.y, (candidate) => lanes.isTaken({ ...lane, y: candidate }));
    lanes.take({ ...lane, y });
    const enter = { x: left, y };
    const leave = { x: rightEnd, y };
    path.push(...softCurve(at, enter), ...straight(enter, leave));
    at = leave;
  }
  return [...path, ...softCurve(at, end)];
}

interface CardColumn {
  readonly left: number;
  readonly right: number;
  readonly rects: readonly Rect[];
}

/** Cards that stand above each other, from left to right. */
function columnsOf(rects: readonly Rect[]): readonly CardColumn[] {
  const columns: { left: number; right: number; rects: Rect[] }[] = [];
  for (const rect of rects.toSorted((one, other) => one.x - other.x)) {
    const last = columns.at(-1);
    if (last !== undefined && rect.x < last.right) {
      last.rects.push(rect);
      last.right = Math.max(last.right, right(rect));
    } else columns.push({ left: rect.x, right: right(rect), rects: [rect] });
  }
  return columns;
}

/** The height of the free gap that costs the least way up and down; beside the lines that run there already. */
function gapIn(rects: readonly Rect[], from: number, to: number, isTaken: (y: number) => boolean): number {
  const isFree = (y: number): boolean =>
    rects.every((rect) => y <= rect.y - clearance || y >= rect.y + rect.height + clearance);
  const cost = (y: number): number => Math.abs(y - from) * 1.01 + Math.abs(to - y);
  let best = { y: from, away: laneGap, cost: Infinity };
  const consider = (y: number, away: number): void => {
    if (cost(y) < best.cost && isFree(y)) best = { y, away, cost: cost(y) };
  };
  consider(from, laneGap);
  consider(to, laneGap);
  for (const rect of rects) {
    consider(rect.y - clearance, -laneGap);
    consider(rect.y + rect.height + clearance, laneGap);
  }
  let { y } = best;
  while (isTaken(y) && isFree(y + best.away)) y += best.away;
  return y;
}
