import { card } from "./cardMetrics.ts";
import { freePlace } from "./freePlace.ts";
import { layeredLayout } from "./layeredLayout.ts";
import type { LayoutBox, LayoutLink } from "./layoutBox.ts";
import { boundsOf, overlaps, type Point, type Rect } from "./rect.ts";

/** As many new tables as this at once are laid out together rather than one by one. */
const manyNew = 24;

export interface KnownPlaces {
  /** Of tables that are drawn already: they stay. */
  readonly standing: ReadonlyMap<string, Point>;
  /** Of tables that were drawn once: they come back to it where it is still free. */
  readonly remembered: ReadonlyMap<string, Point>;
}

/**
 * A place for every table. Who was placed keeps it; a new table goes near those it belongs to: left of what it refers to, right
 * of what refers to it. The same input gives the same places, in whatever order it comes.
 * @param aspect width by height of the picture to aim at
 */
export function layoutTables(
  boxes: readonly LayoutBox[],
  links: readonly LayoutLink[],
  { standing, remembered }: KnownPlaces,
  aspect = 1.5,
): ReadonlyMap<string, Point> {
  const sorted = boxes.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const settled = new Map<string, Rect>();
  for (const { key, width, height } of sorted) {
    const place = standing.get(key);
    if (place !== undefined) settled.set(key, { ...place, width, height });
  }
  for (const { key, width, height } of sorted) {
    const place = remembered.get(key);
    if (place === undefined || settled.has(key)) continue;
    const rect = { ...place, width, height };
    if (![...settled.values()].some((other) => overlaps(rect, other))) settled.set(key, rect);
  }
  const missing = sorted.filter((box) => !settled.has(box.key));
  if (settled.size === 0) return layeredLayout(missing, links, aspect);
  if (missing.length >= manyNew) return beside(settled, layeredLayout(missing, links, aspect), aspect);
  for (const box of inOrderOfReference(missing, links)) {
    const place = freePlace(box, links, settled, aspect);
    settled.set(box.key, { ...place, width: box.width, height: box.height });
  }
  return new Map([...settled].map(([key, { x, y }]) => [key, { x, y }]));
}

/** Those that others refer to come first, so that the others find them. */
function inOrderOfReference(boxes: readonly LayoutBox[], links: readonly LayoutLink[]): readonly LayoutBox[] {
  const left = new Map(boxes.map((box) => [box.key, box]));
  const ordered: LayoutBox[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ key }) => !links.some((link) => link.from === key && link.to !== key && left.has(link.to)),
    );
    const [next] = free.length > 0 ? free : left.values();
    if (next === undefined) break;
    ordered.push(next);
    left.delete(next.key);
  }
  return ordered;
}

/** A block of new places right of the old ones, or below where that keeps the picture closer to its aspect. */
function beside(
  settled: ReadonlyMap<string, Rect>,
  block: ReadonlyMap<string, Point>,
  aspect: number,
): ReadonlyMap<string, Point> {
  const old = boundsOf([...settled.values()]) ?? { x: 0, y: 0, width: 0, height: 0 };
  const right = old.width / aspect <= old.height;
  const shift = right
    ? { x: old.x + old.width + card.gapX, y: old.y }
    : { x: old.x, y: old.y + old.height + 2 * card.gapY };
  return new Map([
    ...[...settled].map(([key, { x, y }]) => [key, { x, y }] as const),
    ...[...block].map(([key, point]) => [key, { x: point.x + shift.x, y: point.y + shift.y }] as const),
  ]);
}
