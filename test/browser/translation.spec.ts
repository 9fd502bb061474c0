import { courseOf, LessonDriver } from "./lessonDriver.ts";
import { expect, test } from "./stillroom.ts";
import { violations } from "./violations.ts";

test.use({ locale: "de-DE" });

test("who reads German reads a lesson in German, does what it says, and may choose English", async ({
  stillroom,
  page,
}) => {
  test.setTimeout(180_000);
  const german = courseOf("migrations-from-zero", "typescript", "de");
  const english = courseOf("migrations-from-zero", "typescript");
  const [first, second] = german.lessons;
  const [elsewhere] = courseOf("twenty-mistakes", "typescript", "de").lessons;
  const original = english.lessons[0];
  if (first === undefined || second === undefined || elsewhere === undefined || original === undefined)
    throw new Error("a lesson is missing");
  expect(first.lesson.title).not.toBe(original.lesson.title);
  const driver = new LessonDriver(stillroom);

  await page.goto("/#start");
  await expect(page.getByRole("radio", { name: "Deutsch" })).toBeChecked();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: german.title }).click();
  await expect(page.getByRole("heading", { name: german.title })).toHaveAttribute("lang", "de");
  await expect(page.getByText(second.lesson.title)).toHaveAttribute("lang", "de");
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Begin" }).click();
  await driver.begun(first.lesson);
  await stillroom.playInstantly();
  const [step] = first.lesson.steps;
  const checks = driver.pane.getByRole("list", { name: "What this step waits for" });
  await expect(checks).toHaveText(`not yet: ${step?.checks[0]?.says.replaceAll("`", "")}`);
  await driver.playSteps(first.lesson, "text", 1);
  await expect(checks).toContainText(`done: ${step?.checks[0]?.says.replaceAll("`", "")}`);
  await expect(driver.pane.locator(".lesson-done .prose")).toHaveAttribute("lang", "de");
  expect(await violations(page, ".lesson")).toEqual([]);

  await driver.pane.getByRole("button", { name: "Your copy" }).click();
  await page.getByRole("menuitem", { name: "Text in English" }).click();
  await expect(driver.pane.getByRole("heading", { name: `1. ${original.lesson.steps[0]?.title}` })).toBeVisible();
  await expect(checks).toContainText(`done: ${original.lesson.steps[0]?.checks[0]?.says.replaceAll("`", "")}`);
  await expect(driver.next).toBeEnabled();
  await driver.pane.getByRole("button", { name: "Your copy" }).click();
  await page.getByRole("menuitem", { name: `All lessons of ${english.title}` }).click();
  await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
  await expect(page.getByRole("listitem").filter({ hasText: original.lesson.title })).toContainText("1 of 3 steps");

  await page.goto("about:blank");
  await page.goto("/#course/migrations-from-zero/handout?text=de");
  const sheet = page.getByRole("region", { name: first.lesson.title });
  await expect(sheet.getByRole("heading", { name: step?.title ?? "" })).toHaveAttribute("lang", "de");
  await expect(sheet).toContainText(step?.checks[0]?.says.replaceAll("`", "") ?? "");
  await expect(page.getByText("/#course/migrations-from-zero/typescript?text=de")).toBeVisible();
  expect(await violations(page, ".handout-lesson:first-of-type")).toEqual([]);

  await page.goto("about:blank");
  await page.goto("/#course/twenty-mistakes?text=de");
  await expect(page.getByText(elsewhere.lesson.title)).toHaveAttribute("lang", elsewhere.textLanguage);
  await page.goto("about:blank");
  await page.goto("/#course/twenty-mistakes/handout?text=de");
  await expect(page.getByRole("region", { name: elsewhere.lesson.title }).getByRole("heading").first()).toHaveAttribute(
    "lang",
    elsewhere.textLanguage,
  );
});
