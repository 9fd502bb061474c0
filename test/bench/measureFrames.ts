import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "@playwright/test";
import { findChromium } from "../browser/findChromium.ts";
import { Stillroom } from "../browser/stillroom.ts";
import { beginFrames, endFrames, frameReport } from "./frames.ts";
import { openWorkspaceWith } from "./openWorkspaceWith.ts";
import { serveStatic } from "./serveStatic.ts";
import { addColumn, createTable, revisionFiles } from "./tablesProject.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How evenly Chromium draws the page while an upgrade of 20 tables plays, and while a diagram of 200 tables changes. */
export async function measureFrames(): Promise<void> {
  const app = await serveStatic(`${root}dist`);
  const browser = await chromium.launch(await findChromium());
  console.log("Frames while a run plays at normal speed, Chromium");
  try {
    const twenty = Array.from({ length: 20 }, (_, index) => createTable(index));
    console.log(frameReport("20 tables, one a revision", await framesOf(browser, app.url, twenty, null), 60));
    const many = Array.from({ length: 200 }, (_, index) => createTable(index)).join("\n");
    const changes = Array.from({ length: 20 }, (_, index) => addColumn(index * 10, "added"));
    console.log(
      frameReport(
        "a column added to one of 200 tables, 20 times",
        await framesOf(browser, app.url, [many, ...changes], "+1"),
        45,
      ),
    );
  } finally {
    await browser.close();
    app.close();
  }
}

/** @param first what is upgraded at once before the rest is played; null: nothing */
async function framesOf(
  browser: Browser,
  url: string,
  bodies: readonly string[],
  first: string | null,
): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const stillroom = new Stillroom(page);
  await openWorkspaceWith(stillroom, url, revisionFiles(bodies));
  if (first !== null) {
    await stillroom.playInstantly();
    await stillroom.commandLine.fill(`alembic upgrade ${first}`);
    await stillroom.commandLine.press("Enter");
    await stillroom.history.getByText(`1 of ${bodies.length} applied`).waitFor({ timeout: 120_000 });
    await page.locator(".terminal-running").waitFor({ state: "detached", timeout: 60_000 });
    await page.getByLabel("Speed").selectOption("1");
  }
  await page.waitForTimeout(3000);
  await stillroom.commandLine.fill("alembic upgrade head");
  await stillroom.commandLine.press("Enter");
  await page.getByRole("button", { name: "Pause" }).waitFor({ timeout: 60_000 });
  // The engine has ended its work and the page only plays.
  await page.waitForTimeout(1500);
  await beginFrames(page);
  await page.waitForTimeout(8000);
  const frames = await endFrames(page);
  await page.close();
  return frames;
}
