import { decodeLink } from "../../src/workspace/link/encodeLink.ts";
import { expect, Stillroom, test } from "./stillroom.ts";
import { violations } from "./violations.ts";

test("a link brings files, state, rows and a command to play; nothing of it runs before it is let", async ({
  stillroom,
  page,
  context,
}) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade +2");
  await stillroom.query("INSERT INTO users (email, password) VALUES ('grace@example.org', 'x')");
  await stillroom.openFile("database.ts");
  await stillroom.write(
    '// sent by a link\nimport { declarativeBase } from "sqlalchemy";\nexport const Base = declarativeBase();\n',
  );
  await page.keyboard.press("ControlOrMeta+s");
  const dialog = page.getByRole("dialog", { name: "Share Blog" });
  await expect(dialog.getByText(/characters: /)).toBeVisible();
  expect(await violations(page, "dialog[open]")).toEqual([]);
  await dialog.getByLabel("Play on opening").fill("alembic upgrade head");
  // Selecting what is written there may end beside the dialog.
  await dialog.getByLabel("Play on opening").hover();
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  await expect(dialog.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("#v1/");
  expect((await decodeLink(link.slice(link.indexOf("#") + 1))).open).toEqual({ path: "database.ts", line: 4 });

  const second = await context.newPage();
  await second.goto(link);
  const there = new Stillroom(second);
  await there.ready();
  await expect(second.locator(".view-line").first()).toContainText("// sent by a link");
  await expect(there.history).toContainText("0 of 3 applied");
  const gate = second.getByRole("region", { name: "This workspace came by a link" });
  await expect(gate).toContainText("alembic upgrade head");
  expect(await violations(second, 'section[aria-label="This workspace came by a link"]')).toEqual([]);
  await there.playInstantly();
  await gate.getByRole("button", { name: "Run it" }).click();
  await expect(there.history).toContainText("3 of 3 applied", { timeout: 60_000 });
  expect(await there.query("SELECT email FROM users ORDER BY id")).toContainEqual(["grace@example.org"]);
  // What is written in it would end with the tab.
  await there.openFile("config.ts");
  await there.write("// mine\n");
  const asked = second.waitForEvent("dialog");
  await second.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await second.getByRole("button", { name: "Keep it in this browser" }).click();
  await expect(second).toHaveURL(/#w\//);
  await expect(second.getByText("Saved", { exact: true })).toBeVisible();
  // From now on one tab has it at a time.
  const third = await context.newPage();
  await third.goto(second.url());
  await expect(third.getByRole("heading", { name: "This workspace is open in another tab" })).toBeVisible();
});

test("a link that is cut or damaged opens the start page and says what is wrong", async ({ page }) => {
  for (const hash of ["#v1/", "#v1/x.y", "#v1/rVNhb9pADP0r1n0BtEA", "#v9/abc", "#v1/%20%20", "#v1/q1bKU7IyrAUA"]) {
    await page.goto("about:blank");
    await page.goto(`/${hash}`);
    await expect(page.getByRole("alert"), hash).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Begin something new" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
