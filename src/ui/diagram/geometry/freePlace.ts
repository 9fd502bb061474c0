import { card } from "./cardMetrics.ts";
import type { LayoutBox, LayoutLink } from "./layoutBox.ts";
import { boundsOf, overlaps, type Point, type Rect } from "./rect.ts";

const step = card.width + card.gapX;

/** The best free place for one more table among those that are settled. */
export function freePlace(
  box: LayoutBox,
  links: readonly LayoutLink[],
  settled: ReadonlyMap<string, Rect>,
  aspect: number,
): Point {
  const rects = [...settled.values()];
  const neighbours = [
    ...links
      .filter((link) => link.from === box.key && link.to !== box.key)
      .map((link) => ({ rect: settled.get(link.to), side: -1 })),
    ...links
      .filter((link) => link.to === box.key && link.from !== box.key)
      .map((link) => ({ rect: settled.get(link.from), side: 1 })),
  ].flatMap(({ rect, side }) => (rect === undefined ? [] : [{ rect, side }]));
  const candidates = neighbours.length === 0 ? apart(box, rects, aspect) : near(box, rects, neighbours);
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (best !== null && candidate.cost >= best.cost) continue;
    const rect = { x: candidate.x, y: candidate.y, width: box.width, height: box.height };
    if (rects.every((other) => !overlaps(rect, other, card.gapX / 2, card.gapY))) best = candidate;
  }
  if (best !== null) return { x: best.x, y: best.y };
  const bounds = boundsOf(rects);
  return bounds === null ? { x: 0, y: 0 } : { x: bounds.x, y: bounds.y + bounds.height + card.gapY };
}

interface Candidate extends Point {
  readonly cost: number;
}

interface Neighbour {
  readonly rect: Rect;
  /** -1: stand left of it, 1: right of it. */
  readonly side: number;
}

function near(box: LayoutBox, rects: readonly Rect[], neighbours: readonly Neighbour[]): readonly Candidate[] {
  const columns = new Set(
    neighbours.flatMap(({ rect, side }) => [1, 2, 3, -1, -2].map((distance) => snap(rect.x + side * distance * step))),
  );
  return [...columns].flatMap((x) =>
    rowsIn(
      x,
      box,
      rects,
      neighbours.map(({ rect }) => rect.y),
    ).map((y) => ({
      x,
      y,
      cost: neighbours.reduce((sum, neighbour) => sum + strain(x, y, neighbour), 0),
    })),
  );
}

/** How far from its ideal a place beside a neighbour is: one column away on the right side, tops aligned. */
function strain(x: number, y: number, { rect, side }: Neighbour): number {
  const away = ((x - rect.x) * side) / step;
  const aside = away > 0 ? (away - 1) * 260 : 700 - away * 260;
  const down = y - rect.y;
  return Math.abs(aside) + (down < 0 ? -1.15 * down : down);
}

/** A table that belongs to nobody goes where the picture keeps its shape, reading from left to right. */
function apart(box: LayoutBox, rects: readonly Rect[], aspect: number): readonly Candidate[] {
  const bounds = boundsOf(rects);
  if (bounds === null) return [{ x: 0, y: 0, cost: 0 }];
  const beside = snap(bounds.x + bounds.width + card.gapX);
  // A second column comes before a second row.
  const columns = bounds.width < step ? [beside] : new Set([...rects.map((rect) => rect.x), beside]);
  return [...columns].flatMap((x) =>
    rowsIn(x, box, rects, [bounds.y])
      .filter((y) => y >= bounds.y)
      .map((y) => {
        const around = boundsOf([bounds, { x, y, width: box.width, height: box.height }]) ?? bounds;
        const size = Math.max(around.width / aspect, around.height);
        return { x, y, cost: size * 4 + (x - bounds.x) * 0.1 + (y - bounds.y) * 0.2 };
      }),
  );
}

/** Heights to try in a column: those that are wanted, and right above and below each card that stands in the way. */
function rowsIn(x: number, box: LayoutBox, rects: readonly Rect[], wanted: readonly number[]): readonly number[] {
  const inColumn = rects.filter(
    (rect) => rect.x < x + box.width + card.gapX / 2 && x < rect.x + rect.width + card.gapX / 2,
  );
  return [
    ...wanted,
    ...inColumn.flatMap((rect) => [
      Math.ceil((rect.y + rect.height + card.gapY) / 4) * 4,
      Math.floor((rect.y - box.height - card.gapY) / 4) * 4,
    ]),
  ];
}

function snap(value: number): number {
  return Math.round(value / 4) * 4;
}
