import type { Page } from "@playwright/test";
import { expect, test } from "./stillroom.ts";
import { serveUnder } from "./serveUnder.ts";

test.use({ serviceWorkers: "allow" });

/** Every file that the first visit keeps is kept. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
    .toBe(true);
}

test("after the first visit, under any path, everything works without a network; Python once it was used", async ({
  stillroom,
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const site = await serveUnder("/some/path/", baseURL ?? "");
  await page.goto(`${site.url}#new/blog`);
  await stillroom.ready();
  await isKept(page);
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade +1");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(`${site.url}?with=python#new/blog-python`);
  await stillroom.ready();
  expect(await stillroom.run("alembic heads")).toContain("9b1e40c2a7d3 (head)");

  site.close();
  await page.goto(`${site.url}?without=network`);
  await page.goto(`${site.url}?without=network#new/blog`);
  await stillroom.ready();
  await stillroom.run("alembic upgrade head");
  await expect(stillroom.history).toContainText("3 of 3 applied");
  await stillroom.openFile("models.ts");
  await expect(page.locator(".monaco-editor .view-line").first()).toContainText("import");
  await page.goto(`${site.url}?without=python#new/blog-python`);
  await stillroom.ready();
  await stillroom.run("alembic upgrade head");
  await expect(stillroom.history).toContainText("3 of 3 applied");
});

test(
  "another build is offered and comes when it is asked for",
  { tag: "@long" },
  async ({ stillroom, page, baseURL }) => {
    test.setTimeout(120_000);
    const site = await serveUnder("/stillroom/", baseURL ?? "");
    await page.goto(`${site.url}#new/scratch`);
    await stillroom.ready();
    await isKept(page);
    site.rebuild();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => undefined));
    const notice = page.getByText("A new version of Stillroom is ready.");
    await expect(notice).toBeVisible({ timeout: 60_000 });
    expect(await stillroom.run("alembic heads")).toBe("");
    const names = (): Promise<readonly string[]> => page.evaluate(() => caches.keys());
    await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload to get it" }).click()]);
    await stillroom.ready();
    await expect(notice).toHaveCount(0);
    expect((await names()).at(-1)).toContain("stillroom-build-next-");
    site.close();
  },
);
