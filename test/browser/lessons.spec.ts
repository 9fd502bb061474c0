import { courseOf, LessonDriver } from "./lessonDriver.ts";
import { long } from "./long.ts";
import { expect, test } from "./stillroom.ts";

/** How many of the first course's lessons are played where not all are. */
const shortly = { typescript: 3, python: 2 } as const;

for (const language of ["typescript", "python"] as const) {
  test(`the first course in ${language}, by doing what the text says`, async ({ stillroom, page }) => {
    test.setTimeout(900_000);
    const course = courseOf("migrations-from-zero");
    const driver = new LessonDriver(stillroom);
    await page.goto(`/#course/${course.id}/${language}`);
    await page.getByRole("button", { name: "Begin" }).click();
    const all = course.lessons.map(({ id, lesson, python }) => ({
      id,
      lesson: language === "python" ? python : lesson,
    }));
    const played = long ? all : all.slice(0, shortly[language]);
    for (const [index, { id, lesson }] of played.entries()) {
      if (lesson === undefined) throw new Error(`${id} is not in ${language}`);
      await test.step(id, async () => {
        await driver.begun(lesson);
        if (index === 0) await stillroom.playInstantly();
        await driver.play(lesson, "text");
      });
      const following = all[index + 1];
      const end = driver.pane.getByRole("region", { name: "The lesson is done" });
      await end
        .getByRole("button", {
          name: following === undefined ? "All lessons" : `Next lesson: ${following.lesson?.title ?? ""}`,
        })
        .click();
    }
    if (!long) return;
    await expect(page.getByRole("heading", { name: course.title })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: /done/ })).toHaveCount(course.lessons.length);
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

for (const [courseId, lessonIds] of Object.entries(chosen).flatMap(([id, ids]) => [
  [id, ids] as const,
  [`${id}/python`, ids] as const,
])) {
  test(`lessons of ${courseId}, by doing what the text says`, { tag: "@long" }, async ({ stillroom, page }) => {
    test.setTimeout(300_000);
    const [id = "", language] = courseId.split("/");
    const { lessons, title } = courseOf(id);
    const driver = new LessonDriver(stillroom);
    for (const [index, lessonId] of lessonIds.entries()) {
      const found = lessons.find((candidate) => candidate.id === lessonId);
      const lesson = language === "python" ? found?.python : found?.lesson;
      if (lesson === undefined) throw new Error(`there is no lesson ${lessonId}`);
      await test.step(lessonId, async () => {
        if (index === 0) await page.goto(`/#course/${courseId}`);
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
