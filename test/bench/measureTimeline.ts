import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "@playwright/test";
import config from "../../playwright.config.ts";
import { layoutHistory } from "../../src/ui/timeline/layoutHistory.ts";
import { Stillroom } from "../browser/stillroom.ts";
import { median } from "./median.ts";
import { serveStatic } from "./serveStatic.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const size = 2000;

const id = (index: number): string => index.toString(16).padStart(12, "0");
/** Every tenth revision begins a branch of five beside the main line, which the main line merges again. */
function parents(index: number): readonly string[] {
  if (index === 0) return [];
  const place = index % 20;
  if (index > 20 && place === 10) return [id(index - 10)];
  if (index > 20 && place === 15) return [id(index - 6), id(index - 1)];
  return [id(index - 1)];
}

function revisionFile(index: number): string {
  const downs = parents(index);
  const down = downs.length === 0 ? "null" : downs.length === 1 ? `"${downs[0]}"` : JSON.stringify(downs);
  return `/** step ${index} */\nexport const revision = "${id(index)}";\nexport const downRevision = ${down};\nexport const branchLabels = null;\nexport const dependsOn = null;\nexport function upgrade() {}\nexport function downgrade() {}\n`;
}

/** The history of 2,000 revisions with branches: how long laying it out takes, and how evenly Chromium draws it while it scrolls and while a run plays. */
export async function measureTimeline(): Promise<void> {
  const revisions = Array.from({ length: size }, (_, index) => ({
    revision: id(index),
    downRevisions: parents(index),
    dependsOn: [],
    branchLabels: [],
    doc: `step ${index}`,
    path: `alembic/versions/${id(index)}.ts`,
    isHead: index === size - 1,
    isBase: index === 0,
    loaded: true,
  }));
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    layoutHistory(revisions);
    return performance.now() - began;
  });
  console.log(`The history of ${size} revisions with branches`);
  console.log(`  laid out in ${median(times).toFixed(0)} ms (under 200)`);

  const files = Object.fromEntries(revisions.map(({ path }, index) => [path, revisionFile(index)]));
  const app = await serveStatic(`${root}dist`);
  const browser = await chromium.launch(config.use?.launchOptions ?? {});
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const stillroom = new Stillroom(page);
    await page.goto(`${app.url}#new/scratch`);
    await stillroom.ready();
    await stillroom.run("alembic ensure_version");
    await page.waitForTimeout(3000);
    await page.getByText("Saved", { exact: true }).waitFor();
    // A document of the same origin that writes nothing itself.
    const stylesheet = readdirSync(`${root}dist/assets`).find((name) => name.endsWith(".css"));
    await page.goto(`${app.url}assets/${stylesheet}`);
    const workspace = await page.evaluate(addFiles, files);
    await page.goto(`${app.url}#w/${workspace}`);
    await stillroom.ready();
    await stillroom.history.getByText(`0 of ${size} applied`).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2000);
    const unfold = stillroom.history.getByRole("button", { name: /more revisions/ });
    while ((await unfold.count()) > 0) await unfold.first().click();
    await page.waitForTimeout(2000);
    await beginFrames(page);
    await page.evaluate(scrollThrough);
    report("scrolling", await endFrames(page));
    await stillroom.commandLine.fill("alembic upgrade +100");
    await stillroom.commandLine.press("Enter");
    await stillroom.history
      .getByText(/^upgrade .*of/)
      .first()
      .waitFor({ timeout: 60_000 });
    await beginFrames(page);
    await page.waitForTimeout(8000);
    report("playing", await endFrames(page));
  } finally {
    await browser.close();
    app.close();
  }
}

function scrollThrough(): Promise<void> {
  const box = [...document.querySelectorAll<HTMLElement>('section[aria-label="History"] *')].find(
    (element) => element.scrollWidth > element.clientWidth + 2000,
  );
  if (box === undefined) throw new Error("the history does not scroll");
  return new Promise((resolve) => {
    const began = performance.now();
    const step = () => {
      const passed = performance.now() - began;
      // Four screens a second.
      box.scrollLeft = passed * 5.6;
      if (passed < 5000) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
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

/** Milliseconds between frames from here on. */
async function beginFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    Object.assign(window, { frameGaps: gaps });
    let last = performance.now();
    const tick = (now: number) => {
      if ((window as unknown as { readonly frameGaps: readonly number[] }).frameGaps !== gaps) return;
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

async function endFrames(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { frameGaps } = window as unknown as { readonly frameGaps: readonly number[] };
    Object.assign(window, { frameGaps: null });
    return frameGaps.slice(1);
  });
}

function report(what: string, gaps: readonly number[]): void {
  const sorted = [...gaps].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
  console.log(
    `  ${what}: ${rate.toFixed(0)} frames a second; 95 of 100 frames within ${at(0.95).toFixed(0)} ms, the slowest 1 of 100 ${at(0.99).toFixed(0)} ms (at least 50 a second)`,
  );
}
