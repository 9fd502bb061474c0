import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readCourses } from "../../scripts/vite/readCourses.ts";
import { suggestChecks } from "../../src/lessons/authoring/suggestChecks.ts";
import type { LessonSnapshot } from "../../src/lessons/checks/lessonSnapshot.ts";
import { evaluateChecks } from "../../src/lessons/checks/evaluateChecks.ts";
import { checkSchema } from "../../src/lessons/format/condition.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { LessonBench } from "./lessonBench.ts";
import * as v from "valibot";

const { courses } = readCourses(fileURLToPath(new URL("../..", import.meta.url)));
const chosen = ["second-revision", "autogenerate", "downgrade"];

for (const { id, lesson } of courses.flatMap((course) => course.lessons)) {
  if (!chosen.includes(id)) continue;
  it(`every step of ${id} is told from its start by what is suggested`, async () => {
    const bench = new LessonBench(await openTestDatabase(), lesson, "typescript");
    for (const [index, { title, solution }] of lesson.steps.entries()) {
      await bench.begin(index);
      const before = await bench.snapshot([]);
      await bench.do(...solution);
      const after = await bench.snapshot([]);
      const suggestions = suggestChecks(before, after);
      const checks = suggestions.map(({ check }) => v.parse(checkSchema, check));
      const unmet = (snapshot: typeof after) =>
        evaluateChecks(checks, snapshot)
          .filter(({ met }) => !met)
          .map(({ says }) => says);
      expect(unmet(after), title).toEqual([]);
      expect(unmet(before), title).toEqual(checks.map(({ says }) => says));
      const told = suggestions.length > 0 || solution.every(({ kind }) => kind === "open" || kind === "sql");
      expect(told, title).toBe(true);
    }
  }, 120_000);
}

it("suggests no check that a lesson cannot hold", () => {
  const before: LessonSnapshot = {
    files: {},
    revisions: [],
    database: { tables: [], rowCounts: {}, heads: [] },
    models: null,
    drift: { changes: [], unavailable: null },
    commands: [],
    opened: [],
    answers: new Map(),
  };
  const ran = (text: string) => ({ kind: "line", text, succeeded: true, output: "" }) as const;
  const long = `psql -c "SELECT '${"x".repeat(300)}'"`;
  const checks = suggestChecks(before, { ...before, commands: [ran("alembic current"), ran(long)] });
  expect(checks.map(({ check }) => check.says)).toEqual(["`alembic current` has been used"]);
});
