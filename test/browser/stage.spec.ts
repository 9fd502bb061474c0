import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test, type Stillroom } from "./stillroom.ts";

const scrubber = (page: Page) => page.getByRole("slider", { name: "Moment of the last run" });

/** The page at a moment of the last run: statements are counted as the list of the run counts them. */
async function showStatement(page: Page, title: string): Promise<void> {
  await page.getByRole("tab", { name: "Run", exact: true }).click();
  await page
    .getByRole("button", { name: new RegExp(title) })
    .first()
    .click();
}

test("what the page shows at a statement is what PostgreSQL says in a run that is stopped there", async ({
  stillroom,
  page,
}) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await showStatement(page, "UPDATE posts SET owner_id");
  await page.getByRole("tab", { name: "Data" }).click();
  await stillroom.database.getByRole("button", { name: /^posts/ }).click();
  const rows = page.getByRole("region", { name: "Rows of posts at this moment" });
  await expect(page.locator(".moment-remarks")).toHaveText(/owner_id changed in 3 rows/);
  const shown = await rows
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll("td")].slice(1).map((cell) => cell.lastChild?.textContent ?? "")),
    );
  const xray = page.getByRole("region", { name: "X-ray of the statement" });
  await expect(xray).toContainText("3 updated in posts");

  // The same statements again, by hand, up to that one.
  await stillroom.run("alembic downgrade -1");
  await page.getByRole("tab", { name: "SQL" }).click();
  const answer = await stillroom.query(
    "ALTER TABLE posts ADD COLUMN owner_id INTEGER; UPDATE posts SET owner_id = (SELECT min(id) FROM users); SELECT * FROM posts ORDER BY id",
  );
  expect(answer).toHaveLength(0);
  const told = page.getByRole("region", { name: "Result 3" }).locator("tbody tr");
  const expected = await told.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
  );
  expect(shown).toEqual(expected);
});

test("the X-ray tells locks, what they mean and the safer way; who waits is marked as not observed", async ({
  stillroom,
  page,
}) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade 88fb");
  await stillroom.run("alembic upgrade head");
  await showStatement(page, "add foreign key posts to users");
  const xray = page.getByRole("region", { name: "X-ray of the statement" });
  await expect(xray).toContainText("SHARE ROW EXCLUSIVE");
  await expect(xray).toContainText("3 of posts, 2 of users");
  await expect(xray).toContainText("Nobody can write to posts and users");
  await expect(xray).toContainText("posts is still locked ACCESS EXCLUSIVE");
  await xray.getByText("Who waits for whom").click();
  await expect(xray).toContainText("Not observed: this database has one connection.");
  await expect(xray.getByRole("row", { name: /INSERT, UPDATE, DELETE/ })).toContainText("waits");
  await xray.getByText("The safer way").click();
  await expect(xray).toContainText("notValid: true");
  await expect(xray).toContainText("VALIDATE CONSTRAINT posts_owner_id_fkey");
});

test("revisions prove themselves; what a downgrade would lose is told before it runs", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await page.getByRole("tab", { name: "Proof" }).click();
  await page.getByRole("button", { name: "Prove all" }).click();
  const badge = (message: string) => stillroom.history.getByRole("button", { name: new RegExp(`^${message}`) });
  await expect(badge("add posts.owner_id")).toContainText("proven", { timeout: 40_000 });
  await expect(badge("add users table")).toContainText("down loses 2 values");
  await page.getByRole("button", { name: "What to do with create posts table" }).click();
  await page
    .getByRole("menuitem", { name: /[Dd]owngrade/ })
    .first()
    .hover();
  await expect(page.locator(".path-summary")).toContainText("drops users.created_at: 2 values");
  await page.keyboard.press("Escape");
  expect(await stillroom.query("SELECT count(*) FROM posts")).toEqual([["3"]]);
});

test(
  "what upgrade head would do is answered by keyboard alone, without doing it",
  { tag: "@long" },
  async ({ stillroom, page }) => {
    await stillroom.open();
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("What would upgrade");
    const option = page.getByRole("option", { name: /What would upgrade head do/ });
    await expect(option).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page.getByText("2 differences. Would run upgrade 043bdf6fcef1")).toBeVisible();
    await expect(page.getByRole("list", { name: "Differences" })).toContainText("create table posts");
    await page.getByRole("button", { name: "SQL", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".compare-code")).toContainText("CREATE TABLE posts");
    await expect(stillroom.history).toContainText("0 of 3 applied");
  },
);

for (const colorScheme of ["light", "dark"] as const) {
  test(
    `${colorScheme}: axe finds nothing in X-ray, rows, proof and comparison`,
    { tag: "@long" },
    async ({ stillroom, page }) => {
      await page.emulateMedia({ colorScheme });
      await stillroom.open();
      await stillroom.playInstantly();
      await stillroom.run("alembic upgrade head");
      await showStatement(page, "UPDATE posts SET owner_id");
      await openDetails(page);
      await page.getByRole("tab", { name: "Data" }).click();
      await stillroom.database.getByRole("button", { name: /^posts/ }).click();
      await expect(page.locator(".moment-remarks")).toBeVisible();
      await page.screenshot({ path: `screenshots/xray-${colorScheme}.png` });
      expect(await violations(page)).toEqual([]);
      await scrubber(page).press("End");
      await proofAndComparison(stillroom, page);
      await page.screenshot({ path: `screenshots/proof-${colorScheme}.png` });
      expect(await violations(page)).toEqual([]);
    },
  );
}

async function openDetails(page: Page): Promise<void> {
  for (const summary of await page.locator(".xray summary").all()) await summary.click();
}

async function proofAndComparison(stillroom: Stillroom, page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Proof" }).click();
  await page.getByRole("button", { name: "Prove all" }).click();
  await page.getByRole("tab", { name: /^Differences/ }).click();
  await stillroom.database.getByLabel("to", { exact: true }).selectOption({ label: "base" });
  await expect(page.locator(".compare-summary")).toBeVisible();
  await expect(page.locator(".proof-item")).toHaveCount(3, { timeout: 40_000 });
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
