import type { HistoryEdge, HistoryNode } from "./layoutHistory.ts";

/** Sizes of the picture in pixels. */
export interface HistoryScale {
  /** From one column to the next. */
  readonly columnWidth: number;
  readonly laneHeight: number;
  readonly left: number;
  readonly top: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function nodePoint(node: HistoryNode, scale: HistoryScale): Point {
  return { x: scale.left + node.column * scale.columnWidth, y: scale.top + node.lane * scale.laneHeight };
}

/** A stretch of a tube: straight, or a turn from one lane to another that leaves and arrives level. */
interface Stretch {
  readonly start: Point;
  readonly end: Point;
}

/** The middle line of a tube: straight in its lane, with a soft turn where it enters the lane and where it leaves it. */
function stretches({ from, to, lane }: HistoryEdge, scale: HistoryScale): readonly Stretch[] {
  const start = nodePoint(from, scale);
  const end = nodePoint(to, scale);
  if (to.column - from.column === 1) return [{ start, end }];
  const between = scale.top + lane * scale.laneHeight;
  const entered = { x: start.x + (from.lane === lane ? 0 : scale.columnWidth), y: between };
  const left = { x: end.x - (to.lane === lane ? 0 : scale.columnWidth), y: between };
  return [
    { start, end: entered },
    { start: entered, end: left },
    { start: left, end },
  ].filter((one) => one.start.x !== one.end.x);
}

export function tubePath(edge: HistoryEdge, scale: HistoryScale): string {
  const { x, y } = nodePoint(edge.from, scale);
  return `M${x} ${y}${stretches(edge, scale).map(drawn).join("")}`;
}

function drawn({ start, end }: Stretch): string {
  if (start.y === end.y) return `H${end.x}`;
  const middle = (start.x + end.x) / 2;
  return `C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`;
}

/**
 * Where a tube is filled to, as the browser measures its path, but without asking the browser: that would have it lay out the page for each frame.
 * @param fraction of the tube's length, 0 to 1
 */
export function pointOnTube(edge: HistoryEdge, scale: HistoryScale, fraction: number): Point {
  const points = stretches(edge, scale).flatMap(pointsOf);
  const lengths = points.slice(1).map(({ x, y }, index) => {
    const before = points[index] ?? { x, y };
    return Math.hypot(x - before.x, y - before.y);
  });
  let left = fraction * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const start = points[index];
    const end = points[index + 1];
    if (start === undefined || end === undefined) break;
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
    }
    left -= length;
  }
  return nodePoint(edge.to, scale);
}

/** Chords of a turn that are close enough to it for the eye. */
const chords = 24;

function pointsOf({ start, end }: Stretch): readonly Point[] {
  if (start.y === end.y) return [start, end];
  return Array.from({ length: chords + 1 }, (_, index) => {
    const t = index / chords;
    // The controls are level with the ends and halfway between them.
    const along = 1.5 * t * (1 - t) + t ** 3;
    const across = 3 * t ** 2 - 2 * t ** 3;
    return { x: start.x + (end.x - start.x) * along, y: start.y + (end.y - start.y) * across };
  });
}

/** A dependency's thin line, which keeps clear of tubes and names: an arc over its lane, or along the gap between two lanes. */
export function dependencyPath({ from, to }: HistoryEdge, scale: HistoryScale): string {
  const start = nodePoint(from, scale);
  const end = nodePoint(to, scale);
  if (start.y === end.y) {
    const height = Math.min(30, scale.laneHeight * 0.4);
    return `M${start.x + 8} ${start.y - 11}C${start.x + 50} ${start.y - height} ${end.x - 50} ${end.y - height} ${end.x - 8} ${end.y - 11}`;
  }
  const downwards = end.y > start.y;
  const gap = (downwards ? start.y : end.y) + gapBelow;
  const half = scale.columnWidth / 2;
  const out = { x: start.x + 10, y: start.y + (downwards ? 10 : -10) };
  const tip = { x: end.x - 10, y: end.y + (downwards ? -10 : 10) };
  return [
    `M${out.x} ${out.y}C${start.x + half} ${out.y} ${start.x + half / 2} ${gap} ${start.x + half} ${gap}`,
    `H${end.x - half}`,
    `C${end.x - half / 2} ${gap} ${end.x - half} ${tip.y} ${tip.x} ${tip.y}`,
  ].join("");
}

/** From the middle of a lane to where its names end. */
const gapBelow = 54;
