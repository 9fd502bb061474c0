import { expect, it } from "vitest";
import { chooseTextLanguage, chosenTextLanguage } from "../../src/app/chosenTextLanguage.ts";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

it("lessons are read in the reader's own language until another is chosen, which is remembered", () => {
  const storage = memory();
  expect(chosenTextLanguage(storage, ["de-DE", "de", "en"])).toBe("de");
  expect(chosenTextLanguage(storage, ["fr"])).toBe("en");
  chooseTextLanguage(storage, "en");
  expect(chosenTextLanguage(storage, ["de-DE"])).toBe("en");
  chooseTextLanguage(storage, "de");
  expect(chosenTextLanguage(storage, ["en"])).toBe("de");
  expect(chosenTextLanguage(null, ["de"])).toBe("de");
});

it("a language that is no longer there counts for nothing", () => {
  const storage = memory();
  chooseTextLanguage(storage, "eo");
  expect(chosenTextLanguage(storage, ["de"])).toBe("de");
});
