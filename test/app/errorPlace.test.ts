import { expect, it } from "vitest";
import { errorPlace } from "../../src/ui/data/errorPlace.ts";

it("points below the character, counted as PostgreSQL counts", () => {
  expect(errorPlace("SELECT 1;\nSELECT nope;", 18)).toEqual({ line: 2, text: "SELECT nope;", caret: "       ^" });
  expect(errorPlace("SELECT '😀', nope", 13)).toEqual({ line: 1, text: "SELECT '😀', nope", caret: "            ^" });
  expect(errorPlace("SELECT 1", undefined)).toBeNull();
});
