import { createServer } from "node:http";
import { encodeLink } from "../../src/workspace/link/encodeLink.ts";
import { expect, Stillroom, test } from "./stillroom.ts";
import { violations } from "./violations.ts";

test("a workspace stands in a frame of another page, runs when it is let, and keeps nothing", async ({
  page,
  baseURL,
}) => {
  const link = await encodeLink({ v: 1, name: "Framed", base: "blog", files: {}, heads: ["88fb11965e20"] });
  const outer = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(
      `<!doctype html><title>A course</title><iframe src="${baseURL}?embed=history,database&theme=dark#${link}" width="900" height="560"></iframe>`,
    );
  });
  await new Promise<void>((resolve) => outer.listen(0, "localhost", resolve));
  const address = outer.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await page.goto(`http://localhost:${address.port}/`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Framed" })).toBeVisible();
  await expect(frame.getByRole("link", { name: "Open in Stillroom" })).toHaveAttribute("href", `/#${link}`);
  await expect(frame.getByRole("region", { name: "Editor" })).toHaveCount(0);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await frame.getByRole("button", { name: "Run it" }).click({ timeout: 60_000 });
  await expect(frame.getByRole("region", { name: "History" })).toContainText("2 of 3 applied", { timeout: 60_000 });
  await expect(frame.getByRole("button", { name: "Keep it in this browser" })).toHaveCount(0);
  outer.close();
});

test("an embedded page shows the panes that were asked for", async ({ page }) => {
  const stillroom = new Stillroom(page);
  await page.goto("/?embed=code,terminal&theme=light#new/blog");
  await expect(stillroom.editor).toBeVisible();
  await expect(stillroom.commandLine).toBeVisible();
  await expect(stillroom.history).toHaveCount(0);
  await expect(stillroom.database).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Open in Stillroom" })).toHaveAttribute("href", "/#new/blog");
  await stillroom.ready();
  expect(await violations(page)).toEqual([]);
});
