import { courseOf, LessonDriver } from "./lessonDriver.ts";
import { long } from "./long.ts";
import { expect, test } from "./stillroom.ts";

test("the first course, by doing what the text says", async ({ stillroom, page }) => {
  test.setTimeout(600_000);
  const course = courseOf("migrations-from-zero");
  const driver = new LessonDriver(stillroom);
  await page.goto(`/#course/${course.id}`);
  await page.getByRole("button", { name: "Begin" }).click();
  const played = long ? course.lessons : course.lessons.slice(0, 4);
  for (const [index, { id, lesson }] of played.entries()) {
    await test.step(id, async () => {
      await driver.begun(lesson);
      if (index === 0) await stillroom.playInstantly();
      await driver.play(lesson, "text");
    });
    const following = course.lessons[index + 1];
    const end = driver.pane.getByRole("region", { name: "The lesson is done" });
    await end.getByRole("button", { name: following === undefined ? "All lessons" : /^Next lesson/ }).click();
  }
  if (!long) return;
  await expect(page.getByRole("heading", { name: course.title })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /done/ })).toHaveCount(course.lessons.length);
});

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

for (const [courseId, lessonIds] of Object.entries(chosen)) {
  test(`lessons of ${courseId}, by doing what the text says`, { tag: "@long" }, async ({ stillroom, page }) => {
    test.setTimeout(300_000);
    const { lessons, title } = courseOf(courseId);
    const played = long ? lessonIds : lessonIds.slice(1, 2);
    const driver = new LessonDriver(stillroom);
    for (const [index, lessonId] of played.entries()) {
      const found = lessons.find(({ id }) => id === lessonId);
      if (found === undefined) throw new Error(`there is no lesson ${lessonId}`);
      await test.step(lessonId, async () => {
        if (index === 0) await page.goto(`/#course/${courseId}`);
        await page.getByRole("listitem").filter({ hasText: found.lesson.title }).getByRole("button").click();
        await driver.begun(found.lesson);
        if (index === 0) await stillroom.playInstantly();
        await driver.play(found.lesson, "text");
        await driver.pane.getByRole("button", { name: "All lessons" }).click();
        await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
      });
    }
    await expect(page.getByRole("listitem").filter({ hasText: /done/ })).toHaveCount(played.length);
  });
}
