import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./stillroom.ts";

test("the whole of a migration by keyboard alone", async ({ stillroom, page }) => {
  await stillroom.open();
  await page.keyboard.press("k");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  const moment = page.getByRole("slider", { name: "Moment of the last run" });
  // The engine has done it all; before, there may be no next moment to go to.
  await expect(moment).toHaveAttribute("aria-valuemax", /^\d\d$/);
  await page.keyboard.press("Shift+L");
  await page.keyboard.press("j");
  const before = Number(await moment.getAttribute("aria-valuenow"));
  await page.keyboard.press("l");
  await expect(moment).toHaveAttribute("aria-valuenow", String(before + 1));
  await page.keyboard.press("0");
  await expect(stillroom.history).toContainText("3 of 3 applied");

  // It is told by ear while it plays, also where its moments are shorter than what can be said of them.
  const told = (text: RegExp) => page.getByRole("status").filter({ hasText: text });
  await expect(told(/^upgrade head done, 3 steps$/)).toHaveCount(1);
  await page.keyboard.press(">");
  await page.keyboard.press(">");
  await page.keyboard.press("k");
  await told(/^[123] of 3: /).waitFor({ state: "attached" });
  await page.keyboard.press("0");

  await page.keyboard.press("/");
  await expect(stillroom.commandLine).toBeFocused();
  await page.keyboard.type("alembic current");
  await page.keyboard.press("Enter");
  await expect(stillroom.output).toContainText("9b1e40c2a7d3 (head)");
  await page.keyboard.type("k");
  await expect(stillroom.commandLine).toHaveValue("k");

  // Also where the palette's code comes after all that was typed.
  await page.route(/CommandPalette/, async (route) => {
    await page.waitForTimeout(1000);
    await route.continue();
  });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("models.ts");
  await page.keyboard.press("Enter");
  await expect(stillroom.editor.getByRole("tab", { selected: true })).toContainText("models.ts");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("rows of users");
  await page.keyboard.press("Enter");
  await expect(stillroom.database).toContainText("ada@example.org");
});

test(
  "every shortcut stands on one sheet, and single keys can be turned off",
  { tag: "@long" },
  async ({ stillroom, page }) => {
    await stillroom.open();
    await page.locator("body").press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(sheet).toContainText("Next statement");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await sheet.getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await page.locator("body").press("?");
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog", { name: "Find a command" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("combobox", { name: "Find a command" }).fill("zzzz");
    await expect(page.getByText("Nothing is called that.")).toBeVisible();
  },
);
