import { expect, it } from "vitest";
import { readProgress, rememberProgress, type KeyValueStorage } from "../../src/lessons/progress/progress.ts";
import { beginSitting, withStep } from "../../src/lessons/sitting/sitting.ts";

const step = { title: "One", text: "", hints: [], done: "", notes: "", checks: [], solution: [] };
const lesson = {
  title: "A lesson",
  minutes: 5,
  needs: "",
  start: { files: {}, actions: [], open: "", view: "schema" },
  steps: [step, step],
} as const;

it("adds to what is remembered of other lessons, also where that cannot be read", () => {
  const known = { version: "1", solved: [true], helped: [false] };
  const items = new Map([["stillroom.progress.1", JSON.stringify({ "a/known": known, "a/newer": { stars: 3 } })]]);
  const storage: KeyValueStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
  const source = { course: "a", lesson: "mine", language: "typescript" } as const;
  const begun = beginSitting({ lesson, textLanguage: "en", original: lesson }, source, 0);
  rememberProgress(
    storage,
    withStep(begun, 1, (memory) => ({ ...memory, solved: true })),
  );
  const mine = { version: begun.version, solved: [false, true], helped: [false, false] };
  expect(readProgress(storage)).toEqual({ "a/known": known, "a/mine": mine });
  expect(JSON.parse(items.get("stillroom.progress.1") ?? "")).toHaveProperty(["a/newer"], { stars: 3 });
});
