import { expect, test } from "./stillroom.ts";

test("Python: the blog runs in the tab", async ({ stillroom, page }) => {
  await stillroom.open();
  await stillroom.playInstantly();
  await stillroom.startFrom("Blog \\(Python\\)");
  await stillroom.finished();

  await test.step("upgrade, and what the models are ahead", async () => {
    await stillroom.run("alembic upgrade head");
    await expect(stillroom.output).toContainText("Running upgrade 88fb11965e20 -> 9b1e40c2a7d3, add posts.owner_id");
    await expect(stillroom.drift).toContainText("1 change");
  });

  await test.step("autogenerate writes what Alembic writes", async () => {
    expect(await stillroom.run('alembic revision --autogenerate -m "add posts.published"')).toContain("done");
    const files = page.getByRole("tree", { name: "Project files" });
    await expect(files.getByRole("treeitem", { name: /add_posts_published\.py/ })).toBeVisible();
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.run("alembic check")).toContain("No new upgrade operations detected.");
    await stillroom.run("alembic downgrade -1");
    expect(await stillroom.run("alembic current")).toContain("9b1e40c2a7d3");
  });
});
