import type { Page } from "@playwright/test";

/** Milliseconds between frames from here on. */
export async function beginFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    Object.assign(window, { frameGaps: gaps });
    let last = performance.now();
    const tick = (now: number) => {
      if ((window as unknown as { readonly frameGaps: readonly number[] }).frameGaps !== gaps) return;
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** The milliseconds since `beginFrames`. */
export async function endFrames(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { frameGaps } = window as unknown as { readonly frameGaps: readonly number[] };
    Object.assign(window, { frameGaps: null });
    return frameGaps.slice(1);
  });
}

/** @param least frames a second that are wanted */
export function frameReport(what: string, gaps: readonly number[], least: number): string {
  const sorted = [...gaps].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  const rate = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
  return `  ${what}: ${rate.toFixed(0)} frames a second; 95 of 100 frames within ${at(0.95).toFixed(0)} ms, the slowest 1 of 100 ${at(0.99).toFixed(0)} ms (at least ${least} a second)`;
}
