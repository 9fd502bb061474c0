import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EditError } from "../../src/lessons/actions/applyEdit.ts";
import type { Action } from "../../src/lessons/format/action.ts";
import type { Lesson, Step } from "../../src/lessons/format/lesson.ts";
import { lessonIn } from "../../src/lessons/format/lessonIn.ts";
import type { LessonLanguage } from "../../src/lessons/format/lessonLanguage.ts";
import { parseCases, type NearMissCase } from "../../src/lessons/format/parseCases.ts";
import { readCourses } from "../../scripts/vite/readCourses.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { isSolved, LessonBench } from "./lessonBench.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { courses, sources } = readCourses(root);

/** Solutions do the same in both languages: where time is short, what is left out is left out in one. */
const omits = { typescript: true, python: process.env["LONG"] !== undefined } as const;

/**
 * For every lesson and step of a course: the start does not pass, the solution passes, the solution with any one command or edit left
 * out does not, and every near miss is told to somebody who makes that mistake.
 */
export function checkCourse(courseId: string, language: LessonLanguage): void {
  const course = courses.find(({ id }) => id === courseId);
  if (course === undefined) throw new Error(`there is no course ${courseId}`);
  for (const found of course.lessons) {
    const { id } = found;
    describe(id, () => {
      const { lesson: played, language: has } = lessonIn(found, language);
      if (has !== language) throw new Error(`${id} is not in ${language}`);
      const openBench = async () => new LessonBench(await openTestDatabase(), played, language);
      const walk = walkThrough(openBench, played);
      for (const [index, { title }] of played.steps.entries()) it(`${index + 1}. ${title}`, () => walk(index), 120_000);
      if (omits[language])
        it("needs everything that its solutions do", async () => checkOmissions(await openBench(), played), 120_000);
      it(
        "tells each near miss",
        async () => checkNearMisses(await openBench(), played, readCases(courseId, id, language)),
        120_000,
      );
    });
  }
}

/** Checks one step after the other: a step goes on where the one before has ended, which is faster than to begin each anew. */
function walkThrough(openBench: () => Promise<LessonBench>, lesson: Lesson): (index: number) => Promise<void> {
  let bench: LessonBench | null = null;
  let reached = -1;
  return async (index) => {
    bench ??= await openBench();
    if (index > 0 && reached === index) bench.forget();
    else await bench.begin(index);
    reached = -1;
    await checkStep(bench, stepOf(lesson, index));
    reached = index + 1;
  };
}

async function checkStep(bench: LessonBench, step: Step): Promise<void> {
  expect(isSolved(await bench.evaluate(step)), "the start does not pass").toBe(false);
  const last = step.solution.at(-1);
  if (last === undefined) throw new Error("there is nothing to do");
  if (step.solution.length > 1) {
    await bench.do(...step.solution.slice(0, -1));
    expect(isSolved(await bench.evaluate(step)), `does not pass without ${JSON.stringify(last)}`).toBe(false);
  }
  await bench.do(last);
  expect(await bench.evaluate(step), "the solution passes").toEqual(
    step.checks.map(({ says }) => ({ says, met: true, nearMiss: null })),
  );
}

/** Leaves out each action but a step's last one, which its walk-through has left out. */
async function checkOmissions(bench: LessonBench, lesson: Lesson): Promise<void> {
  for (const [index, step] of lesson.steps.entries()) {
    for (const left of step.solution.slice(0, -1)) {
      await bench.begin(index);
      const fits = await tried(
        bench,
        step.solution.filter((action) => action !== left),
      );
      if (!fits) continue;
      const without = `${step.title}: does not pass without ${JSON.stringify(left)}`;
      expect(isSolved(await bench.evaluate(step)), without).toBe(false);
    }
  }
}

function stepOf({ steps }: Lesson, index: number): Step {
  const step = steps[index];
  if (step === undefined) throw new Error(`there is no step ${index + 1}`);
  return step;
}

/** @returns false where an edit found nothing to change, because what made it was left out */
async function tried(bench: LessonBench, actions: readonly Action[]): Promise<boolean> {
  try {
    await bench.do(...actions);
    return true;
  } catch (error) {
    if (error instanceof EditError) return false;
    throw error;
  }
}

async function checkNearMisses(bench: LessonBench, lesson: Lesson, cases: readonly NearMissCase[]): Promise<void> {
  const authored = lesson.steps.flatMap(({ checks }, index) =>
    checks.flatMap(({ near }) => (near ?? []).map(({ says }) => ({ step: index + 1, says }))),
  );
  for (const wanted of authored)
    expect(
      cases.map(({ step, says }) => ({ step, says })),
      "has a case that triggers it",
    ).toContainEqual(wanted);
  for (const { step: number, does, says } of cases) {
    const step = stepOf(lesson, number - 1);
    await bench.begin(number - 1);
    await bench.do(...does);
    const results = await bench.evaluate(step);
    expect(
      results.map(({ nearMiss }) => nearMiss),
      says,
    ).toContain(says);
    expect(isSolved(results), says).toBe(false);
  }
}

function readCases(courseId: string, lessonId: string, language: LessonLanguage): readonly NearMissCase[] {
  const course = new RegExp(String.raw`^\d+-${courseId}$`);
  const lesson = new RegExp(String.raw`^\d+-${lessonId}$`);
  const path = sources.find((source) => {
    const [folder = "", inside = "", name = ""] = source.slice(join(root, "lessons/").length).split("/");
    return course.test(folder) && lesson.test(inside) && name === "cases.yaml";
  });
  return path === undefined || !existsSync(path) ? [] : parseCases(path, readFileSync(path, "utf8"), language);
}
