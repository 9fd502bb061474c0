import { expect, it } from "vitest";
import { paintScale } from "../../../src/ui/diagram/export/paintScale.ts";

it("paints twice the size, or as large as a canvas can be", () => {
  expect(paintScale({ width: 1000, height: 800 })).toBe(2);
  expect(paintScale({ width: 32_000, height: 100 })).toBe(0.5);
  expect(paintScale({ width: 16_000, height: 16_000 })).toBe(0.5);
});
