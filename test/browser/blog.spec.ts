import { expect, test } from "./stillroom.ts";

test("the first visit: play, see each statement, generate what is missing", async ({ stillroom, page }) => {
  await stillroom.open();
  await expect(stillroom.history).toContainText("0 of 3 applied");
  await page.getByRole("button", { name: "Run what is pending" }).click();
  await expect(stillroom.output).toContainText("alembic upgrade head");
  await expect(stillroom.history.locator(".run-chip")).toContainText(/upgrade 043bdf6f · statement \d/);
  // The files that a run passes through are read, and a press into one is a press into the editor.
  const code = page.getByRole("region", { name: "Code" });
  await expect(code.locator(".running-line")).toBeVisible();
  await expect(code).toContainText("op.createTable(");
  await code.click({ position: { x: 200, y: 100 } });
  await expect(code).toBeHidden();
  await expect(page.locator(".monaco-editor:focus-within .view-lines")).toContainText("op.createTable(");
  await expect(page.getByRole("tab", { name: /create_posts_table/, selected: true })).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("slider", { name: "Moment of the last run" }).press("Home");
  await page.getByRole("button", { name: "Next statement" }).click();
  await expect(page.locator(".running-line").first()).toBeVisible();
  await page.getByRole("button", { name: "Next revision" }).click();
  await expect(stillroom.history).toContainText("1 of 3 applied");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await stillroom.finished();
  await expect(stillroom.history).toContainText("3 of 3 applied");
  await expect(stillroom.database).toContainText("owner_id");
  await expect(stillroom.drift).toContainText("Models are 1 change ahead");
});

test("every moment of a run can be shown again by dragging or by key", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  const drop = page.getByRole("slider", { name: "Moment of the last run" });
  await drop.focus();
  await page.keyboard.press("Home");
  await expect(stillroom.history).toContainText("0 of 3 applied");
  await expect(stillroom.database).toContainText("before the run");
  await page.keyboard.press("PageUp");
  await expect(stillroom.history).toContainText("1 of 3 applied");
  await page.keyboard.press("Escape");
  await expect(stillroom.history).toContainText("3 of 3 applied");
  const from = await drop.boundingBox();
  const first = await stillroom.history.getByRole("button", { name: /^create posts table/ }).boundingBox();
  if (from === null || first === null) throw new Error("not in the picture");
  await page.mouse.move(from.x + 14, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(first.x + first.width / 2, from.y + 20, { steps: 8 });
  await page.mouse.up();
  await expect(stillroom.history).toContainText("1 of 3 applied");
  await expect(stillroom.database).not.toContainText("users");
});

test("a failed run rolls everything back and shows the error beside its line", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.openFile(/^9b1e40c2a7d3/);
  const text = await stillroom.text();
  expect(text).toContain("{ nullable: true }");
  await stillroom.write(text.replace("{ nullable: true }", "{ nullable: false }"));
  await page.getByRole("button", { name: "Upgrade to head" }).click();
  await expect(stillroom.history.locator(".run-chip")).toContainText("rolled back: nothing has changed", {
    timeout: 30_000,
  });
  await expect(stillroom.history).toContainText("0 of 3 applied");
  await stillroom.finished();
  await expect(page.locator(".problem-zone")).toContainText(
    'column "owner_id" of relation "posts" contains null values',
  );
  await expect(stillroom.output).toContainText("Hint: Rows exist and have no value for this column.");
  expect(
    await stillroom.query("SELECT count(*) FROM pg_class WHERE relname IN ('posts', 'users', 'alembic_version')"),
  ).toEqual([["0"]]);
});

test("an endless loop and an endless statement can be stopped, and nothing is lost", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade 88fb");
  await page.waitForTimeout(1500);
  await stillroom.openFile(/^9b1e40c2a7d3/);
  const text = await stillroom.text();
  expect(text).toMatch(/ {2}op\.execute\("UPDATE posts.*\n/);
  await stillroom.write(text.replace(/ {2}op\.execute\("UPDATE posts.*\n/, '  op.execute("SELECT pg_sleep(3600)");\n'));
  await stillroom.commandLine.fill("alembic upgrade head");
  await stillroom.commandLine.press("Enter");
  await page.waitForTimeout(1500);
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(stillroom.output).toContainText("The database starts again from the last good state of the database.");
  await stillroom.ready();
  await expect(stillroom.history).toContainText("2 of 3 applied");
});
