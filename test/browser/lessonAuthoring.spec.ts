import type { Page } from "@playwright/test";
import { expect, Stillroom, test } from "./stillroom.ts";

async function makeLesson(page: Page, stillroom: Stillroom): Promise<void> {
  await page.getByRole("button", { name: /^Workspace: / }).click();
  await page.getByRole("menuitem", { name: /^Make a lesson of this/ }).click();
  const author = page.getByRole("region", { name: "Author" });
  await author.getByLabel("Title").fill("A column for subtitles");
  await author.getByLabel("Step", { exact: true }).fill("Bring the database up");
  await author
    .getByRole("textbox", { name: "What to do" })
    .fill("Everything is written.\n\n```sh\nalembic upgrade head\n```");
  await author.getByRole("button", { name: "Preview of What to do" }).click();
  await expect(author.getByRole("button", { name: "Type it: alembic upgrade head" })).toBeVisible();

  await author.getByRole("button", { name: "Record it by doing it" }).click();
  await stillroom.run("alembic upgrade head");
  await author.getByRole("button", { name: "Stop recording" }).click();
  await expect(author.getByRole("list", { name: "Recorded solution" })).toContainText("alembic upgrade head");
  await author.getByRole("button", { name: "Take the likely ones" }).click();
  await expect(author.getByRole("list", { name: "Chosen checks" })).not.toBeEmpty();

  await author.getByRole("button", { name: "Add a step" }).click();
  await author
    .getByRole("textbox", { name: "What to do" })
    .fill("Add `subtitle: Column(Text),` to `Post` in `models.ts`.");
  await author.getByRole("button", { name: "Record it by doing it" }).click();
  await stillroom.openFile("models.ts");
  const models = await stillroom.text();
  await stillroom.write(models.replace(/^( *)title: .*$/m, "$&\n$1subtitle: Column(Text),"));
  await stillroom.finished();
  await author.getByRole("button", { name: "Stop recording" }).click();
  await expect(author.getByRole("list", { name: "Recorded solution" })).toContainText("models.ts");
  await author.getByRole("button", { name: "Take the likely ones" }).click();
  await expect(author.getByLabel("What check 1 says")).toHaveValue("The model has `posts.subtitle`");
}

/** A command that nothing waits for is found, and left out; what is left is all needed. */
async function tryItOut(page: Page, stillroom: Stillroom): Promise<void> {
  const author = page.getByRole("region", { name: "Author" });
  await author.getByRole("button", { name: "1. Bring the database up" }).click();
  await author.getByRole("button", { name: "Record it again" }).click();
  await stillroom.run("alembic upgrade head");
  await stillroom.run("alembic current");
  await author.getByRole("button", { name: "Stop recording" }).click();
  await author.getByRole("button", { name: "Try this step out" }).click();
  const found = author.getByRole("status").filter({ hasText: "!" });
  await expect(found).toHaveText(/^! It passes as well when this is left out: runs alembic current$/, {
    timeout: 60_000,
  });
  await author.getByRole("button", { name: "Leave out runs alembic current" }).click();
  await expect(found).toHaveCount(0);
  await author.getByRole("button", { name: "Try this step out" }).click();
  await expect(author.getByText(/^✓ Nothing passes but the whole solution/)).toBeVisible({ timeout: 60_000 });
}

/** What is written belongs to its step and its field, whatever is written or deleted first, and can be changed once it was closed. */
async function writeOutOfOrder(page: Page, stillroom: Stillroom): Promise<void> {
  const author = page.getByRole("region", { name: "Author" });
  await author.getByRole("textbox", { name: "Stronger hint" }).fill("Type it.");
  await author.getByRole("textbox", { name: "Hint", exact: true }).fill("It is one command.");
  for (const text of ["A step too many.", "And another one."]) {
    await author.getByRole("button", { name: "Add a step" }).click();
    await author.getByRole("textbox", { name: "What to do" }).fill(text);
  }
  await author.getByRole("button", { name: "3. Step 3" }).click();
  await author.getByRole("button", { name: "Delete this step" }).click();
  await author.getByRole("button", { name: "Really delete step 3" }).click();
  await expect(author.getByRole("textbox", { name: "What to do" })).toHaveValue("And another one.");
  await author.getByRole("button", { name: "Delete this step" }).click();
  await author.getByRole("button", { name: "Really delete step 3" }).click();
  await author.getByRole("button", { name: "1. Bring the database up" }).click();
  await author.getByRole("button", { name: "Close" }).click();
  await page.goto("about:blank");
  await page.goto("/#lessons");
  await page.getByRole("button", { name: "Change A column for subtitles" }).click();
  await stillroom.ready();
  await expect(author.getByRole("textbox", { name: "Hint", exact: true })).toHaveValue("It is one command.");
  await expect(author.getByRole("textbox", { name: "Stronger hint" })).toHaveValue("Type it.");
}

test("a lesson made in the page, shared by its link, is solved in a fresh profile", async ({
  stillroom,
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await stillroom.open();
  await stillroom.playInstantly();
  await makeLesson(page, stillroom);
  await tryItOut(page, stillroom);
  await writeOutOfOrder(page, stillroom);
  await page.getByRole("button", { name: "Share it" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  expect(link.length).toBeLessThan(4000);

  const profile = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  try {
    const fresh = await profile.newPage();
    const learner = new Stillroom(fresh);
    await fresh.goto(link);
    await expect(fresh.getByRole("heading", { name: "A column for subtitles" })).toBeVisible();
    await fresh.getByRole("button", { name: "Keep it and begin" }).click();
    const lesson = fresh.getByRole("region", { name: "Lesson", exact: true });
    await learner.ready();
    await learner.playInstantly();
    await lesson.getByRole("button", { name: "Type it: alembic upgrade head" }).click();
    await learner.commandLine.press("Enter");
    await expect(lesson.getByRole("status", { name: "Progress of the lesson" })).toHaveText("Step 1 is done.");
    await lesson.getByRole("button", { name: "Next", exact: true }).click();
    await lesson.getByRole("button", { name: "Show the solution" }).click();
    await expect(lesson.getByRole("list", { name: "Solution" })).toContainText("subtitle: Column(Text),");
    await lesson.getByRole("button", { name: "Make this edit" }).click();
    await expect(lesson.getByRole("region", { name: "The lesson is done" })).toBeVisible();
  } finally {
    await profile.close();
  }
});
