import { expect, test } from "./stillroom.ts";
import { violations } from "./violations.ts";

test.beforeEach(() => test.setTimeout(180_000));

const lesson = "#lesson/migrations-from-zero/second-revision";

test("a lesson is presented with one key, caught up to a step, and counted", async ({ stillroom, page }) => {
  await page.goto(`/${lesson}/2`);
  const pane = page.getByRole("region", { name: "Lesson", exact: true });
  await stillroom.ready();
  await expect(pane.getByRole("heading", { name: "2. Up and down" })).toBeVisible();
  await expect(stillroom.history).toContainText("add content column");
  await pane.getByRole("button", { name: "A hint" }).click();
  await pane.getByRole("button", { name: "Show the solution" }).click();
  expect(await violations(page)).toEqual([]);

  await stillroom.playInstantly();
  await pane.getByRole("button", { name: "Your copy" }).click();
  await page.getByRole("menuitem", { name: /^Present/ }).click();
  const foot = page.getByRole("contentinfo");
  await expect(foot).toContainText("Step 2 of 3: Up and down");
  await expect(foot).toContainText("Next: change alembic/versions/*_add_content_column.ts");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(foot).toContainText("✓ done");
  await page.keyboard.press("PageDown");
  await expect(foot).toContainText("Next: type alembic upgrade head");
  await page.keyboard.press("PageDown");
  await expect(foot).toContainText("✓ done");
  await foot.getByRole("heading").click();
  await page.keyboard.press("2");
  await expect(page.getByRole("region", { name: "Text of the step" })).toContainText("Only the new step ran");
  await page.keyboard.press("Escape");
  await expect(pane.getByRole("heading", { name: "3. Take it" })).toBeVisible();

  // The step before the one that was caught up to is open still, and the way there leads back.
  await expect(pane.getByRole("region", { name: "The last step is done" })).toContainText("Step 1 is still open.");
  await expect(pane.getByRole("button", { name: /^Next lesson: downgrade/ })).toBeVisible();
  await stillroom.run("reset");
  await expect(pane.getByRole("heading", { name: "1. Another link of the chain" })).toBeVisible();
  await expect(pane.getByRole("list", { name: "What this step waits for" })).toBeVisible({ timeout: 60_000 });
  expect(await stillroom.run("undo")).toContain("nothing has been changed by a command yet");
});

test(
  "progress becomes a code, the codes of a room a table, and the course a handout",
  { tag: "@long" },
  async ({ page }) => {
    const key = "migrations-from-zero/second-revision";
    const solved = { version: "0", solved: [true, true, true], helped: [false, true, false] };
    await page.goto("/#course/migrations-from-zero");
    await page.evaluate(
      ([name, value]) => localStorage.setItem("stillroom.progress.1", JSON.stringify({ [name as string]: value })),
      [key, solved] as const,
    );
    await page.reload();
    await page.getByText("For a workshop").click();
    expect(await violations(page)).toEqual([]);
    const code = await page.locator(".progress-code output").innerText();
    const wrong = code.slice(0, -1) + (code.endsWith("A") ? "B" : "A");

    await page.getByRole("button", { name: "Table of progress" }).click();
    await page.getByLabel("Names and codes, one a line").fill(`Ada: ${code}\nGrace: ${wrong}`);
    await expect(page.getByRole("row", { name: /^Ada/ })).toContainText(/3 of \d+/);
    await expect(page.getByRole("row", { name: /^Grace/ })).toContainText("mistyped or was changed");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Copy for a spreadsheet" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Name\t.*\nAda\t.*\t3\t1\nGrace\t/);

    await page.getByRole("button", { name: "To the course" }).click();
    await page.getByText("For a workshop").click();
    await page.getByRole("button", { name: "Handout to print" }).click();
    await expect(page.getByRole("region", { name: "A second revision adds a column" })).toContainText("Up and down");
    await expect(page.locator(".handout-aside").filter({ hasText: "Solution" })).toHaveCount(0);
    await page.getByLabel("with solutions").check();
    await expect(page.locator(".handout-aside").filter({ hasText: "Solution" })).not.toHaveCount(0);
    expect(await violations(page, ".handout-lesson:first-of-type")).toEqual([]);
  },
);

test(
  "the pane of an author has no barriers, and a damaged link says so",
  { tag: "@long" },
  async ({ stillroom, page }) => {
    await stillroom.open();
    await stillroom.playInstantly();
    await page.getByRole("button", { name: /^Workspace: / }).click();
    await page.getByRole("menuitem", { name: /^Make a lesson of this/ }).click();
    const author = page.getByRole("region", { name: "Author" });
    await author.getByRole("button", { name: "Record it by doing it" }).click();
    await stillroom.run("alembic upgrade +1");
    await author.getByRole("button", { name: "Stop recording" }).click();
    await author.getByRole("button", { name: "Take the likely ones" }).click();
    await author.getByRole("button", { name: "Preview of Hint" }).click();
    expect(await violations(page)).toEqual([]);
    await page.goto("about:blank");
    await page.goto("/#lessons");
    await page.getByRole("button", { name: "Make a course of them" }).click();
    await expect(page.getByRole("region", { name: "Course A course of your own" })).toContainText("1. Blog");
    expect(await violations(page)).toEqual([]);
    await page.goto("about:blank");
    await page.goto("/#l1/dZJdT");
    await expect(page.getByRole("alert")).toContainText("damaged or cut off");
  },
);
