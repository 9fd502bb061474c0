import { expect, it } from "vitest";
import { isotonic } from "../../../src/ui/diagram/geometry/isotonic.ts";

it("keeps what rises and levels what falls", () => {
  expect(isotonic([])).toEqual([]);
  expect(isotonic([1, 2, 2, 5])).toEqual([1, 2, 2, 5]);
  expect(isotonic([3, 1])).toEqual([2, 2]);
  expect(isotonic([1, 5, 4, 3, 9])).toEqual([1, 4, 4, 4, 9]);
  expect(isotonic([4, 3, 2])).toEqual([3, 3, 3]);
});
