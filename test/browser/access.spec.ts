import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./stillroom.ts";

const sizes = { wide: [1440, 900], medium: [1024, 768], phone: [390, 844] } as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, [width, height]] of Object.entries(sizes)) {
    test(`${name}, ${colorScheme}: axe finds nothing, before and in the middle of a run`, async ({
      stillroom,
      page,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await stillroom.open();
      await page.screenshot({ path: `screenshots/${name}-${colorScheme}-before.png` });
      const violations = async () => {
        const { violations: found } = await new AxeBuilder({ page }).analyze();
        return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
      };
      expect(await violations()).toEqual([]);
      await page.getByRole("button", { name: "Upgrade to head" }).click();
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("slider", { name: "Moment of the last run" }).press("End");
      await page.getByRole("slider", { name: "Moment of the last run" }).press("ArrowLeft");
      await page.waitForTimeout(700);
      await page.screenshot({ path: `screenshots/${name}-${colorScheme}-run.png` });
      expect(await violations()).toEqual([]);
    });
  }
}
