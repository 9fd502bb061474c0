import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EditError } from "../../src/lessons/actions/applyEdit.ts";
import type { Action } from "../../src/lessons/format/action.ts";
import type { CourseLesson, Lesson } from "../../src/lessons/format/lesson.ts";
import { parseCases } from "../../src/lessons/format/parseCases.ts";
import { readCourses } from "../../scripts/vite/readCourses.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { isSolved, LessonBench } from "./lessonBench.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * For every lesson and step of a course: the start does not pass, the solution passes, the solution with any one command or edit left
 * out does not, and every near miss is told to somebody who makes that mistake.
 */
export function checkCourse(courseId: string): void {
  const course = readCourses(root).courses.find(({ id }) => id === courseId);
  if (course === undefined) throw new Error(`there is no course ${courseId}`);
  for (const { id, lesson } of course.lessons) {
    describe(id, () => {
      for (const [index, { title }] of lesson.steps.entries())
        it(`${index + 1}. ${title}`, () => checkStep(lesson, index), 120_000);
      it("tells each near miss", () => checkNearMisses(courseId, { id, lesson }), 120_000);
    });
  }
}

async function checkStep(lesson: Lesson, index: number): Promise<void> {
  const bench = new LessonBench(await openTestDatabase(), lesson);
  const step = lesson.steps[index];
  if (step === undefined) throw new Error("there is no such step");
  await bench.begin(index);
  expect(isSolved(await bench.evaluate(step)), "the start does not pass").toBe(false);
  expect(step.solution.length, "there is something to do").toBeGreaterThan(0);
  await bench.do(...step.solution);
  expect(await bench.evaluate(step), "the solution passes").toEqual(
    step.checks.map(({ says }) => ({ says, met: true, nearMiss: null })),
  );
  for (const left of step.solution) {
    if (step.solution.length === 1) continue;
    await bench.begin(index);
    const fits = await tried(
      bench,
      step.solution.filter((action) => action !== left),
    );
    if (fits) expect(isSolved(await bench.evaluate(step)), `does not pass without ${JSON.stringify(left)}`).toBe(false);
  }
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

async function checkNearMisses(courseId: string, { id, lesson }: CourseLesson): Promise<void> {
  const authored = lesson.steps.flatMap(({ checks }, index) =>
    checks.flatMap(({ near }) => (near ?? []).map(({ says }) => ({ step: index + 1, says }))),
  );
  const cases = readCases(courseId, id);
  for (const wanted of authored)
    expect(
      cases.map(({ step, says }) => ({ step, says })),
      "has a case that triggers it",
    ).toContainEqual(wanted);
  const bench = new LessonBench(await openTestDatabase(), lesson);
  for (const { step: number, does, says } of cases) {
    const step = lesson.steps[number - 1];
    if (step === undefined) throw new Error(`there is no step ${number}`);
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

function readCases(courseId: string, lessonId: string) {
  const course = new RegExp(String.raw`^\d+-${courseId}$`);
  const lesson = new RegExp(String.raw`^\d+-${lessonId}$`);
  const { sources } = readCourses(root);
  const path = sources.find((source) => {
    const [folder = "", inside = "", name = ""] = source.slice(join(root, "lessons/").length).split("/");
    return course.test(folder) && lesson.test(inside) && name === "cases.yaml";
  });
  return path === undefined || !existsSync(path) ? [] : parseCases(path, readFileSync(path, "utf8"));
}
