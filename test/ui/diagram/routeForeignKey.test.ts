import { describe, expect, it } from "vitest";
import { pathText, pointOn } from "../../../src/ui/diagram/geometry/edgePath.ts";
import type { Rect } from "../../../src/ui/diagram/geometry/rect.ts";
import { Lanes } from "../../../src/ui/diagram/geometry/lanes.ts";
import { routeForeignKey, type Route } from "../../../src/ui/diagram/geometry/routeForeignKey.ts";

const cardAt = (x: number, y: number, height = 112): Rect => ({ x, y, width: 240, height });

function touches({ path }: Route, rect: Rect): boolean {
  return Array.from({ length: 201 }, (_, index) => pointOn(path, index / 200)).some(
    ({ x, y }) => x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height,
  );
}

describe("a foreign key", () => {
  const posts = cardAt(0, 0);
  const users = cardAt(296, 0);

  it("leaves on the side that faces the other table", () => {
    const route = routeForeignKey({ card: posts, y: 94 }, { card: users, y: 46 }, [posts, users]);
    expect(route).toMatchObject({ fromSide: 1, toSide: -1 });
    expect(pathText(route.path)).toBe("M240 94C268 94 268 46 296 46");
  });

  it("is a mirror image where the tables have changed sides", () => {
    const route = routeForeignKey({ card: users, y: 94 }, { card: posts, y: 46 }, [posts, users]);
    expect(route).toMatchObject({ fromSide: -1, toSide: 1 });
    expect(pathText(route.path)).toBe("M296 94C268 94 268 46 240 46");
  });

  it("to the own table is a loop", () => {
    const route = routeForeignKey({ card: posts, y: 94 }, { card: posts, y: 46 }, [posts]);
    expect(route).toMatchObject({ fromSide: 1, toSide: 1 });
    expect(pathText(route.path)).toBe("M240 94C266 94 266 46 240 46");
  });

  it("to a table above or below goes around on the free side", () => {
    const below = cardAt(0, 200);
    const beside = cardAt(250, 60, 300);
    const free = routeForeignKey({ card: posts, y: 46 }, { card: below, y: 246 }, [posts, below]);
    expect(free).toMatchObject({ fromSide: 1, toSide: 1 });
    const blocked = routeForeignKey({ card: posts, y: 46 }, { card: below, y: 246 }, [posts, below, beside]);
    expect(blocked).toMatchObject({ fromSide: -1, toSide: -1 });
  });
});

describe("around the cards between", () => {
  const from = cardAt(0, 0);
  const to = cardAt(592, 0);

  it("takes the gap that costs the least way", () => {
    const between = cardAt(296, 20);
    const route = routeForeignKey({ card: from, y: 46 }, { card: to, y: 46 }, [from, between, to]);
    expect(touches(route, between)).toBe(false);
    expect(pointOn(route.path, 0.5).y).toBe(10);
  });

  it("passes between two cards of a column", () => {
    const column = [cardAt(296, -120, 160), cardAt(296, 72)];
    const route = routeForeignKey({ card: from, y: 46 }, { card: to, y: 100 }, [from, ...column, to]);
    expect(column.filter((card) => touches(route, card))).toEqual([]);
    expect(pointOn(route.path, 0.5).y).toBe(50);
  });

  it("finds its way through several columns, from either side", () => {
    const far = cardAt(888, 300);
    const columns = [cardAt(296, -40, 200), cardAt(296, 192, 300), cardAt(592, 100, 400)];
    const all = [from, ...columns, far];
    const there = routeForeignKey({ card: from, y: 46 }, { card: far, y: 346 }, all);
    const back = routeForeignKey({ card: far, y: 346 }, { card: from, y: 46 }, all);
    for (const card of columns) expect([touches(there, card), touches(back, card)]).toEqual([false, false]);
  });

  it("keeps apart from a line to another place, not from one to the same", () => {
    const between = cardAt(296, 20);
    const all = [from, between, to];
    const middle = (lanes: Lanes, target: string): number =>
      pointOn(routeForeignKey({ card: from, y: 46 }, { card: to, y: 46 }, all, target, lanes).path, 0.5).y;
    const lanes = new Lanes();
    expect([middle(lanes, "a.id"), middle(lanes, "a.id"), middle(lanes, "b.id")]).toEqual([10, 10, 4]);
  });
});
