import { describe, expect, it } from "vitest";
import { overlaps, type Point } from "../../../src/ui/diagram/geometry/rect.ts";
import type { LayoutBox, LayoutLink } from "../../../src/ui/diagram/geometry/layoutBox.ts";
import { layoutTables, type KnownPlaces } from "../../../src/ui/diagram/geometry/layoutTables.ts";

const nothing: KnownPlaces = { standing: new Map(), remembered: new Map() };
const box = (key: string, height = 112): LayoutBox => ({ key, width: 240, height });
const link = (from: string, to: string): LayoutLink => ({ from, to });

function standing(places: ReadonlyMap<string, Point>): KnownPlaces {
  return { standing: places, remembered: places };
}

function plain(places: ReadonlyMap<string, Point>): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries([...places].map(([key, { x, y }]) => [key, [x, y]]));
}

function collisions(boxes: readonly LayoutBox[], places: ReadonlyMap<string, Point>): readonly string[] {
  const rects = boxes.map((one) => ({ ...one, ...(places.get(one.key) ?? { x: 0, y: 0 }) }));
  return rects.flatMap((one, index) =>
    rects.slice(index + 1).flatMap((other) => (overlaps(one, other) ? [`${one.key} ${other.key}`] : [])),
  );
}

/** Many tables that refer to earlier ones, always the same. */
function manyTables(count: number): { readonly boxes: LayoutBox[]; readonly links: LayoutLink[] } {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const boxes = Array.from({ length: count }, (_, index) =>
    box(`t${String(index).padStart(3, "0")}`, 112 + 24 * next(12)),
  );
  const links = boxes.flatMap((one, index) =>
    index === 0 || next(4) === 0 ? [] : [link(one.key, boxes[next(index)]?.key ?? "")],
  );
  return { boxes, links };
}

describe("the first layout", () => {
  it("of nothing is nothing", () => {
    expect(plain(layoutTables([], [], nothing))).toEqual({});
  });

  it("puts the referring table left of the referred one, at its height", () => {
    expect(plain(layoutTables([box("users"), box("posts")], [link("posts", "users")], nothing))).toEqual({
      posts: [0, 0],
      users: [296, 0],
    });
  });

  it("reads from left to right through a chain", () => {
    const chain = [link("votes", "posts"), link("posts", "users"), link("votes", "users")];
    expect(plain(layoutTables([box("posts"), box("users"), box("votes")], chain, nothing))).toEqual({
      votes: [0, 0],
      posts: [296, 0],
      users: [592, 0],
    });
  });

  it("survives circles and tables that refer to themselves", () => {
    const links = [link("a", "b"), link("b", "a"), link("a", "a")];
    expect(plain(layoutTables([box("a"), box("b")], links, nothing))).toEqual({ a: [0, 0], b: [296, 0] });
  });

  it("puts tables without foreign keys into a grid", () => {
    const alone = ["a", "b", "c", "d"].map((key) => box(key));
    expect(plain(layoutTables(alone, [], nothing))).toEqual({ a: [0, 0], b: [296, 0], c: [0, 144], d: [296, 144] });
  });

  it("is the same in whatever order the tables come", () => {
    const { boxes, links } = manyTables(60);
    expect(plain(layoutTables(boxes.toReversed(), links.toReversed(), nothing))).toEqual(
      plain(layoutTables(boxes, links, nothing)),
    );
  });

  it("of 300 tables has no two at one place and is quick", () => {
    const { boxes, links } = manyTables(300);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      layoutTables(boxes, links, nothing);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(150);
    const places = layoutTables(boxes, links, nothing);
    expect(collisions(boxes, places)).toEqual([]);
  });
});

describe("a new table", () => {
  const posts = new Map([["posts", { x: 0, y: 0 }]]);

  it("leaves those that stand where they are", () => {
    const { boxes, links } = manyTables(40);
    const before = layoutTables(boxes.slice(0, 39), links, nothing);
    const after = layoutTables(boxes, links, standing(before));
    for (const [key, place] of before) expect(after.get(key)).toEqual(place);
    expect(collisions(boxes, after)).toEqual([]);
  });

  it("goes left of what it refers to", () => {
    const places = layoutTables([box("posts"), box("votes")], [link("votes", "posts")], standing(posts));
    expect(plain(places)["votes"]).toEqual([-296, 0]);
  });

  it("goes right of what refers to it", () => {
    const places = layoutTables([box("posts"), box("users")], [link("posts", "users")], standing(posts));
    expect(plain(places)["users"]).toEqual([296, 0]);
  });

  it("goes below another one that stands there", () => {
    const taken = new Map([...posts, ["votes", { x: -296, y: 0 }] as const]);
    const boxes = [box("posts"), box("votes"), box("likes")];
    expect(plain(layoutTables(boxes, [link("likes", "posts")], standing(taken)))["likes"]).toEqual([-296, 144]);
  });

  it("that belongs to nobody starts a second column before a second row", () => {
    expect(plain(layoutTables([box("posts"), box("tags")], [], standing(posts)))["tags"]).toEqual([296, 0]);
  });

  it("comes back to where it once stood", () => {
    const remembered = new Map([["votes", { x: 900, y: 400 }]]);
    const known = { standing: posts, remembered };
    expect(plain(layoutTables([box("posts"), box("votes")], [], known))["votes"]).toEqual([900, 400]);
  });

  it("finds another place where its own was taken meanwhile", () => {
    const known = { standing: posts, remembered: new Map([["votes", { x: 20, y: 20 }]]) };
    expect(plain(layoutTables([box("posts"), box("votes")], [], known))["votes"]).toEqual([296, 0]);
  });

  it("in a crowd of new ones is laid out with them beside the old ones", () => {
    const { boxes, links } = manyTables(60);
    const places = layoutTables([box("posts"), ...boxes], links, standing(posts));
    expect(places.get("posts")).toEqual({ x: 0, y: 0 });
    expect(collisions([box("posts"), ...boxes], places)).toEqual([]);
  });
});
