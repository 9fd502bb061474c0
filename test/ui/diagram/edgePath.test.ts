import { expect, it } from "vitest";
import {
  curveCount,
  mixPaths,
  pathBounds,
  pathEnd,
  pathStart,
  pathText,
  pointOn,
  softCurve,
  splitTo,
  straight,
} from "../../../src/ui/diagram/geometry/edgePath.ts";

const step = [0, 0, ...softCurve({ x: 0, y: 0 }, { x: 100, y: 60 })];

it("writes a line for SVG", () => {
  expect(pathText(step)).toBe("M0 0C50 0 50 60 100 60");
  expect(pathText([0.26, 0, ...straight({ x: 0, y: 0 }, { x: 10, y: 0 })])).toBe("M0.3 0C3.3 0 6.7 0 10 0");
  expect(pathText([3.4, 0, 10, 0, 10, 0, 10, 0], 4)).toBe("M4 0C12 0 12 0 12 0");
});

it("knows ends, middle and bounds", () => {
  expect(pathStart(step)).toEqual({ x: 0, y: 0 });
  expect(pathEnd(step)).toEqual({ x: 100, y: 60 });
  expect(pointOn(step, 0.5)).toEqual({ x: 50, y: 30 });
  expect(pathBounds(step)).toEqual({ x: 0, y: 0, width: 100, height: 60 });
});

it("is the same line in more curves", () => {
  const split = splitTo(step, 4);
  expect(curveCount(split)).toBe(4);
  expect(pathStart(split)).toEqual(pathStart(step));
  expect(pathEnd(split)).toEqual(pathEnd(step));
  expect(pointOn(split, 0.5)).toEqual(pointOn(step, 0.5));
  expect(splitTo(step, 1)).toBe(step);
});

it("mixes lines point by point", () => {
  expect(mixPaths([0, 0, 0, 0, 0, 0, 0, 0], [8, 4, 0, 0, 0, 0, 16, 8], 0.25)).toEqual([2, 1, 0, 0, 0, 0, 4, 2]);
});
