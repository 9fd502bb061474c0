import { expect, it } from "vitest";
import { fitCode, fitName, fitRow } from "../../../src/ui/diagram/geometry/fitText.ts";

it("leaves a text that fits", () => {
  expect(fitCode("owner_id", 60, 12)).toBe("owner_id");
  expect(fitName("posts", 100, 13)).toBe("posts");
  expect(fitRow("created_at", "timestamptz", 190, 12)).toEqual({ name: "created_at", type: "timestamptz" });
});

it("cuts with an ellipsis", () => {
  expect(fitCode("owner_id", 50, 12)).toBe("owner…");
  expect(fitName("customer_addresses", 80, 13)).toBe("customer_…");
});

it("cuts the type before the name, down to eight letters", () => {
  expect(fitRow("discontinued_at", "double precision", 190, 12)).toEqual({
    name: "discontinued_at",
    type: "double pr…",
  });
  expect(fitRow("a_very_long_name_of_a_column", "double precision", 190, 12)).toEqual({
    name: "a_very_long_name…",
    type: "double …",
  });
});

it("counts characters, not code units", () => {
  expect(fitCode("😀😀😀😀", 22, 12)).toBe("😀😀…");
});
