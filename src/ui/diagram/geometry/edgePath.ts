import type { Point, Rect } from "./rect.ts";

/** A line of cubic curves, flat: x and y of the start, then for each curve two handles and an end. */
export type EdgePath = readonly number[];

const perCurve = 6;

export function curveCount(path: EdgePath): number {
  return (path.length - 2) / perCurve;
}

/** @param grain how fine the numbers are */
export function pathText(path: EdgePath, grain = 0.1): string {
  const short = (value: number | undefined): string =>
    String(Math.round(Math.round((value ?? 0) / grain) * grain * 10) / 10);
  let text = `M${short(path[0])} ${short(path[1])}`;
  for (let at = 2; at < path.length; at += perCurve) {
    text += "C";
    for (let index = at; index < at + perCurve; index++) text += `${index === at ? "" : " "}${short(path[index])}`;
  }
  return text;
}

/** A soft step from one point to another that leaves and arrives level. */
export function softCurve(from: Point, to: Point): readonly number[] {
  const handle = (to.x - from.x) / 2;
  return [from.x + handle, from.y, to.x - handle, to.y, to.x, to.y];
}

export function straight(from: Point, to: Point): readonly number[] {
  const third = (share: number): readonly number[] => [
    from.x + (to.x - from.x) * share,
    from.y + (to.y - from.y) * share,
  ];
  return [...third(1 / 3), ...third(2 / 3), to.x, to.y];
}

/** The same line in more curves: its first ones are halved until there are as many as wanted. */
export function splitTo(path: EdgePath, count: number): EdgePath {
  let split = path;
  let at = 0;
  while (curveCount(split) < count) {
    split = halveCurve(split, at);
    at = at + 2 < curveCount(split) ? at + 2 : 0;
  }
  return split;
}

function halveCurve(path: EdgePath, curve: number): EdgePath {
  const at = curve * perCurve;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = path.slice(at, at + 8);
  const [ax, ay, bx, by, cx, cy] = [mid(x0, x1), mid(y0, y1), mid(x1, x2), mid(y1, y2), mid(x2, x3), mid(y2, y3)];
  const [dx, dy, ex, ey] = [mid(ax, bx), mid(ay, by), mid(bx, cx), mid(by, cy)];
  const halves = [ax, ay, dx, dy, mid(dx, ex), mid(dy, ey), ex, ey, cx, cy, x3, y3];
  return [...path.slice(0, at + 2), ...halves, ...path.slice(at + 8)];
}

function mid(from: number, to: number): number {
  return (from + to) / 2;
}

/** A line on its way to another one of as many curves. */
export function mixPaths(from: EdgePath, to: EdgePath, share: number): EdgePath {
  return to.map((value, index) => {
    const start = from[index] ?? value;
    return start + (value - start) * share;
  });
}

export function pointOn(path: EdgePath, share: number): Point {
  const place = Math.min(share, 1) * curveCount(path);
  const curve = Math.min(Math.floor(place), curveCount(path) - 1);
  const at = curve * perCurve;
  const t = place - curve;
  return {
    x: cubic(path[at] ?? 0, path[at + 2] ?? 0, path[at + 4] ?? 0, path[at + 6] ?? 0, t),
    y: cubic(path[at + 1] ?? 0, path[at + 3] ?? 0, path[at + 5] ?? 0, path[at + 7] ?? 0, t),
  };
}

function cubic(start: number, first: number, second: number, end: number, t: number): number {
  const rest = 1 - t;
  return rest * rest * rest * start + 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t * end;
}

export function pathStart(path: EdgePath): Point {
  return { x: path[0] ?? 0, y: path[1] ?? 0 };
}

export function pathEnd(path: EdgePath): Point {
  return { x: path.at(-2) ?? 0, y: path.at(-1) ?? 0 };
}

/** A rectangle that holds the whole line, handles included. */
export function pathBounds(path: EdgePath): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < path.length; at += 2) {
    const [x, y] = [path[at] ?? 0, path[at + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
