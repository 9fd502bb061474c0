import { lessonLanguages } from "../../src/lessons/format/lessonLanguage.ts";
import { courseOf, LessonDriver } from "./lessonDriver.ts";
import { long } from "./long.ts";
import { expect, test } from "./stillroom.ts";

/** How many of the first course's lessons are played where not all are. */
const shortly = { typescript: 4, python: 2 } as const;

for (const language of lessonLanguages) {
  test(`the first course in ${language}, by doing what the text says`, async ({ stillroom, page }) => {
    test.setTimeout(900_000);
    const { title, lessons } = courseOf("migrations-from-zero", language);
    const driver = new LessonDriver(stillroom);
    await page.goto(`/#course/migrations-from-zero/${language}`);
    await page.getByRole("button", { name: "Begin" }).click();
    const played = long ? lessons : lessons.slice(0, shortly[language]);
    for (const [index, { id, lesson }] of played.entries()) {
      await test.step(id, async () => {
        await driver.begun(lesson);
        if (index === 0) await stillroom.playInstantly();
        await driver.play(lesson, "text");
      });
      const following = lessons[index + 1];
      const end = driver.pane.getByRole("region", { name: "The lesson is done" });
      const name = following === undefined ? "All lessons" : `Next lesson: ${following.lesson.title}`;
      await end.getByRole("button", { name }).click();
    }
    if (!long) return;
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: /done/ })).toHaveCount(lessons.length);
  });
}

const chosen: Readonly<Record<string, readonly string[]>> = {
  "twenty-mistakes": [
    "models-that-nobody-imports",
    "multiple-heads",
    "contains-null-values",
    "a-stamp-that-lies",
    "an-error-that-was-swallowed",
  ],
  "at-work": [
    "two-branches-and-a-merge",
    "not-null-on-a-table-with-rows",
    "a-lock-that-stops-the-site",
    "offline-sql",
    "two-databases",
  ],
};

for (const language of lessonLanguages)
  for (const [courseId, lessonIds] of Object.entries(chosen)) {
    const name = `lessons of ${courseId} in ${language}, by doing what the text says`;
    test(name, { tag: "@long" }, async ({ stillroom, page }) => {
      test.setTimeout(300_000);
      const { lessons, title } = courseOf(courseId, language);
      const driver = new LessonDriver(stillroom);
      for (const [index, lessonId] of lessonIds.entries()) {
        const lesson = lessons.find(({ id }) => id === lessonId)?.lesson;
        if (lesson === undefined) throw new Error(`there is no lesson ${lessonId}`);
        await test.step(lessonId, async () => {
          if (index === 0) await page.goto(`/#course/${courseId}/${language}`);
          await page.getByRole("listitem").filter({ hasText: lesson.title }).getByRole("button").click();
          await driver.begun(lesson);
          if (index === 0) await stillroom.playInstantly();
          await driver.play(lesson, "text");
          await driver.pane.getByRole("button", { name: "All lessons" }).click();
          await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
        });
      }
      await expect(page.getByRole("listitem").filter({ hasText: /done/ })).toHaveCount(lessonIds.length);
    });
  }
