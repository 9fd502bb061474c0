import type { BrowserContext, Page } from "@playwright/test";
import { encodeLink } from "../../src/workspace/link/encodeLink.ts";
import { escapes } from "./hostile/escapes.ts";
import { exhaustion } from "./hostile/exhaustion.ts";
import type { HostileWorkspace } from "./hostile/hostileWorkspace.ts";
import { markedUp } from "./hostile/markedUp.ts";
import { statements } from "./hostile/statements.ts";
import { long } from "./long.ts";
import { expect, test, type Stillroom } from "./stillroom.ts";

const secret = "planted-5e7d1c";

/** Something worth stealing in every place that a page has. */
async function plant(page: Page, context: BrowserContext): Promise<void> {
  await context.addCookies([{ name: "session", value: secret, url: page.url() }]);
  await page.evaluate(async (value) => {
    (window as unknown as Record<string, string>)["secret"] = value;
    localStorage.setItem("secret", value);
    sessionStorage.setItem("secret", value);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open("secrets", 1);
      request.addEventListener("upgradeneeded", () => request.result.createObjectStore("all").put(value, "secret"));
      request.addEventListener("error", () => reject(new Error("not planted")));
      request.addEventListener("success", () => {
        request.result.close();
        resolve();
      });
    });
  }, secret);
}

/** The link's workspace, opened in the page that is there. */
async function open(stillroom: Stillroom, { shared }: HostileWorkspace): Promise<void> {
  const hash = `#${await encodeLink(shared)}`;
  await stillroom.page.evaluate((detail) => dispatchEvent(new CustomEvent("stillroom:open", { detail })), hash);
  await expect(stillroom.page.getByRole("button", { name: "Run it" })).toBeEnabled({ timeout: 60_000 });
}

async function lookEverywhere(page: Page): Promise<void> {
  for (const name of ["Data", "SQL", /^Differences/, "Schema"])
    await page.getByRole("region", { name: "Database", exact: true }).getByRole("tab", { name }).click();
  const table = page.locator(".data-pane select option").nth(1);
  if ((await table.count()) > 0) await page.locator(".data-pane select").first().selectOption({ index: 1 });
}

async function survive(stillroom: Stillroom, workspace: HostileWorkspace): Promise<void> {
  const { page, output } = stillroom;
  await page.getByRole("button", { name: "Run it" }).click();
  if (workspace.endless === true) {
    await expect(page.locator(".terminal-running")).toHaveCount(1);
    await page.getByRole("button", { name: /^Stop/ }).click();
    await expect(output).toContainText("The database starts again");
    await stillroom.ready();
  }
  await expect(page.getByRole("button", { name: "Run it" })).toHaveCount(0);
  await expect(page.locator(".terminal-running")).toHaveCount(0);
  if (workspace.says !== undefined)
    await expect.soft(output, workspace.name).toContainText(workspace.says, { timeout: 5000 });
  if (workspace.markup === true) {
    await stillroom.finished();
    await lookEverywhere(page);
  }
  const said = await output.textContent();
  expect(said, workspace.name).not.toContain("FOUND");
  expect(said, workspace.name).not.toContain(secret);
}

for (const [title, workspaces] of [
  ["ways out of the sandbox", escapes],
  ["what takes processor, memory and disk", exhaustion],
  ["what a superuser may do in SQL", statements],
  ["markup in every text", markedUp],
] as const) {
  test(`strangers' workspaces harm nothing: ${title}`, async ({ stillroom, page, context }) => {
    test.setTimeout(240_000);
    await stillroom.open("#new/scratch");
    await stillroom.playInstantly();
    await plant(page, context);
    const foreign: string[] = [];
    const origin = new URL(page.url()).origin;
    context.on("request", (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) foreign.push(request.url());
      if (decodeURIComponent(request.url()).includes(secret)) foreign.push(request.url());
    });
    for (const workspace of workspaces.filter((_, index) => long || index % 6 === 0)) {
      await test.step(workspace.name, async () => {
        await open(stillroom, workspace);
        await survive(stillroom, workspace);
      });
    }
    expect(await stillroom.run("ls")).toContain("models.ts");
    expect(foreign).toEqual([]);
    const after = await page.evaluate(() => ({
      hurt: "hurt" in window,
      secret: (window as unknown as Record<string, string>)["secret"],
      images: document.querySelectorAll('img, script[src*="evil"], iframe').length,
      cookie: document.cookie,
      stored: [localStorage.getItem("secret"), sessionStorage.getItem("secret")],
    }));
    expect(after).toEqual({
      hurt: false,
      secret,
      images: 0,
      cookie: `session=${secret}`,
      stored: [secret, secret],
    });
  });
}
