import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Download, Page } from "@playwright/test";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { expect, test, type Stillroom } from "./stillroom.ts";
import { violations } from "./violations.ts";

async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return download;
}

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(readFileSync(await download.path()));

async function bringFile({ page }: Stillroom, name: string, content: Uint8Array | string): Promise<void> {
  await page.goto("about:blank");
  await page.goto("/#start");
  await page
    .getByLabel("A zip, .stillroom.json or .sql file")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
}

test("a workspace goes home as a zip, as Python, as SQL and as a dump, and the zip comes back", async ({
  stillroom,
  page,
}) => {
  await stillroom.open("#new/blog");
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await page.getByRole("button", { name: "Workspace: Blog" }).click();
  expect(await violations(page, "[role=menu]")).toEqual([]);
  await page.getByRole("menuitem", { name: /^Take it home/ }).click();
  const dialog = page.getByRole("dialog", { name: "Take Blog home" });
  expect(await violations(page, "dialog[open]")).toEqual([]);
  const save = (name: string) => downloaded(page, () => dialog.getByRole("button", { name }).click());

  const python = await save("Save the Alembic project in Python");
  expect(python.suggestedFilename()).toBe("blog-python.zip");
  const files = unzipSync(await bytesOf(python));
  expect(Object.keys(files).sort()).toEqual(
    [
      "README.md",
      "alembic.ini",
      "alembic/env.py",
      "alembic/script.py.mako",
      "alembic/versions/043bdf6fcef1_create_posts_table.py",
      "alembic/versions/88fb11965e20_add_users_table.py",
      "alembic/versions/9b1e40c2a7d3_add_posts_owner_id.py",
      "models.py",
      "requirements.txt",
    ].map((path) => `blog-python/${path}`),
  );
  expect(strFromU8(files["blog-python/models.py"] ?? new Uint8Array())).toContain("class Users(Base):");

  await dialog.getByLabel("From").fill("043b");
  await dialog.getByLabel("To").fill("88fb");
  await expect(dialog.getByText("alembic upgrade 043b:88fb --sql")).toBeVisible();
  const range = strFromU8(await bytesOf(await save("Save the SQL of the range")));
  expect(range).toContain("CREATE TABLE users");
  expect(range).not.toContain("CREATE TABLE posts");
  await dialog.getByLabel("From").fill("nowhere");
  await dialog.getByRole("button", { name: "Save the SQL of the range" }).click();
  await expect(dialog.getByRole("status")).toContainText("Can't locate revision identified by 'nowhere'");

  const dump = strFromU8(await bytesOf(await save("Save the database as SQL")));
  expect(dump).toContain("('9b1e40c2a7d3')");
  expect(dump).toContain("ada@example.org");

  const project = await bytesOf(await save("Save the project as it is"));
  await bringFile(stillroom, "blog.zip", project);
  await stillroom.ready();
  await expect(page.getByRole("button", { name: "Workspace: blog", exact: true })).toBeVisible();
  await expect(stillroom.history).toContainText("0 of 3 applied");
  await expect(page).toHaveURL(/#w\//);

  await bringFile(stillroom, "notes.txt", "x");
  await expect(page.getByRole("alert")).toContainText("notes.txt is none of what can be opened");
});

test("pasted DDL becomes models, a stamped first revision and a database with its rows", async ({
  stillroom,
  page,
}) => {
  await page.goto("/#start");
  await page.getByRole("button", { name: "Paste SQL" }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("CREATE TABLE statements, with rows or without").fill(
    `CREATE EXTENSION citext;
     CREATE TABLE people (id serial PRIMARY KEY, name citext NOT NULL UNIQUE, mood varchar(9) DEFAULT 'glad');
     CREATE TABLE pets (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner int NOT NULL REFERENCES people ON DELETE CASCADE, tags text[]);
     CREATE INDEX pets_owner ON pets (owner);
     INSERT INTO people (name) VALUES ('Ada'), ('Jabir');`,
  );
  await page.getByRole("button", { name: "Make a workspace of it" }).click();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("1 of 1 applied", { timeout: 60_000 });
  await stillroom.finished();
  await expect(page.locator(".monaco-editor").or(page.locator(".editor-box")).first()).toContainText("Base.model");
  await stillroom.playInstantly();
  expect(await stillroom.run("alembic check")).toContain("No new upgrade operations detected.");
  expect(await stillroom.query("SELECT name, mood FROM people ORDER BY id")).toEqual([
    ["Ada", "glad"],
    ["Jabir", "glad"],
  ]);
  // The extension is fetched again for a saved database that has it.
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await stillroom.ready();
  expect(await stillroom.query("SELECT count(*) FROM people WHERE name = 'ADA'")).toEqual([["1"]]);
  await stillroom.run("alembic downgrade base");
  await stillroom.run("alembic upgrade head");
  expect(await stillroom.query("SELECT count(*) FROM pets")).toEqual([["0"]]);
});

test(
  "a saved workspace opens from its file, and runs nothing before it is let; a damaged one says so",
  { tag: "@long" },
  async ({ stillroom, page }) => {
    await stillroom.open("#new/scratch");
    await page.keyboard.press("ControlOrMeta+s");
    const file = await downloaded(page, () => page.getByRole("button", { name: "Save as a file instead" }).click());
    const json = strFromU8(await bytesOf(file));
    await bringFile(stillroom, file.suggestedFilename(), json);
    await stillroom.ready();
    await expect(page.getByRole("button", { name: "Run it" })).toBeVisible();
    await bringFile(stillroom, "cut.stillroom.json", json.slice(0, 40));
    await expect(page.getByRole("alert")).toContainText("damaged");
    await bringFile(stillroom, "other.stillroom.json", json.replace('"base":"scratch"', '"base":"elsewhere"'));
    await expect(page.getByRole("alert")).toContainText("it builds on elsewhere, which is not there");
  },
);

/** Drops a folder of this machine onto the page, as a file manager would. */
async function dropFolder(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const send = (type: "dragEnter" | "dragOver" | "drop") =>
    session.send("Input.dispatchDragEvent", { type, x: 500, y: 400, data });
  await send("dragEnter");
  await send("dragOver");
  // A hand lets go when the page says that it takes the folder; before, a drop is nothing.
  await expect(page.locator(".drop-target")).toBeVisible();
  await send("dragOver");
  await send("drop");
}

test("a real Alembic project runs as it is, from its zip and from its dropped folder", async ({
  stillroom,
  page,
}, testInfo) => {
  const project = fileURLToPath(new URL("../../src/workspace/starters/blog-python/", import.meta.url));
  const files = readdirSync(project, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(project + path).isFile(),
  );
  const zip = zipSync(Object.fromEntries(files.map((path) => [`site/${path}`, readFileSync(project + path)])));
  await bringFile(stillroom, "site.zip", zip);
  await stillroom.ready();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await expect(stillroom.history).toContainText("3 of 3 applied");

  const folder = testInfo.outputPath("dropped-site");
  cpSync(project, folder, { recursive: true });
  mkdirSync(`${folder}/.git`);
  writeFileSync(`${folder}/.git/HEAD`, "ref: refs/heads/main\n");
  await dropFolder(page, folder);
  await expect(page.getByRole("button", { name: "Workspace: dropped-site", exact: true })).toBeVisible();
  await stillroom.ready();
  await expect(stillroom.history).toContainText("0 of 3 applied");
  await stillroom.run("alembic upgrade +1");
  await expect(stillroom.history).toContainText("1 of 3 applied");
  await expect(page.getByRole("treeitem", { name: ".git", exact: true })).toHaveCount(0);
});
