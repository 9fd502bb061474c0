import { expect, test } from "./stillroom.ts";

test("Python: the editor completes, explains and underlines", async ({ stillroom, page }) => {
  await stillroom.open();
  await page.getByRole("button", { name: "Language: TypeScript" }).click();
  await page.getByRole("menuitem", { name: /^From scratch \(Python\)/ }).click();
  await stillroom.ready();
  await stillroom.openFile("models.py");
  const content = page.locator(".monaco-editor .view-lines").first();

  await test.step("a mistake is underlined before anything runs", async () => {
    await stillroom.write("import sqlalchemy as sa\n\nname = sa.Strng\nsa.Column(\n");
    await expect(page.locator(".squiggly-warning, .squiggly-error").first()).toBeAttached({ timeout: 60_000 });
  });

  await test.step("completion of what the library has", async () => {
    await stillroom.write("import sqlalchemy as sa\n\n");
    await content.click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("sa.TIMEST");
    await page.keyboard.press("Control+Space");
    await expect(page.getByRole("option", { name: /^TIMESTAMP/ })).toBeVisible({ timeout: 30_000 });
    await page.keyboard.press("Enter");
  });

  await test.step("the signature of a function of the library", async () => {
    await page.keyboard.type("(");
    await expect(page.locator(".parameter-hints-widget")).toContainText("timezone", { timeout: 30_000 });
    await page.keyboard.press("Escape");
  });

  await test.step("what a name is, and where it is written", async () => {
    await page.locator(".view-line span", { hasText: "TIMESTAMP" }).last().hover();
    await expect(page.locator(".monaco-hover").first()).toContainText("TIMESTAMP", { timeout: 30_000 });
    await page.keyboard.press("ControlOrMeta+F12");
  });
});
