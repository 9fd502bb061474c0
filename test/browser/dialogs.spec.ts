import { encodeLink } from "../../src/workspace/link/encodeLink.ts";
import { expect, test } from "./stillroom.ts";
import { violations } from "./violations.ts";

test.use({ viewport: { width: 1024, height: 768 } });

test("axe finds nothing in dialogs, menus, the start page, a link's page and an embedded page", async ({
  stillroom,
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/#start");
  await expect(page.getByRole("heading", { name: "Bring your own" })).toBeVisible();
  await page.getByRole("button", { name: "Paste SQL" }).click();
  expect(await violations(page), "the start page").toEqual([]);

  await stillroom.open("#new/blog");
  await page.keyboard.press("ControlOrMeta+s");
  const share = page.getByRole("dialog", { name: /^Share/ });
  await expect(share.getByLabel("Link", { exact: true })).not.toHaveValue("");
  expect(await violations(page, "dialog[open]"), "sharing").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Workspace: Blog" }).click();
  expect(await violations(page, "[role=menu]"), "the workspace's menu").toEqual([]);
  await page.getByRole("menuitem", { name: /^Take it home/ }).click();
  await expect(page.getByRole("dialog", { name: "Take Blog home" })).toBeVisible();
  expect(await violations(page, "dialog[open]"), "taking home").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Find a command" }).click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  expect(await violations(page, "dialog[open]"), "the palette").toEqual([]);
  await page.keyboard.type("shortcuts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  expect(await violations(page, "dialog[open]"), "the shortcuts").toEqual([]);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Files" }).click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  expect(await violations(page, "dialog[open]"), "the files").toEqual([]);

  await page.goto("about:blank");
  await page.goto(`/#${await encodeLink({ v: 1, name: "given", base: "blog", files: {}, heads: [] })}`);
  await expect(page.getByRole("button", { name: "Run it" })).toBeVisible();
  expect(await violations(page), "what came by a link").toEqual([]);

  await page.goto("about:blank");
  await page.goto("/#1/cut-off");
  await expect(page.getByRole("alert").or(page.getByRole("heading")).first()).toBeVisible();
  expect(await violations(page), "a link that cannot be read").toEqual([]);

  await page.goto("about:blank");
  await page.goto("/?embed#new/blog");
  await expect(page.getByText("Open in Stillroom")).toBeVisible();
  expect(await violations(page), "an embedded page").toEqual([]);
});
