import { describe, expect, it } from "vitest";
import { cubicBezier, ease } from "../../../src/ui/diagram/motion/ease.ts";
import { phaseShares } from "../../../src/ui/diagram/motion/phases.ts";
import { Tween } from "../../../src/ui/diagram/motion/tween.ts";
import { snapped } from "../../../src/ui/diagram/motion/writeAttribute.ts";

describe("easing", () => {
  it("starts and ends where it should and never turns back", () => {
    expect([ease(-1), ease(0), ease(1), ease(2)]).toEqual([0, 0, 1, 1]);
    const values = Array.from({ length: 50 }, (_, index) => ease(index / 49));
    expect(values).toEqual(values.toSorted((left, right) => left - right));
  });

  it("is even where its handles are", () => {
    expect(cubicBezier(0.25, 0.25, 0.75, 0.75)(0.3)).toBeCloseTo(0.3);
  });
});

describe("a transition", () => {
  it("fades what leaves before the rest has moved", () => {
    expect(phaseShares(0, true)).toEqual({ leave: 0, move: 0, enter: 0 });
    expect(phaseShares(0.3, true)).toMatchObject({ move: 0, enter: 0 });
    expect(phaseShares(0.45, true).leave).toBe(1);
    expect(phaseShares(1, true)).toEqual({ leave: 1, move: 1, enter: 1 });
  });

  it("moves at once where nothing leaves", () => {
    expect(phaseShares(0.2, false).move).toBeGreaterThan(0.3);
    expect(phaseShares(0.8, false).move).toBe(1);
  });
});

it("goes on from where it is when it is aimed anew", () => {
  const tween = new Tween(0);
  tween.aim(100, "move");
  tween.advance({ leave: 1, move: 0.4, enter: 0 });
  expect(tween.value).toBe(40);
  tween.aim(0, "leave");
  tween.advance({ leave: 0.5, move: 0, enter: 0 });
  expect(tween.value).toBe(20);
  tween.advance({ leave: 1, move: 0, enter: 0 });
  expect(tween.value).toBe(0);
});

it("writes no smaller steps than the eye can tell", () => {
  expect([snapped(10.26, 0.01), snapped(10.26, 0.5), snapped(13, 4)]).toEqual(["10.26", "10.5", "12"]);
});
