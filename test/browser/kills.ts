import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { Stillroom } from "./stillroom.ts";

/** Where a command of the blog ends, and what then has to be there. */
const states: Readonly<Record<string, { readonly applied: number; readonly tables: readonly string[] }>> = {
  "": { applied: 0, tables: [] },
  "043bdf6fcef1": { applied: 1, tables: ["posts"] },
  "88fb11965e20": { applied: 2, tables: ["posts", "users"] },
  "9b1e40c2a7d3": { applied: 3, tables: ["posts", "users"] },
};

/** A pseudo-random number from 0 to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/**
 * Ends the page at random moments of upgrades, downgrades and edits, and looks each time at what comes back: the database stands
 * where a command ended, its tables are those of that place, and the files are those that were written with it.
 */
export async function killAtRandom(context: BrowserContext, times: number, seed: number): Promise<void> {
  const random = createRandom(seed);
  const errors: string[] = [];
  const newPage = async (): Promise<Page> => {
    const opened = await context.newPage();
    opened.on("pageerror", (error) => errors.push(error.stack ?? error.message));
    return opened;
  };
  let page = await newPage();
  await page.goto("/#new/blog");
  let stillroom = new Stillroom(page);
  const readyAt = (what: string): Promise<void> =>
    stillroom.ready().catch((error: unknown) => {
      throw new Error(`${what}\n${errors.join("\n")}`, { cause: error });
    });
  await readyAt("the first visit");
  const address = page.url();
  let made = 0;
  for (let kill = 0; kill < times; kill++) {
    await stillroom.playInstantly();
    const line =
      random() < 0.3
        ? `alembic revision -m "kill ${kill}"`
        : (["alembic upgrade +1", "alembic upgrade head", "alembic downgrade -1", "alembic downgrade base"][
            Math.floor(random() * 4)
          ] ?? "");
    await stillroom.commandLine.fill(line);
    await stillroom.commandLine.press("Enter");
    await page.waitForTimeout(random() * 900);
    await (random() < 0.5 ? page.close() : crash(page));
    page = await newPage();
    await page.goto(address);
    stillroom = new Stillroom(page);
    const what = `kill ${kill} of ${times}, seed ${seed}: ${line}`;
    await readyAt(what);
    made = await checkState(page, stillroom, made, what);
    expect(errors, what).toEqual([]);
  }
  await page.close();
}

/** The process of the page ends, as when memory runs out or power fails. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash").catch(() => undefined);
  void session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}

/** @returns how many revisions were made by hand so far */
async function checkState(page: Page, stillroom: Stillroom, made: number, what: string): Promise<number> {
  const versions = await stillroom.query("SELECT version_num FROM alembic_version").catch(() => []);
  const version = versions[0]?.[0] ?? "";
  const tables = await stillroom.query(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version' ORDER BY 1",
  );
  const files = await page.getByRole("treeitem", { name: /\.ts$/ }).allInnerTexts();
  const own = files.filter((name) => /kill_\d+\.ts$/.test(name.trim())).length;
  const state = states[version];
  // A revision made by hand is empty: its tables are those of the blog's head.
  expect(tables.flat(), what).toEqual((state ?? states["9b1e40c2a7d3"])?.tables);
  expect(versions.length, what).toBeLessThanOrEqual(1);
  if (state === undefined)
    expect(
      files.some((name) => name.trim().startsWith(version)),
      what,
    ).toBe(true);
  expect(own, what).toBeGreaterThanOrEqual(made);
  expect(own, what).toBeLessThanOrEqual(made + 1);
  await expect(page.getByText(/cannot be opened|could not start/), what).toHaveCount(0);
  return own;
}
