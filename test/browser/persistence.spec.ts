import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, Stillroom, test } from "./stillroom.ts";

const databaseModule = 'import { declarativeBase } from "sqlalchemy";\nexport const Base = declarativeBase();\n';

test("files, database with its rows, tabs and the terminal's history survive a reload", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await stillroom.query("INSERT INTO users (email, password) VALUES ('grace@example.org', 'x')");
  await stillroom.openFile("database.ts");
  await stillroom.write(`// mine\n${databaseModule}`);
  await expect(page.locator(".view-line").first()).toContainText("// mine");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("3 of 3 applied");
  await expect(stillroom.editor.getByRole("tab", { selected: true })).toContainText("database.ts");
  await expect(page.locator(".view-line").first()).toContainText("// mine");
  expect(await stillroom.query("SELECT email FROM users ORDER BY id")).toEqual([
    ["ada@example.org"],
    ["jabir@example.org"],
    ["grace@example.org"],
  ]);
  await stillroom.commandLine.press("ArrowUp");
  await expect(stillroom.commandLine).toHaveValue("alembic upgrade head");

  // So does what was taken back.
  await stillroom.run("alembic downgrade base");
  await stillroom.run("undo");
  await stillroom.ready();
  await expect(stillroom.history).toContainText("3 of 3 applied");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("3 of 3 applied");

  // Who leaves in the moment before something is written is asked, and it is written meanwhile.
  const asked = page.waitForEvent("dialog");
  await stillroom.openFile("database.ts");
  await stillroom.write(`// at the last moment\n${databaseModule}`);
  const reloaded = page.reload();
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await page.waitForTimeout(300);
  await dialog.accept();
  await reloaded;
  await stillroom.ready();
  await expect(page.locator(".view-line").first()).toContainText("// at the last moment");
});

test("a second tab asks before it takes the workspace over", async ({ stillroom, page, context }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade 043b");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await stillroom.openFile("database.ts");
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole("heading", { name: "This workspace is open in another tab" })).toBeVisible();
  await stillroom.write(`// at the last moment\n${databaseModule}`);
  await second.getByRole("button", { name: "Work on it here" }).click();
  const there = new Stillroom(second);
  await there.ready();
  await expect(there.history).toContainText("1 of 3 applied");
  await expect(page.getByRole("heading", { name: "This workspace is open in another tab" })).toBeVisible();
  await there.openFile("database.ts");
  await expect(second.locator(".view-line").first()).toContainText("// at the last moment");
  await there.playInstantly();
  await there.run("alembic upgrade +1");
  await expect(there.history).toContainText("2 of 3 applied");

  // One press brings it back, as the other tab has left it; that tab hangs, and writes nothing when it hears of it.
  await expect(second.getByText("Saved", { exact: true })).toBeVisible();
  const hung = second.evaluate(() => {
    for (const until = performance.now() + 5000; performance.now() < until;);
  });
  await page.getByRole("button", { name: "Work on it here" }).click();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("2 of 3 applied");
  await stillroom.openFile("database.ts");
  await stillroom.write(`// here again\n${databaseModule}`);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await hung;
  await expect(second.getByRole("heading", { name: "This workspace is open in another tab" })).toBeVisible();
  await page.reload();
  await stillroom.ready();
  await expect(page.locator(".view-line").first()).toContainText("// here again");
});

test(
  "a second tab asks as well where the browser has no locks, as without https",
  { tag: "@long" },
  async ({ stillroom, page, context }) => {
    await context.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, "locks");
    });
    await stillroom.open();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole("button", { name: "Work on it here" }).click();
    await new Stillroom(second).ready();
    await expect(page.getByRole("heading", { name: "This workspace is open in another tab" })).toBeVisible();
  },
);

test("workspaces are renamed, duplicated, deleted and brought back on the start page", async ({ stillroom, page }) => {
  await stillroom.open();
  await page.getByRole("button", { name: "Workspace: Blog" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByLabel("Name of the workspace").fill("My blog");
  await page.keyboard.press("Enter");
  await stillroom.startFrom("From scratch");
  await page.getByRole("button", { name: "Workspace: From scratch" }).click();
  await page.getByRole("menuitem", { name: "All workspaces…" }).click();
  await expect(page.getByRole("heading", { name: "Continue" })).toBeVisible();
  await page.getByLabel("Python").check();
  await expect(page.getByRole("button", { name: /^Shop with data \(Python\)/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Python")).toBeChecked();
  await page.getByRole("button", { name: "Duplicate My blog" }).click();
  await expect(page.getByRole("button", { name: /^My blog 2/ })).toBeVisible();
  await page.getByRole("button", { name: "Delete My blog", exact: true }).click();
  await page.getByRole("button", { name: "Bring My blog back" }).click();
  await page
    .getByRole("button", { name: /^My blog9 files/ })
    .or(page.getByRole("button", { name: /^My blog \d+ files/ }))
    .first()
    .click();
  await stillroom.ready();
  await expect(page.getByRole("button", { name: "Workspace: My blog" })).toBeVisible();
});

test("where the browser keeps nothing the page says so and works", { tag: "@long" }, async ({ stillroom, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  await stillroom.open();
  await expect(page.getByText("Not kept: this browser has no storage for pages")).toBeVisible();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await expect(stillroom.history).toContainText("3 of 3 applied");

  // As long as the tab lives, what is made in it stays.
  await stillroom.openFile("database.ts");
  await stillroom.write(`// mine\n${databaseModule}`);
  await stillroom.startFrom("From scratch");
  await page.getByRole("button", { name: "Workspace: From scratch" }).click();
  await page.getByRole("menuitem", { name: "All workspaces…" }).click();
  await page.getByRole("button", { name: /^Blog\s*\d+ files/ }).click();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("3 of 3 applied");
  await stillroom.openFile("database.ts");
  await expect(page.locator(".view-line").first()).toContainText("// mine");
});

/** Changes the stored workspace behind the page's back. `change` is a function's text that gives the new record. */
async function changeStored(page: Page, change: string): Promise<void> {
  await page.evaluate(async (text) => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("the store cannot be read")));
      });
    const database = await done(indexedDB.open("stillroom"));
    const store = database.transaction("workspaces", "readwrite").objectStore("workspaces");
    const [record] = (await done(store.getAll())) as readonly Record<string, unknown>[];
    if (record === undefined) throw new Error("nothing is stored");
    const changed =
      text === "format"
        ? { ...record, format: 99 }
        : { ...record, database: { ...(record["database"] as object), delta: new Blob(["damaged"]) } };
    await done(store.put(changed, String(record["id"])));
    database.close();
  }, change);
}

test(
  "a workspace of an unknown form is reported, kept and given out as a file",
  { tag: "@long" },
  async ({ stillroom, page }) => {
    await stillroom.open("#new/blog");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    const address = page.url();
    await page.goto("/#start");
    await expect(page.getByRole("heading", { name: "Continue" })).toBeVisible();
    await changeStored(page, "format");
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.getByRole("alert")).toContainText(
      "The workspace cannot be opened: a newer version of this page wrote it",
    );
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save what is stored of Blog as a file" }).click(),
    ]);
    expect(readFileSync(await file.path(), "utf8")).toContain("create posts table");
  },
);

test("a damaged database is rebuilt by running its revisions", async ({ stillroom, page }) => {
  await stillroom.open("#new/blog");
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade 88fb");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const address = page.url();
  await page.goto("/#start");
  await expect(page.getByRole("heading", { name: "Continue" })).toBeVisible();
  await changeStored(page, "delta");
  await page.goto("about:blank");
  await page.goto(address);
  await page.getByRole("button", { name: "Rebuild it by running the revisions" }).click({ timeout: 60_000 });
  await stillroom.ready();
  await expect(stillroom.history).toContainText("2 of 3 applied", { timeout: 60_000 });
});

test("a full disk is said, the page works on, and what it holds is kept once there is room", async ({
  stillroom,
  page,
  context,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? "").origin;
  const session = await context.newCDPSession(page);
  // Before the page has stored anything: what Chromium has once granted it does not ask for again.
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await stillroom.open("#new/blog");
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await expect(page.getByText("Not kept: the browser's storage for this page is full")).toBeVisible();
  await stillroom.run("alembic downgrade -1");
  await expect(stillroom.history).toContainText("2 of 3 applied");
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await stillroom.run("alembic history");
  await stillroom.run("alembic upgrade head");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.waitForTimeout(1000);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await stillroom.ready();
  await expect(stillroom.history).toContainText("3 of 3 applied");

  // So is what the page holds when the browser's data is cleared beside it.
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await stillroom.run("alembic downgrade -1");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("2 of 3 applied");
});
