import type { Rect } from "./rect.ts";

export type Direction = "left" | "right" | "up" | "down";

/** The key of the card that one reaches first in a direction; null where there is none. */
export function nearestTable(cards: ReadonlyMap<string, Rect>, from: string, direction: Direction): string | null {
  const start = cards.get(from);
  if (start === undefined) return null;
  let best: { readonly key: string; readonly cost: number } | null = null;
  for (const [key, rect] of cards) {
    if (key === from) continue;
    const { ahead, aside } = way(start, rect, direction);
    if (ahead <= 0) continue;
    const cost = ahead + aside * 2;
    if (best === null || cost < best.cost) best = { key, cost };
  }
  return best?.key ?? null;
}

function way(from: Rect, to: Rect, direction: Direction): { readonly ahead: number; readonly aside: number } {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y - from.y;
  switch (direction) {
    case "left":
      return { ahead: -dx, aside: apart(from.y, from.height, to.y, to.height) + Math.abs(dy) * 0.05 };
    case "right":
      return { ahead: dx, aside: apart(from.y, from.height, to.y, to.height) + Math.abs(dy) * 0.05 };
    case "up":
      return { ahead: -dy, aside: apart(from.x, from.width, to.x, to.width) };
    case "down":
      return { ahead: dy, aside: apart(from.x, from.width, to.x, to.width) };
  }
}

/** The gap between two stretches; 0 where they overlap. */
function apart(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.max(0, otherStart - (start + length), start - (otherStart + otherLength));
}

/** The card where reading begins: the highest one, of those the leftmost. */
export function firstTable(cards: ReadonlyMap<string, Rect>): string | null {
  let best: readonly [string, Rect] | null = null;
  for (const entry of cards) {
    const rect = entry[1];
    if (best === null || rect.y < best[1].y || (rect.y === best[1].y && rect.x < best[1].x)) best = entry;
  }
  return best?.[0] ?? null;
}
