import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { Stillroom } from "../browser/stillroom.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Opens a new project with files beside its own, more of them than a link could hold. */
export async function openWorkspaceWith(
  stillroom: Stillroom,
  url: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const { page } = stillroom;
  await page.goto(`${url}#new/scratch`);
  await settled(page);
  await stillroom.commandLine.fill("alembic ensure_version");
  await stillroom.commandLine.press("Enter");
  await page.waitForTimeout(3000);
  await page.getByText("Saved", { exact: true }).waitFor();
  // A document of the same origin that writes nothing itself.
  const stylesheet = readdirSync(`${root}dist/assets`).find((name) => name.endsWith(".css"));
  await page.goto(`${url}assets/${stylesheet}`);
  const workspace = await page.evaluate(addFiles, files);
  await page.goto(`${url}#w/${workspace}`);
  await settled(page);
}

/** Longer than a test would wait: benches run on busy machines too. */
async function settled(page: Page): Promise<void> {
  await page.getByText(/^PostgreSQL 18/).waitFor({ timeout: 60_000 });
  await page.waitForFunction(
    () => document.querySelector('section[aria-label="Models and database"]')?.getAttribute("aria-busy") !== "true",
    undefined,
    { timeout: 60_000 },
  );
}

async function addFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(new Error("IndexedDB")));
    });
  const database = await done(indexedDB.open("stillroom"));
  const store = database.transaction("workspaces", "readwrite").objectStore("workspaces");
  const [record] = (await done(store.getAll())) as { readonly id: string; readonly files: object }[];
  if (record === undefined) throw new Error("no workspace was saved");
  await done(store.put({ ...record, files: { ...record.files, ...files } }, record.id));
  database.close();
  return record.id;
}
