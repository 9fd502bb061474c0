import { describe, expect, it } from "vitest";
import {
  detailAt,
  fitView,
  followView,
  reveal,
  toScreen,
  visiblePart,
  zoomAt,
} from "../../../src/ui/diagram/geometry/view.ts";

const size = { width: 624, height: 468 };
const identity = { x: 0, y: 0, zoom: 1 };

describe("fitting", () => {
  it("shows everything, smaller where it must be", () => {
    expect(fitView({ x: -100, y: 0, width: 1200, height: 400 }, size)).toEqual({ zoom: 0.5, x: 62, y: 76 });
  });

  it("never enlarges", () => {
    expect(fitView({ x: 0, y: 0, width: 200, height: 100 }, size)).toEqual({ zoom: 1, x: 212, y: 106 });
  });
});

it("zooms to the point under the pointer, within limits", () => {
  expect(zoomAt(identity, 2, { x: 100, y: 50 })).toEqual({ zoom: 2, x: -100, y: -50 });
  expect(zoomAt(identity, 100, { x: 0, y: 0 }).zoom).toBe(2);
  expect(zoomAt(identity, 0.001, { x: 0, y: 0 }).zoom).toBe(0.06);
});

it("knows what is in sight", () => {
  const view = { x: 100, y: 20, zoom: 0.5 };
  expect(toScreen(view, { x: 10, y: 10, width: 20, height: 20 })).toEqual({ x: 105, y: 25, width: 10, height: 10 });
  expect(visiblePart(view, size)).toEqual({ x: -200, y: -40, width: 1248, height: 936 });
});

it("shows less from farther away", () => {
  expect([1, 0.4, 0.39, 0.2, 0.1].map(detailAt)).toEqual(["near", "near", "far", "far", "map"]);
});

describe("revealing", () => {
  it("moves nothing that is in sight already", () => {
    expect(reveal(identity, { x: 50, y: 50, width: 100, height: 100 }, size)).toBe(identity);
  });

  it("moves as little as it can", () => {
    expect(reveal(identity, { x: 600, y: 50, width: 100, height: 100 }, size)).toEqual({ zoom: 1, x: -88, y: 0 });
    expect(reveal(identity, { x: 50, y: -300, width: 100, height: 100 }, size)).toEqual({ zoom: 1, x: 0, y: 316 });
  });
});

describe("following", () => {
  const content = { x: 0, y: 0, width: 500, height: 300 };

  it("stays where everything is in sight", () => {
    const follow = { auto: true, content, tablesChanged: true, changed: [] };
    expect(followView({ x: 30, y: 30, zoom: 1 }, size, follow)).toEqual({ x: 30, y: 30, zoom: 1 });
  });

  it("fits again where something is out of sight", () => {
    const follow = { auto: true, content: { ...content, width: 1200 }, tablesChanged: false, changed: [] };
    expect(followView(identity, size, follow)).toEqual(fitView(follow.content, size));
  });

  it("comes closer again when tables have gone", () => {
    const far = { x: 100, y: 100, zoom: 0.4 };
    expect(followView(far, size, { auto: true, content, tablesChanged: true, changed: [] }).zoom).toBe(1);
    expect(followView(far, size, { auto: true, content, tablesChanged: false, changed: [] })).toBe(far);
  });

  it("leaves a view of the reader's own, but for what changed out of sight", () => {
    const follow = { auto: false, content, tablesChanged: true };
    const here = { x: 50, y: 50, width: 100, height: 100 };
    const there = { x: 1000, y: 50, width: 100, height: 100 };
    expect(followView(identity, size, { ...follow, changed: [] })).toBe(identity);
    expect(followView(identity, size, { ...follow, changed: [here] })).toBe(identity);
    expect(followView(identity, size, { ...follow, changed: [there] })).toEqual({ zoom: 1, x: -488, y: 0 });
    expect(followView(identity, size, { ...follow, changed: [there, here] })).toBe(identity);
  });
});
