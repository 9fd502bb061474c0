import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext } from "@playwright/test";
import { findChromium } from "../browser/findChromium.ts";
import { median } from "./median.ts";
import { serveStatic } from "./serveStatic.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = 3;

async function timeToReady(context: BrowserContext, url: string, wait: boolean): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName("stillroom:ready").length > 0, undefined, {
    timeout: 120_000,
  });
  const ready = await page.evaluate(() => performance.getEntriesByName("stillroom:ready")[0]?.startTime ?? Number.NaN);
  if (wait)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
  await page.close();
  return ready;
}

/** Navigation to the first answered query: a first visit, and the second one from what the first has kept. */
export async function measureSecondVisit(): Promise<void> {
  const app = await serveStatic(`${root}dist`);
  const browser = await chromium.launch(await findChromium());
  const first: number[] = [];
  const second: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext();
      first.push(await timeToReady(context, app.url, true));
      second.push(await timeToReady(context, app.url, false));
      await context.close();
    }
  } finally {
    await browser.close();
    app.close();
  }
  const format = (values: readonly number[]): string =>
    `${median(values).toFixed(0)} ms (${values.map((value) => value.toFixed(0)).join(", ")})`;
  console.log("Navigation to first answered query, Chromium, median of three");
  console.log(`  first visit   ${format(first)}`);
  console.log(`  second visit  ${format(second)}`);
}
