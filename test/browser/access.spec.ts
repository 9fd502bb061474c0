import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./stillroom.ts";

const sizes = { wide: [1440, 900], medium: [1024, 768], phone: [390, 844] } as const;

for (const [name, [width, height]] of Object.entries(sizes)) {
  test(
    `${name}: axe finds nothing, before and in the middle of a run, in both themes`,
    { tag: name === "medium" ? "@long" : "@access" },
    async ({ stillroom, page }) => {
      const look = async (moment: string) => {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: `screenshots/${name}-${colorScheme}-${moment}.png` });
          const axe = new AxeBuilder({ page });
          // Colours are all that the other theme has of its own.
          const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
            colorScheme,
          ).toEqual([]);
        }
      };
      await page.setViewportSize({ width, height });
      await stillroom.open();
      await look("before");
      await page.getByRole("button", { name: "Upgrade to head" }).click();
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("slider", { name: "Moment of the last run" }).press("End");
      await page.getByRole("slider", { name: "Moment of the last run" }).press("ArrowLeft");
      await page.waitForTimeout(700);
      await look("run");
    },
  );
}
