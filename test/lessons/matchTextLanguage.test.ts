import { expect, it } from "vitest";
import { matchTextLanguage } from "../../src/lessons/translation/matchTextLanguage.ts";

it.each([
  [["de-DE", "en"], "de"],
  [["de"], "de"],
  [["fr", "de-AT"], "de"],
  [["en-GB", "de"], "en"],
  [["pt-BR"], "pt-BR"],
  [["pt-PT"], "pt-BR"],
  [["PT-br"], "pt-BR"],
  [["den", "fr"], "en"],
  [[], "en"],
] as const)("who reads %j gets %s", (wanted, found) => {
  expect(matchTextLanguage(wanted, ["en", "de", "pt-BR"])).toBe(found);
});

it("the nearest kind of a language comes first", () => {
  expect(matchTextLanguage(["pt-BR"], ["en", "pt", "pt-BR"])).toBe("pt-BR");
  expect(matchTextLanguage(["pt-PT"], ["en", "pt", "pt-BR"])).toBe("pt");
});
