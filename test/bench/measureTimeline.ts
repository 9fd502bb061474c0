import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findChromium } from "../browser/findChromium.ts";
import { layoutHistory } from "../../src/ui/timeline/layoutHistory.ts";
import { Stillroom } from "../browser/stillroom.ts";
import { beginFrames, endFrames, frameReport } from "./frames.ts";
import { median } from "./median.ts";
import { openWorkspaceWith } from "./openWorkspaceWith.ts";
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
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const stillroom = new Stillroom(page);
    await openWorkspaceWith(stillroom, app.url, files);
    await stillroom.history.getByText(`0 of ${size} applied`).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(2000);
    const unfold = stillroom.history.getByRole("button", { name: /more revisions/ });
    while ((await unfold.count()) > 0) await unfold.first().click();
    await page.waitForTimeout(2000);
    await beginFrames(page);
    await page.evaluate(scrollThrough);
    console.log(frameReport("scrolling", await endFrames(page), 50));
    await stillroom.commandLine.fill(`alembic upgrade ${id(100)}`);
    await stillroom.commandLine.press("Enter");
    await page.getByRole("button", { name: "Pause" }).waitFor({ timeout: 60_000 });
    // The engine has ended its work and the page only plays.
    await page.waitForTimeout(1500);
    await beginFrames(page);
    await page.waitForTimeout(8000);
    console.log(frameReport("playing", await endFrames(page), 50));
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
