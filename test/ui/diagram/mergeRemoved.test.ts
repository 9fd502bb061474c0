import { expect, it } from "vitest";
import { mergeRemoved } from "../../../src/ui/diagram/model/mergeRemoved.ts";

function merged(from: string, to: string): string {
  return mergeRemoved([...from], [...to], (letter) => letter)
    .map(({ item, removed }) => (removed ? item.toUpperCase() : item))
    .join("");
}

it("puts what is gone behind what it followed", () => {
  expect(merged("abc", "abc")).toBe("abc");
  expect(merged("abcd", "ad")).toBe("aBCd");
  expect(merged("abc", "bc")).toBe("Abc");
  expect(merged("abc", "cax")).toBe("caBx");
  expect(merged("ab", "")).toBe("AB");
});
