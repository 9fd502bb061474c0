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

/** The middle line of a tube: straight in its lane, with a soft turn where it enters the lane and where it leaves it. */
export function tubePath({ from, to, lane }: HistoryEdge, scale: HistoryScale): string {
  const start = nodePoint(from, scale);
  const end = nodePoint(to, scale);
  const between = scale.top + lane * scale.laneHeight;
  const bend = scale.columnWidth;
  if (to.column - from.column === 1) return `M${start.x} ${start.y}${turnTo(start, end)}`;
  const entered = { x: start.x + bend, y: between };
  const left = { x: end.x - bend, y: between };
  return [
    `M${start.x} ${start.y}`,
    from.lane === lane ? "" : turnTo(start, entered),
    to.lane === lane ? `H${end.x}` : `H${left.x}${turnTo(left, end)}`,
  ].join("");
}

function turnTo(start: Point, end: Point): string {
  if (start.y === end.y) return `H${end.x}`;
  const middle = (start.x + end.x) / 2;
  return `C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`;
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
