import { expect, it } from "vitest";
import {
  forgetFrom,
  mayGoOn,
  openSteps,
  withShown,
  withStep,
  type Sitting,
} from "../../src/lessons/sitting/sitting.ts";

const untouched = { solved: false, hintsShown: 0, helped: false, commands: 0 };
const sitting: Sitting = {
  source: { course: "a-course", lesson: "a-lesson", language: "typescript" },
  version: "0",
  lesson: {
    title: "A lesson",
    minutes: 1,
    needs: "",
    start: { files: {}, actions: [], open: "", view: "schema" },
    steps: [],
  },
  textLanguage: "en",
  step: 0,
  reached: 0,
  steps: [untouched, untouched, untouched],
  prepared: true,
  building: false,
  commands: [],
  opened: [],
  begunAt: 0,
};
const solve = (from: Sitting, index: number): Sitting => withStep(from, index, (step) => ({ ...step, solved: true }));

it("a step leads on once it is solved", () => {
  expect(mayGoOn(sitting)).toBe(false);
  expect(mayGoOn(solve(sitting, 0))).toBe(true);
});

it("who caught up to a step and looked back finds the way to it again", () => {
  const caughtUp = forgetFrom(sitting, 2);
  expect(mayGoOn(withShown(caughtUp, 1))).toBe(true);
  expect(mayGoOn(withShown(caughtUp, 0))).toBe(true);
  expect(mayGoOn(caughtUp)).toBe(false);
  expect(openSteps(solve(caughtUp, 2))).toEqual([0, 1]);
});

it("what was caught up over counts as done with help, and what was solved before does not", () => {
  expect(forgetFrom(solve(sitting, 0), 2).steps.map(({ helped }) => helped)).toEqual([false, true, false]);
});

it("a step that is begun again closes those after it", () => {
  expect(mayGoOn(forgetFrom(solve(withShown(sitting, 1), 0), 0))).toBe(false);
});
