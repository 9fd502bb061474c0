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

/** The middle line of a tube: straight in its lane, with one soft turn where it changes lanes. */
export function tubePath({ from, to, turn }: HistoryEdge, scale: HistoryScale): string {
  const start = nodePoint(from, scale);
  const end = nodePoint(to, scale);
  if (start.y === end.y) return `M${start.x} ${start.y}H${end.x}`;
  const bend = Math.min(scale.columnWidth, end.x - start.x);
  const handle = bend * 0.5;
  if (turn === "start") {
    const meet = start.x + bend;
    return `M${start.x} ${start.y}C${start.x + handle} ${start.y} ${meet - handle} ${end.y} ${meet} ${end.y}H${end.x}`;
  }
  const leave = end.x - bend;
  return `M${start.x} ${start.y}H${leave}C${leave + handle} ${start.y} ${end.x - handle} ${end.y} ${end.x} ${end.y}`;
}
