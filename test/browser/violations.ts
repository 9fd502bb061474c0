import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/**
 * What axe finds on the page in both themes.
 * @param part where the page is the same thing many times over, one of them
 */
export async function violations(page: Page, part = "body"): Promise<readonly string[]> {
  const found: string[] = [];
  const setTheme = (theme: string) => page.evaluate((value) => (document.documentElement.dataset.theme = value), theme);
  const analyse = async (theme: string, axe: AxeBuilder) => {
    await setTheme(theme);
    // What fades in, or from one theme's colour to the other's, must have arrived before its contrast is measured.
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
    const results = await axe.include(part).analyze();
    found.push(...results.violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html ?? ""}`));
  };
  await analyse("light", new AxeBuilder({ page }));
  // Colours are all that the other theme has of its own.
  await analyse("dark", new AxeBuilder({ page }).withRules(["color-contrast"]));
  await setTheme("light");
  return found;
}
