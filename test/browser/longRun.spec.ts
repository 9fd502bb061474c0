import { encodeLink } from "../../src/workspace/link/encodeLink.ts";
import { expect, test } from "./stillroom.ts";

const count = 150;
const idOf = (index: number): string => `r${String(index).padStart(3, "0")}`;

function revisionFile(index: number): string {
  const down = index === 0 ? "null" : `"${idOf(index - 1)}"`;
  return `/** step ${index} */
export const revision = "${idOf(index)}";
export const downRevision = ${down};
export const branchLabels = null;
export const dependsOn = null;
export function upgrade() {}
export function downgrade() {}
`;
}

test("a run of a hundred steps lists those around the shown one, and the others when they are asked for", async ({
  stillroom,
  page,
}) => {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`alembic/versions/${idOf(index)}.ts`, revisionFile(index)]),
  );
  await stillroom.open(`#${await encodeLink({ v: 1, name: "long", base: "scratch", files, heads: [] })}`);
  await page.getByRole("button", { name: "Run it" }).click();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade head");
  await expect(stillroom.history.getByText(`${count} of ${count} applied`)).toBeVisible();
  await expect(stillroom.output).toContainText(`${idOf(count - 2)} -> ${idOf(count - 1)}, step ${count - 1}`);

  // Of a long history, what a downgrade would take back next is proven by itself.
  const revision = (index: number) => stillroom.history.getByRole("button", { name: new RegExp(`^step ${index}\\b`) });
  await expect(revision(count - 1)).toContainText("proven");
  await expect(revision(count - 2)).not.toContainText("proven");

  const run = page.getByRole("region", { name: "Last run" });
  const step = (index: number) => run.getByText(`upgrade step ${index}${idOf(index)}`);
  await expect(step(count - 1)).toBeVisible();
  await expect(step(0)).toHaveCount(0);
  await run.getByRole("button", { name: "90 of 90 steps before these" }).click();
  await expect(step(0)).toHaveCount(1);
  await expect(run.getByRole("button", { name: /steps before these/ })).toHaveCount(0);

  const handle = page.getByRole("slider", { name: "Moment of the last run" });
  await handle.focus();
  await handle.press("Home");
  await expect(handle).toHaveAttribute("aria-valuenow", "0");
  await expect(step(0)).toBeInViewport();
});
