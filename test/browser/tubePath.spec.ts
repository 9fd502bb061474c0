import { expect, test } from "@playwright/test";
import { layoutHistory } from "../../src/ui/timeline/layoutHistory.ts";
import { pointOnTube, tubePath } from "../../src/ui/timeline/tubePath.ts";
import { history } from "../ui/timeline/history.ts";

const scale = { columnWidth: 148, laneHeight: 92, left: 28, top: 50 };
const fractions = [0, 0.1, 0.37, 0.5, 0.81, 1];

test("the drop stands where the browser says that the liquid ends", async ({ page }) => {
  const branches = history({ a: [], b: ["a"], x: ["a"], y: ["a"], c: ["b"], d: ["c"], m: ["d", "x"], n: ["m", "y"] });
  const tubes = layoutHistory(branches).edges.filter(({ kind }) => kind === "tube");
  expect(tubes.some(({ from, to }) => from.lane !== to.lane)).toBe(true);
  const measured = await page.evaluate(
    ([paths, shares]) =>
      paths.map((d) => {
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        path.setAttribute("d", d);
        return shares.map((share) => {
          const { x, y } = path.getPointAtLength(path.getTotalLength() * share);
          return { x, y };
        });
      }),
    [tubes.map((edge) => tubePath(edge, scale)), fractions] as const,
  );
  for (const [index, edge] of tubes.entries()) {
    for (const [position, fraction] of fractions.entries()) {
      const point = pointOnTube(edge, scale, fraction);
      const there = measured[index]?.[position] ?? { x: Number.NaN, y: Number.NaN };
      expect(Math.hypot(point.x - there.x, point.y - there.y), `${edge.key} at ${fraction}`).toBeLessThan(0.5);
    }
  }
});
