import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findChromium } from "../browser/findChromium.ts";
import { Stillroom } from "../browser/stillroom.ts";
import { beginFrames, endFrames, frameReport } from "./frames.ts";
import { median } from "./median.ts";
import { serveStatic } from "./serveStatic.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const commands = ["alembic upgrade head", "alembic downgrade -1", "alembic upgrade head", "alembic downgrade base"];

/** How long files and database of the blog take to be written after a command, and how evenly the page draws meanwhile. */
export async function measureSave(): Promise<void> {
  const app = await serveStatic(`${root}dist`);
  const browser = await chromium.launch(await findChromium());
  try {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    const stillroom = new Stillroom(page);
    await page.goto(`${app.url}#new/blog`);
    await stillroom.ready();
    await stillroom.playInstantly();
    await stillroom.run("alembic upgrade +1");
    await page.waitForTimeout(2000);
    const saves = (): Promise<readonly number[]> =>
      page.evaluate(() => performance.getEntriesByName("stillroom:save").map(({ duration }) => duration));
    const before = (await saves()).length;
    for (const command of commands) {
      await stillroom.run(command);
      await page.waitForTimeout(1000);
    }
    const durations = (await saves()).slice(before);
    await beginFrames(page);
    await stillroom.run("alembic upgrade head");
    await page.waitForTimeout(1500);
    const frames = await endFrames(page);
    console.log(
      `Files and database written after a command: ${median(durations).toFixed(0)} ms (${durations.map((value) => value.toFixed(0)).join(", ")}; under 300)`,
    );
    console.log(frameReport("while a command ran and was written", frames, 30));
  } finally {
    await browser.close();
    app.close();
  }
}
