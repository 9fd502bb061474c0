import { expect, test } from "./stillroom.ts";

/* What a first lesson of Alembic teaches, done in the page from an empty project to a generated revision. */

const revisionOf = (id: string, down: string | null, message: string, upgrade: string, downgrade: string): string =>
  `/** ${message}
 *
 * Revision ID: ${id}
 * Revises: ${down ?? ""}
 * Create Date: 2026-01-17 20:37:16.951993
 */
import { op } from "alembic";
import { Column, Integer, PrimaryKeyConstraint, String, TIMESTAMP, UniqueConstraint, text } from "sqlalchemy";

export const revision = "${id}";
export const downRevision = ${down === null ? "null" : `"${down}"`};
export const branchLabels = null;
export const dependsOn = null;

export function upgrade() {
${upgrade}
}

export function downgrade() {
${downgrade}
}
`;

const models = `import { Boolean, Column, ForeignKey, Integer, String, TIMESTAMP, text } from "sqlalchemy";
import { Base } from "./database";
export { Base };

export const User = Base.model("users", {
  id: Column(Integer, { primaryKey: true }),
  email: Column(String, { nullable: false, unique: true }),
  password: Column(String, { nullable: false }),
  createdAt: Column("created_at", TIMESTAMP({ timezone: true }), { nullable: false, serverDefault: text("now()") }),
});
export const Post = Base.model("posts", {
  id: Column(Integer, { primaryKey: true }),
  title: Column(String, { nullable: false }),
  content: Column(String, { nullable: false }),
  published: Column(Boolean, { nullable: false, serverDefault: "true" }),
  createdAt: Column("created_at", TIMESTAMP({ timezone: true }), { nullable: false, serverDefault: text("now()") }),
  ownerId: Column("owner_id", Integer, ForeignKey("users.id", { onDelete: "CASCADE" }), { nullable: false }),
});
export const Vote = Base.model("votes", {
  userId: Column("user_id", Integer, ForeignKey("users.id", { onDelete: "CASCADE" }), { primaryKey: true }),
  postId: Column("post_id", Integer, ForeignKey("posts.id", { onDelete: "CASCADE" }), { primaryKey: true }),
});
`;

test("the first lesson, from an empty project to a generated revision", async ({ stillroom, page }) => {
  test.setTimeout(240_000);
  await stillroom.open();
  await stillroom.startFrom("From scratch");
  await stillroom.playInstantly();
  await expect(stillroom.history).toContainText("No revisions yet.");

  await test.step("every --help answers", async () => {
    expect(await stillroom.run("alembic --help")).toContain("usage: alembic [-h]");
    expect(await stillroom.run("alembic upgrade --help")).toContain(
      "usage: alembic upgrade [-h] [--sql] [--tag TAG] revision",
    );
  });

  const ids: string[] = [];
  const columns = (table: string) =>
    stillroom.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`,
    );

  const write = async (message: string, upgrade: string, downgrade: string) => {
    const printed = await stillroom.run(`alembic revision -m "${message}"`);
    const id = /versions\/([0-9a-f]{12})_/.exec(printed.replaceAll(/\s/g, ""))?.[1] ?? "";
    expect(id).not.toBe("");
    await expect(stillroom.editor.getByRole("tab", { selected: true })).toContainText(id);
    await stillroom.write(revisionOf(id, ids.at(-1) ?? null, message, upgrade, downgrade));
    ids.push(id);
  };

  await test.step("four revisions by hand", async () => {
    await write(
      "create posts table",
      '  op.createTable("posts", Column("id", Integer, { nullable: false, primaryKey: true }), Column("title", String, { nullable: false }));',
      '  op.dropTable("posts");',
    );
    expect(await stillroom.run(`alembic upgrade ${ids[0]}`)).toContain(`Running upgrade  -> ${ids[0]}`);
    expect(await columns("posts")).toEqual([["id"], ["title"]]);
    await write(
      "add content column to posts table",
      '  op.addColumn("posts", Column("content", String, { nullable: false }));',
      '  op.dropColumn("posts", "content");',
    );
    await stillroom.run("alembic upgrade head");
    await stillroom.run("alembic downgrade -1");
    expect(await columns("posts")).toEqual([["id"], ["title"]]);
    await write(
      "add users table",
      `  op.createTable("users",
    Column("id", Integer, { nullable: false }),
    Column("email", String, { nullable: false }),
    Column("password", String, { nullable: false }),
    Column("created_at", TIMESTAMP({ timezone: true }), { nullable: false, serverDefault: text("now()") }),
    PrimaryKeyConstraint("id"),
    UniqueConstraint("email"),
  );`,
      '  op.dropTable("users");',
    );
    await stillroom.run("alembic upgrade +1");
    expect(await stillroom.run("alembic current")).toContain(ids[1] ?? "?");
    await stillroom.run("alembic upgrade +1");
    await write(
      "add foreign key to posts table",
      `  op.addColumn("posts", Column("owner_id", Integer, { nullable: false }));
  op.createForeignKey("post_users_fk", "posts", "users", ["owner_id"], ["id"], { onDelete: "CASCADE" });`,
      `  op.dropConstraint("post_users_fk", "posts");
  op.dropColumn("posts", "owner_id");`,
    );
    await stillroom.run(`alembic upgrade ${ids[3]?.slice(0, 4) ?? ""}`);
    expect(await stillroom.query("SELECT confdeltype FROM pg_constraint WHERE conname = 'post_users_fk'")).toEqual([
      ["c"],
    ]);
  });

  await test.step("back down to base one at a time and up again", async () => {
    for (let left = 3; left >= 0; left--) {
      await stillroom.run("alembic downgrade -1");
      await expect(stillroom.history).toContainText(`${left} of 4 applied`);
    }
    expect(await stillroom.query("SELECT count(*) FROM alembic_version")).toEqual([["0"]]);
    await stillroom.run("alembic upgrade head");
    await stillroom.run("alembic downgrade base");
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.query("SELECT version_num FROM alembic_version")).toEqual([[ids[3]]]);
  });

  await test.step("models ahead are seen while they are typed, and become a revision", async () => {
    await stillroom.openFile("models.ts");
    await stillroom.write(models);
    await expect(stillroom.drift).toContainText("Models are 3 changes ahead");
    for (const subject of ["votes", "posts.published", "posts.created_at"])
      await expect(stillroom.drift).toContainText(subject);
    await stillroom.drift.getByRole("button", { name: "Generate revision" }).click();
    await page.getByLabel("Message").fill("add votes and two columns");
    await page.getByRole("button", { name: "Write revision" }).click();
    await stillroom.finished();
    await expect(stillroom.output).toContainText('alembic revision --autogenerate -m "add votes and two columns"');
    await expect(stillroom.editor.getByRole("tab", { selected: true })).toContainText("_add_votes_and_two_columns.ts");
    await expect(stillroom.drift).toContainText("Target database is not up to date.");
    await stillroom.run("alembic upgrade head");
    expect(await stillroom.run("alembic check")).toContain("No new upgrade operations detected.");
    await expect(stillroom.drift).toContainText("Models match the database");
    expect(
      await stillroom.query(
        "SELECT conname FROM pg_constraint WHERE conrelid = 'votes'::regclass AND contype IN ('p', 'f') ORDER BY 1",
      ),
    ).toEqual([["votes_pkey"], ["votes_post_id_fkey"], ["votes_user_id_fkey"]]);
    await stillroom.run("alembic downgrade -1");
    expect(await columns("votes")).toEqual([]);
    expect((await columns("posts")).flat()).toEqual(["id", "title", "content", "owner_id"]);
    await stillroom.run("alembic upgrade head");
  });

  await test.step("Base from database.ts gives empty metadata and a reason", async () => {
    await stillroom.openFile("env.ts");
    const text = (await stillroom.run("cat alembic/env.ts")).replaceAll(/\u00a0/g, " ");
    await stillroom.write(text.replace('from "../models"', 'from "../database"'));
    await expect(stillroom.drift).toContainText("Models are 3 changes ahead");
    await page.getByRole("tab", { name: /^Differences/ }).click();
    await expect(page.getByRole("list", { name: "Hints" })).toContainText("let alembic/env.ts import models.ts");
    await stillroom.write(text.replace(/\n *targetMetadata,/g, "").replace(", targetMetadata", ""));
    expect(await stillroom.run("alembic revision --autogenerate -m x")).toContain("does not provide a MetaData object");
  });
});
