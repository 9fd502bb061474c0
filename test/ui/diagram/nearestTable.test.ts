import { expect, it } from "vitest";
import { firstTable, nearestTable } from "../../../src/ui/diagram/geometry/nearestTable.ts";

const cardAt = (x: number, y: number) => ({ x, y, width: 240, height: 112 });
const cards = new Map([
  ["middle", cardAt(296, 144)],
  ["left", cardAt(0, 144)],
  ["right", cardAt(592, 100)],
  ["far", cardAt(888, 144)],
  ["above", cardAt(296, 0)],
  ["corner", cardAt(592, 400)],
]);

it("goes to the next card in a direction", () => {
  expect(nearestTable(cards, "middle", "left")).toBe("left");
  expect(nearestTable(cards, "middle", "right")).toBe("right");
  expect(nearestTable(cards, "middle", "up")).toBe("above");
  expect(nearestTable(cards, "middle", "down")).toBe("corner");
  expect(nearestTable(cards, "left", "left")).toBeNull();
  expect(nearestTable(cards, "gone", "left")).toBeNull();
});

it("begins at the top", () => {
  expect(firstTable(cards)).toBe("above");
  expect(firstTable(new Map())).toBeNull();
});
