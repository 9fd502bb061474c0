import { expect, test } from "./stillroom.ts";

test("two heads, their merge, and the ways down from it", async ({ stillroom }) => {
  await stillroom.open("#new/scratch");
  await stillroom.playInstantly();
  await stillroom.run("alembic revision -m first --rev-id a1");
  await stillroom.run("alembic revision -m left --rev-id b1");
  await stillroom.run("alembic revision -m right --rev-id c1 --head a1 --splice");
  await expect(stillroom.history.getByRole("button", { name: /^left, b1, not applied, head$/ })).toBeVisible();
  await expect(stillroom.history.getByRole("button", { name: /^right, c1, not applied, head$/ })).toBeVisible();

  expect(await stillroom.run("alembic upgrade head")).toContain(
    "Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads",
  );
  await expect(stillroom.history).toContainText("0 of 3 applied");
  expect(await stillroom.run("alembic heads")).toMatch(/b1 \(head\)\nc1 \(head\)/);

  await stillroom.run('alembic merge heads -m "join them" --rev-id m1');
  await stillroom.run("alembic upgrade head");
  await expect(stillroom.history).toContainText("4 of 4 applied");
  expect(await stillroom.run("alembic downgrade -1")).toContain("Ambiguous walk");
  await expect(stillroom.history).toContainText("4 of 4 applied");

  await stillroom.run("alembic downgrade b1");
  await expect(stillroom.history).toContainText("3 of 4 applied");
  expect(await stillroom.query("SELECT version_num FROM alembic_version ORDER BY 1")).toEqual([["b1"], ["c1"]]);
});

test("a revision in the database that no file has, and the way out", async ({ stillroom }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.run("alembic upgrade +1");
  await stillroom.query("UPDATE alembic_version SET version_num = 'ghost'");
  await expect(stillroom.history).toContainText("the database is at ghost, which no file has");
  expect(await stillroom.run("alembic current")).toContain("Can't locate revision identified by 'ghost'");
  await stillroom.run("alembic stamp --purge 043b");
  expect(await stillroom.run("alembic current")).toContain("043bdf6fcef1");
  await expect(stillroom.history).toContainText("1 of 3 applied");
});

test("the menu of a revision shows the path of a move before it is taken, and prints its command", async ({
  stillroom,
  page,
}) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.history.getByRole("button", { name: "What to do with add users table" }).focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu", { name: "add users table" });
  await menu.getByRole("menuitem", { name: /^Upgrade to here/ }).focus();
  await expect(stillroom.history.getByText("Would upgrade 2 revisions: 043bdf6f, 88fb1196")).toBeVisible();
  await page.keyboard.press("Enter");
  await stillroom.finished();
  await expect(stillroom.output).toContainText("$ alembic upgrade 88fb11965e20");
  await expect(stillroom.history).toContainText("2 of 3 applied");
});

test("a long history is folded around the database, and unfolds", { tag: "@long" }, async ({ stillroom }) => {
  await stillroom.open("#new/scratch");
  await stillroom.playInstantly();
  const lines = Array.from({ length: 45 }, (_, index) => `alembic revision -m step${index} --rev-id r${index}`);
  for (let start = 0; start < lines.length; start += 9) await stillroom.run(lines.slice(start, start + 9).join(" && "));
  await expect(stillroom.history).toContainText("0 of 45 applied");
  const fold = stillroom.history.getByRole("button", { name: /more revisions, 0 of them applied/ });
  await expect(fold).toBeVisible();
  await stillroom.run("alembic upgrade r20");
  await expect(stillroom.history.getByRole("button", { name: /^step20, r20, applied/ })).toBeVisible();
  await expect(stillroom.history.getByRole("button", { name: /more revisions/ })).toHaveCount(2);
  await stillroom.history.getByRole("button", { name: /more revisions, 1[0-9] of them applied/ }).click();
  await expect(stillroom.history.getByRole("button", { name: /more revisions/ })).toHaveCount(1);
  await stillroom.history.getByRole("button", { name: "Fold again" }).click();
  await expect(stillroom.history.getByRole("button", { name: /more revisions/ })).toHaveCount(2);
});
