import { expect, test } from "./stillroom.ts";

const models = (columns: string): string => `import * as sa from "sqlalchemy";
import { Base } from "./database";

export { Base };

export const Post = Base.model("posts", {
  id: sa.Column(sa.Integer, { primaryKey: true }),
  ${columns}
});
`;

test("a rename is asked for, taken as code, and keeps the values", async ({ stillroom, page }) => {
  await stillroom.open("#new/scratch");
  await stillroom.playInstantly();
  await stillroom.openFile("models.ts");
  await stillroom.write(models("body: sa.Column(sa.Text),"));
  await expect(stillroom.drift).toContainText("Models are 1 change ahead");
  await stillroom.run('alembic revision --autogenerate -m "create posts"');
  await stillroom.run("alembic upgrade head");
  await stillroom.query("INSERT INTO posts (body) VALUES ('kept')");
  await stillroom.openFile("models.ts");
  await stillroom.write(models("content: sa.Column(sa.Text),"));
  await expect(stillroom.drift).toContainText("Models are 2 changes ahead");
  await stillroom.drift.getByRole("button", { name: "1 thing to look at" }).click();
  const advice = page.getByRole("region", { name: "Beside Alembic" });
  await expect(advice).toContainText("Is posts.content the former posts.body?");
  await advice.getByText("The code").click();
  await expect(advice).toContainText('op.alterColumn("posts", "body"');
  await advice.getByRole("button", { name: "Yes, rename it" }).click();
  await expect(stillroom.drift).toContainText("Models are 1 change ahead");
  expect(await stillroom.run('alembic revision --autogenerate -m "rename body"')).toContain(
    "INFO  [alembic.stillroom] Advice taken: Is posts.content the former posts.body?",
  );
  await stillroom.run("alembic upgrade head");
  expect(await stillroom.query("SELECT content FROM posts")).toEqual([["kept"]]);
  await expect(stillroom.drift).toContainText("Models match the database");
  await stillroom.run("alembic downgrade -1");
  expect(await stillroom.query("SELECT body FROM posts")).toEqual([["kept"]]);
});
