import { expect, it } from "vitest";
import { pushApart } from "../../../src/ui/diagram/geometry/pushApart.ts";

const box = (key: string, x: number, y: number, height: number) => ({ key, x, y, width: 240, height });
const tops = (points: ReturnType<typeof pushApart>) => Object.fromEntries([...points].map(([key, { y }]) => [key, y]));

it("leaves boxes that are clear of each other", () => {
  expect(tops(pushApart([box("a", 0, 0, 100), box("b", 0, 132, 100), box("c", 296, 0, 400)], new Set()))).toEqual({
    a: 0,
    b: 132,
    c: 0,
  });
});

it("moves those below a box that grew, as far as it takes", () => {
  expect(tops(pushApart([box("a", 0, 0, 200), box("b", 0, 132, 100), box("c", 0, 264, 100)], new Set()))).toEqual({
    a: 0,
    b: 216,
    c: 332,
  });
});

it("lets a box that is held stand where the reader put it", () => {
  expect(tops(pushApart([box("a", 0, 0, 200), box("b", 0, 100, 100)], new Set(["b"])))).toEqual({ b: 100, a: 216 });
});
