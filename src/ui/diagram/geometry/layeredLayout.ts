import { card } from "./cardMetrics.ts";
import { isotonic } from "./isotonic.ts";
import type { LayoutBox, LayoutLink } from "./layoutBox.ts";
import type { Point, Size } from "./rect.ts";

const step = card.width + card.gapX;
const blockGap = 56;

/**
 * Places for tables that have none yet: each group of related tables in layers, referring left, referred right; then the rest as a
 * grid. Of a few heights to break long layers at, the one that fills the picture best is taken.
 */
export function layeredLayout(
  boxes: readonly LayoutBox[],
  links: readonly LayoutLink[],
  aspect: number,
): ReadonlyMap<string, Point> {
  const groups = connectedGroups(boxes, links);
  const layered = groups.filter((group) => group.length > 1).map((group) => layerGroup(group, links));
  const alone = groups.filter((group) => group.length === 1).flat();
  const rest = alone.length === 0 ? [] : grid(alone, layered.length === 0 ? aspect : aspect * 2);
  const limit = columnLimit(boxes, aspect);
  const packed = [0.6, 0.8, 1, 1.3].map((factor) =>
    pack([...layered.map((group) => placeGroup(group, limit * factor)), ...rest], aspect),
  );
  const scale = (block: Block): number => Math.max(block.width / aspect, block.height);
  const [first, ...others] = packed;
  if (first === undefined) return new Map();
  return others.reduce((best, block) => (scale(block) < scale(best) ? block : best), first).points;
}

interface Block extends Size {
  readonly points: ReadonlyMap<string, Point>;
}

/** A column higher than this goes on in another one beside it. */
function columnLimit(boxes: readonly LayoutBox[], aspect: number): number {
  const area = boxes.reduce((sum, box) => sum + step * (box.height + card.gapY), 0);
  const tallest = Math.max(0, ...boxes.map((box) => box.height));
  return Math.max(700, tallest, Math.sqrt(area / aspect));
}

function connectedGroups(boxes: readonly LayoutBox[], links: readonly LayoutLink[]): readonly (readonly LayoutBox[])[] {
  const root = new Map(boxes.map((box) => [box.key, box.key]));
  const find = (key: string): string => {
    const parent = root.get(key) ?? key;
    if (parent === key) return key;
    const found = find(parent);
    root.set(key, found);
    return found;
  };
  for (const { from, to } of links) {
    if (!root.has(from) || !root.has(to)) continue;
    const [left, right] = [find(from), find(to)].sort();
    if (left !== undefined && right !== undefined) root.set(right, left);
  }
  const groups = new Map<string, LayoutBox[]>();
  for (const box of boxes) {
    const key = find(box.key);
    groups.set(key, [...(groups.get(key) ?? []), box]);
  }
  return [...groups.values()];
}

interface LayeredGroup {
  /** From left to right, each from top to bottom. */
  readonly layers: readonly (readonly LayoutBox[])[];
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
}

function layerGroup(boxes: readonly LayoutBox[], links: readonly LayoutLink[]): LayeredGroup {
  const keys = new Set(boxes.map((box) => box.key));
  const inside = links.filter(({ from, to }) => from !== to && keys.has(from) && keys.has(to));
  const refersTo = neighbourMap(inside, (link) => [link.from, link.to]);
  const referredBy = neighbourMap(inside, (link) => [link.to, link.from]);
  const ranks = rankTables(boxes, refersTo, referredBy);
  const neighbours = new Map(
    boxes.map(({ key }) => [key, [...(refersTo.get(key) ?? []), ...(referredBy.get(key) ?? [])]]),
  );
  return { layers: orderLayers(layersOf(boxes, ranks), neighbours), neighbours };
}

function placeGroup({ layers, neighbours }: LayeredGroup, tallest: number): Block {
  return placeColumns(
    layers.flatMap((layer) => splitLayer(layer, tallest)),
    neighbours,
  );
}

function neighbourMap(
  links: readonly LayoutLink[],
  ends: (link: LayoutLink) => readonly [string, string],
): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const link of links) {
    const [key, other] = ends(link);
    const list = map.get(key) ?? [];
    if (!list.includes(other)) list.push(other);
    map.set(key, list);
  }
  for (const list of map.values()) list.sort();
  return map;
}

/**
 * The distance of each table from the right: 0 refers to nothing, the others stand left of all they refer to. A link that closes a
 * circle counts for nothing.
 */
function rankTables(
  boxes: readonly LayoutBox[],
  refersTo: ReadonlyMap<string, readonly string[]>,
  referredBy: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const open = new Set<string>();
  const rank = (key: string): number => {
    const known = ranks.get(key);
    if (known !== undefined) return known;
    open.add(key);
    let own = 0;
    for (const target of refersTo.get(key) ?? []) if (!open.has(target)) own = Math.max(own, rank(target) + 1);
    open.delete(key);
    ranks.set(key, own);
    return own;
  };
  for (const box of boxes) rank(box.key);
  // A table that more refer to than it refers to stands close to its referrers.
  for (const { key } of boxes.toSorted((left, right) => (ranks.get(right.key) ?? 0) - (ranks.get(left.key) ?? 0))) {
    const referrers = referredBy.get(key) ?? [];
    if (referrers.length === 0 || referrers.length < (refersTo.get(key)?.length ?? 0)) continue;
    const closest = Math.min(...referrers.map((referrer) => ranks.get(referrer) ?? 0)) - 1;
    if (closest > (ranks.get(key) ?? 0)) ranks.set(key, closest);
  }
  return ranks;
}

function layersOf(boxes: readonly LayoutBox[], ranks: ReadonlyMap<string, number>): readonly (readonly LayoutBox[])[] {
  const layers: LayoutBox[][] = [];
  for (const box of boxes) (layers[ranks.get(box.key) ?? 0] ??= []).push(box);
  return layers.filter((layer) => layer !== undefined).reverse();
}

/** Puts the tables of each layer in the order of those they are linked to, back and forth until it settles. */
function orderLayers(
  layers: readonly (readonly LayoutBox[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): readonly (readonly LayoutBox[])[] {
  const ordered = layers.map((layer) => [...layer]);
  const position = new Map<string, number>();
  const note = (layer: readonly LayoutBox[]) => {
    layer.forEach((box, index) => position.set(box.key, (index + 0.5) / layer.length));
  };
  ordered.forEach(note);
  for (let sweep = 0; sweep < 8; sweep++) {
    for (const layer of sweep % 2 === 0 ? ordered.toReversed() : ordered) {
      const wanted = new Map(
        layer.map(({ key }) => [key, mean((neighbours.get(key) ?? []).map((other) => position.get(other) ?? 0.5))]),
      );
      layer.sort((left, right) => (wanted.get(left.key) ?? 0) - (wanted.get(right.key) ?? 0));
      note(layer);
    }
  }
  return ordered;
}

function splitLayer(layer: readonly LayoutBox[], tallest: number): readonly (readonly LayoutBox[])[] {
  const total = stackHeight(layer);
  const limit = total / Math.ceil(total / tallest);
  const columns: LayoutBox[][] = [];
  let height = Infinity;
  for (const box of layer) {
    if (height + box.height / 2 > limit) {
      columns.push([]);
      height = 0;
    }
    columns.at(-1)?.push(box);
    height += box.height + card.gapY;
  }
  return columns;
}

function stackHeight(boxes: readonly LayoutBox[]): number {
  return boxes.reduce((sum, box) => sum + box.height + card.gapY, -card.gapY);
}

/** Heights within the columns: as level with the linked tables as the order and the gaps allow. */
function placeColumns(
  columns: readonly (readonly LayoutBox[])[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): Block {
  const tops = new Map<string, number>();
  for (const column of columns) {
    let top = 0;
    for (const box of column) {
      tops.set(box.key, top);
      top += box.height + card.gapY;
    }
  }
  for (let sweep = 0; sweep < 6; sweep++) {
    for (const column of sweep % 2 === 0 ? columns.toReversed() : columns) {
      const wanted = column.map(({ key }) => {
        const others = (neighbours.get(key) ?? []).map((other) => tops.get(other) ?? 0);
        return others.length === 0 ? (tops.get(key) ?? 0) : median(others);
      });
      stack(column, wanted).forEach((top, index) => tops.set(column[index]?.key ?? "", top));
    }
  }
  const highest = Math.min(...tops.values());
  const points = new Map<string, Point>();
  let height = 0;
  columns.forEach((column, index) => {
    for (const box of column) {
      const y = Math.round(((tops.get(box.key) ?? 0) - highest) / 4) * 4;
      points.set(box.key, { x: index * step, y });
      height = Math.max(height, y + box.height);
    }
  });
  return { points, width: columns.length * step - card.gapX, height };
}

/** Tops closest to the wanted ones, in order and with gaps. */
function stack(column: readonly LayoutBox[], wanted: readonly number[]): readonly number[] {
  let offset = 0;
  const offsets = column.map((box) => {
    const own = offset;
    offset += box.height + card.gapY;
    return own;
  });
  return isotonic(wanted.map((top, index) => top - (offsets[index] ?? 0))).map(
    (top, index) => top + (offsets[index] ?? 0),
  );
}

function grid(boxes: readonly LayoutBox[], aspect: number): readonly Block[] {
  const area = boxes.reduce((sum, box) => sum + step * (box.height + card.gapY), 0);
  const count = Math.max(1, Math.min(boxes.length, Math.round(Math.sqrt(area * aspect) / step)));
  const heights = Array.from({ length: count }, () => 0);
  const points = new Map<string, Point>();
  for (const box of boxes) {
    const shortest = heights.indexOf(Math.min(...heights));
    const y = heights[shortest] ?? 0;
    points.set(box.key, { x: shortest * step, y });
    heights[shortest] = y + box.height + card.gapY;
  }
  return [{ points, width: count * step - card.gapX, height: Math.max(...heights) - card.gapY }];
}

/** Blocks on shelves from left to right, the highest first. */
function pack(blocks: readonly Block[], aspect: number): Block {
  const area = blocks.reduce((sum, block) => sum + (block.width + card.gapX) * (block.height + blockGap), 0);
  const width = Math.max(Math.sqrt(area * aspect), ...blocks.map((block) => block.width));
  const points = new Map<string, Point>();
  let [x, y, shelf, right] = [0, 0, 0, 0];
  for (const block of blocks.toSorted((left, right) => right.height - left.height)) {
    if (x > 0 && x + block.width > width) {
      y += shelf + blockGap;
      [x, shelf] = [0, 0];
    }
    for (const [key, point] of block.points) points.set(key, { x: point.x + x, y: point.y + y });
    right = Math.max(right, x + block.width);
    x += Math.ceil(block.width / step) * step;
    shelf = Math.max(shelf, block.height);
  }
  return { points, width: right, height: y + shelf };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
