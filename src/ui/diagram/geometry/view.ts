import { boundsOf, contains, type Canvas, type Point, type Rect, type Size } from "./rect.ts";

/** A point of the drawing is at `point * zoom + (x, y)` on the screen. */
export interface View extends Point {
  readonly zoom: number;
}

export const zoomLimits = { least: 0.06, most: 2 } as const;

/** What stays free around the drawing; the bar with the buttons stands at the bottom. */
const margin = { side: 12, top: 16, bottom: 52 } as const;

/** How much of a card shows: everything, its name and the rhythm of its rows, or its name alone. */
export type Detail = "near" | "far" | "map";

export function detailAt(zoom: number): Detail {
  if (zoom >= 0.4) return "near";
  return zoom >= 0.2 ? "far" : "map";
}

function room(size: Size): Rect {
  return {
    x: margin.side,
    y: margin.top,
    width: Math.max(40, size.width - 2 * margin.side),
    height: Math.max(40, size.height - margin.top - margin.bottom),
  };
}

/** The whole drawing, never larger than life; what is left over is below it rather than above. */
export function fitView(content: Rect, size: Canvas): View {
  const { x, y, width, height } = room(size);
  const zoom = clampZoom(Math.min(size.lifeSize ?? 1, width / content.width, height / content.height));
  return rounded({
    zoom,
    x: x + (width - content.width * zoom) / 2 - content.x * zoom,
    y: y + Math.max(0, height - content.height * zoom) * 0.3 - content.y * zoom,
  });
}

export function zoomAt(view: View, factor: number, at: Point): View {
  const zoom = clampZoom(view.zoom * factor);
  const scale = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale };
}

export function panBy(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** The smallest move that brings a part of the drawing into sight, or its beginning where it is too large. */
export function reveal(view: View, part: Rect, size: Size): View {
  const free = room(size);
  const screen = toScreen(view, part);
  const move = (start: number, length: number, from: number, space: number): number => {
    if (start < from || length > space) return from - start;
    return start + length > from + space ? from + space - (start + length) : 0;
  };
  const moved = panBy(
    view,
    move(screen.x, screen.width, free.x, free.width),
    move(screen.y, screen.height, free.y, free.height),
  );
  return contains(free, screen) ? view : rounded(moved);
}

export function toScreen(view: View, rect: Rect): Rect {
  return {
    x: rect.x * view.zoom + view.x,
    y: rect.y * view.zoom + view.y,
    width: rect.width * view.zoom,
    height: rect.height * view.zoom,
  };
}

/** The part of the drawing that is in sight. */
export function visiblePart(view: View, size: Size): Rect {
  return {
    x: -view.x / view.zoom,
    y: -view.y / view.zoom,
    width: size.width / view.zoom,
    height: size.height / view.zoom,
  };
}

export interface Follow {
  /** Nobody has moved the view by hand. */
  readonly auto: boolean;
  readonly content: Rect;
  /** A table came or went. */
  readonly tablesChanged: boolean;
  /** The cards that the moment changed. */
  readonly changed: readonly Rect[];
}

/** Where to look after a change: at everything, or, where somebody looks at a part of their own, at least at what changed. */
export function followView(view: View, size: Canvas, { auto, content, tablesChanged, changed }: Follow): View {
  if (!auto) return revealChanged(view, changed, size);
  const ideal = fitView(content, size);
  const fits = contains(room(size), toScreen(view, content));
  const closeEnough = view.zoom > ideal.zoom * 0.98 || !tablesChanged;
  return fits && closeEnough ? view : ideal;
}

/** All that changed where it fits; otherwise the first of it, unless some of it is in sight already. */
function revealChanged(view: View, changed: readonly Rect[], size: Size): View {
  const [first] = changed;
  const all = boundsOf(changed);
  if (first === undefined || all === null) return view;
  const free = room(size);
  const screen = toScreen(view, all);
  if (screen.width <= free.width && screen.height <= free.height) return reveal(view, all, size);
  const isInSight = changed.some((part) => contains(free, toScreen(view, part)));
  return isInSight ? view : reveal(view, first, size);
}

function clampZoom(zoom: number): number {
  return Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));
}

/** At zoom 1 hairlines stay sharp only on whole pixels. */
function rounded(view: View): View {
  return { ...view, x: Math.round(view.x), y: Math.round(view.y) };
}
