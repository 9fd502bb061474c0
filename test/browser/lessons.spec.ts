import { courseOf, LessonDriver } from "./lessonDriver.ts";
import { expect, test } from "./stillroom.ts";

test("the first course from beginning to end, by doing what the text says", async ({ stillroom, page }) => {
  test.setTimeout(600_000);
  const course = courseOf("migrations-from-zero");
  const driver = new LessonDriver(stillroom);
  await page.goto(`/#course/${course.id}`);
  await page.getByRole("button", { name: "Begin" }).click();
  for (const [index, { id, lesson }] of course.lessons.entries()) {
    await test.step(id, async () => {
      await driver.begun(lesson);
      if (index === 0) await stillroom.playInstantly();
      await driver.play(lesson, "text");
    });
    const following = course.lessons[index + 1];
    const end = driver.pane.getByRole("region", { name: "The lesson is done" });
    await end.getByRole("button", { name: following === undefined ? "All lessons" : /^Next lesson/ }).click();
  }
  await expect(page.getByRole("heading", { name: course.title })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /done/ })).toHaveCount(course.lessons.length);
});
