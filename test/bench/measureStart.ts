import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "@playwright/test";
import { build } from "vite";
import { findChromium } from "../browser/findChromium.ts";
import { median } from "./median.ts";
import { serveStatic } from "./serveStatic.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = 5;

async function timeToReady(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("stillroom:ready").length > 0, undefined, {
    timeout: 120_000,
  });
  const ready = await page.evaluate(() => performance.getEntriesByName("stillroom:ready")[0]?.startTime ?? Number.NaN);
  await context.close();
  return ready;
}

/** Navigation to the first answered query: the built app beside a page with a bare `PGlite.create()`, in turns. */
export async function measureStart(): Promise<void> {
  const bareFolder = `${root}.cache/bare`;
  await build({
    configFile: false,
    root: fileURLToPath(new URL("./bare", import.meta.url)),
    base: "./",
    logLevel: "error",
    build: { outDir: bareFolder, emptyOutDir: true, target: "es2022" },
    worker: { format: "es" },
    optimizeDeps: { exclude: ["@electric-sql/pglite"] },
  });
  const app = await serveStatic(`${root}dist`);
  const bare = await serveStatic(bareFolder);
  const browser = await chromium.launch(await findChromium());
  const ours: number[] = [];
  const alone: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      ours.push(await timeToReady(browser, app.url));
      alone.push(await timeToReady(browser, bare.url));
    }
  } finally {
    await browser.close();
    app.close();
    bare.close();
  }
  const format = (values: readonly number[]) =>
    `${median(values).toFixed(0)} ms (${values.map((value) => value.toFixed(0)).join(", ")})`;
  console.log("Navigation to first answered query, Chromium, median of five");
  console.log(`  Stillroom            ${format(ours)}`);
  console.log(`  bare PGlite.create() ${format(alone)}`);
  console.log(`  ratio                ${(median(ours) / median(alone)).toFixed(2)} (at most 0.30)`);
}
