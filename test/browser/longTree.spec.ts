import { encodeLink } from "../../src/workspace/link/encodeLink.ts";
import { expect, test } from "./stillroom.ts";

const count = 400;
const noteOf = (index: number): string => `note_${String(index).padStart(3, "0")}.txt`;

test("a tree of hundreds of files is drawn in part, and every file is reached by mouse and keyboard", async ({
  stillroom,
  page,
}) => {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`alembic/versions/${noteOf(index)}`, `${index}\n`]),
  );
  await stillroom.open(`#${await encodeLink({ v: 1, name: "many", base: "scratch", files, heads: [] })}`);
  const tree = page.getByRole("tree", { name: "Project files" });
  const row = (name: string) => tree.getByRole("treeitem", { name, exact: true });
  expect(await tree.getByRole("treeitem").count()).toBeLessThan(120);
  await expect(row(noteOf(count - 1))).toHaveCount(0);

  await tree.getByRole("treeitem").first().click();
  await page.keyboard.press("End");
  const last = tree.locator(":focus");
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute("aria-label", noteOf(count - 1));
  for (let step = 0; step < 60; step++) await page.keyboard.press("ArrowUp");
  await expect(tree.locator(":focus")).toBeInViewport();
  await expect(tree.locator(":focus")).toHaveAttribute("aria-label", noteOf(count - 61));

  await page.keyboard.press("F2");
  const field = page.getByLabel(`New path of alembic/versions/${noteOf(count - 61)}`);
  await expect(field).toBeInViewport();
  await expect(field).toBeFocused();
  await field.fill("alembic/versions/note_338b.txt");
  await field.press("Enter");
  await expect(row("note_338b.txt")).toBeInViewport();
  await expect(row("note_338b.txt")).toBeFocused();

  await tree.hover();
  await page.mouse.wheel(0, -100_000);
  await expect(row("config.ts")).toBeInViewport();
  await row("config.ts").click();
  await expect(row("config.ts")).toHaveAttribute("aria-selected", "true");
  await expect(stillroom.editor.getByRole("tab", { name: "config.ts" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(row("config.ts")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row("config.ts")).toBeVisible();
});
