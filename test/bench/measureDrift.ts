import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findChromium } from "../browser/findChromium.ts";
import { Stillroom } from "../browser/stillroom.ts";
import { median } from "./median.ts";
import { serveStatic } from "./serveStatic.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tables = 10;
const presses = 20;

/** Ten columns, one index, one unique constraint and one foreign key each. */
function models(): string {
  const table = (index: number): string => {
    const columns = Array.from(
      { length: 6 },
      (_, column) => `  value_${column}: sa.Column(sa.String(${50 + column}), { nullable: ${column % 2 === 0} }),\n`,
    );
    const owner = index === 0 ? "" : `, sa.ForeignKey("table_${index - 1}.id")`;
    return `export const Table${index} = Base.model("table_${index}", {
  id: sa.Column(sa.Integer(), { primaryKey: true }),
  owner_id: sa.Column(sa.Integer()${owner}),
  code: sa.Column(sa.String(40), { nullable: false, unique: true }),
  name: sa.Column(sa.String(80), { index: true }),
${columns.join("")}});
`;
  };
  return `import * as sa from "sqlalchemy";
import { Base } from "./database";

export { Base };

${Array.from({ length: tables }, (_, index) => table(index)).join("\n")}`;
}

/** From a key press in the editor to the strip that says what autogenerate would do now, on ten tables, in Chromium. */
export async function measureDrift(): Promise<void> {
  const app = await serveStatic(`${root}dist`);
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const stillroom = new Stillroom(page);
    await page.goto(app.url);
    await stillroom.ready();
    await stillroom.playInstantly();
    await stillroom.startFrom("From scratch");
    await stillroom.openFile("models.ts");
    await stillroom.write(models());
    await stillroom.run('alembic revision --autogenerate -m "ten tables"');
    await stillroom.run("alembic upgrade head");
    await stillroom.openFile("models.ts");
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    await page.keyboard.insertText('  added: sa.Column("x", sa.Integer()),\n');
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Home");
    await page.keyboard.press("Home");
    for (let step = 0; step < 18; step++) await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(3000);
    await page.evaluate(() => {
      const strip = document.querySelector('section[aria-label="Models and database"] .drift-said');
      if (strip === null) throw new Error("no strip");
      const times: number[] = [];
      let pressed = Number.NaN;
      window.addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
      new MutationObserver(() => {
        times.push(performance.now() - pressed);
        pressed = Number.NaN;
      }).observe(strip, { subtree: true, childList: true, characterData: true });
      Object.assign(window, { driftTimes: times });
    });
    for (let press = 0; press < presses; press++) {
      await page.keyboard.press("abcdefghij"[press % 10] ?? "a");
      await page.waitForTimeout(400);
    }
    const said = await stillroom.drift.innerText();
    const times = (
      await page.evaluate(() => (window as unknown as { readonly driftTimes: readonly number[] }).driftTimes)
    ).filter((time) => !Number.isNaN(time));
    if (times.length < presses)
      throw new Error(`only ${times.length} of ${presses} key presses were answered: ${said}`);
    console.log(`Live drift on ${tables} tables, from key press to the strip, Chromium`);
    console.log(
      `  median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms (median under 50)`,
    );
  } finally {
    await browser.close();
    app.close();
  }
}
