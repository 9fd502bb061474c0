import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openProject, starterFiles } from "./openProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
  database.connection.executeScript(`
    CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE);
    CREATE TABLE posts (id serial PRIMARY KEY, title varchar(200), owner_id int, price numeric(10, 2));
    INSERT INTO users (email) VALUES ('ada@x.org'), ('bob@x.org');
    INSERT INTO posts (title, owner_id, price) VALUES ('first', 1, 1.50), ('second', 1, NULL);
  `);
});

const header = `import { op } from "alembic";
import * as sa from "sqlalchemy";

export const revision = "1";
export const downRevision = null;

const users = sa.table("users", sa.column("id", sa.Integer), sa.column("email", sa.String));
const posts = sa.table("posts", sa.column("id", sa.Integer), sa.column("title", sa.String), sa.column("owner_id", sa.Integer), sa.column("price", sa.Numeric));
`;

async function run(body: string) {
  const project = openProject(database.connection, {
    ...starterFiles("scratch"),
    "alembic/versions/1_data.ts": `${header}\nexport function upgrade() {\n  ${body};\n}\n\nexport function downgrade() {}\n`,
  });
  const { exitCode, stdout, stderr, events } = await project.run("alembic upgrade head");
  const sql = events.flatMap((event) =>
    event.kind === "statementExecuted" && event.location !== null ? [event.sql.replaceAll(/\s+/g, " ")] : [],
  );
  return { exitCode, stdout, stderr, sql };
}

describe("the expression language", () => {
  it.each([
    [
      'op.execute(posts.update().where(posts.c.id.eq(1)).values({ title: "x" }))',
      "UPDATE posts SET title='x' WHERE posts.id = 1",
    ],
    [
      'op.execute(sa.update(posts).values({ title: posts.c.title.concat("!") }))',
      "UPDATE posts SET title=(posts.title || '!')",
    ],
    ["op.execute(posts.delete().where(posts.c.owner_id.is_(null)))", "DELETE FROM posts WHERE posts.owner_id IS NULL"],
    [
      'op.execute(sa.insert(posts).values({ title: "a" }, { title: "b" }))',
      "INSERT INTO posts (title) VALUES ('a'), ('b')",
    ],
    [
      'op.getBind().execute(posts.insert().values({ title: "a" }).returning(posts.c.id)).scalar()',
      "INSERT INTO posts (title) VALUES ('a') RETURNING posts.id",
    ],
    [
      'op.getBind().execute(sa.select(posts.c.id).where(posts.c.title.in_(["first", "x"]), posts.c.id.gt(0)).orderBy(posts.c.id.desc()).limit(2))',
      "SELECT posts.id FROM posts WHERE posts.title IN ('first', 'x') AND posts.id > 0 ORDER BY posts.id DESC LIMIT 2",
    ],
    [
      "op.getBind().execute(sa.select(users.c.email, sa.func.count(posts.c.id)).selectFrom(users.join(posts, posts.c.owner_id.eq(users.c.id))).groupBy(users.c.email))",
      "SELECT users.email, count(posts.id) AS count_1 FROM users JOIN posts ON posts.owner_id = users.id GROUP BY users.email",
    ],
    [
      "op.execute(sa.update(posts).values({ owner_id: sa.select(sa.func.min(users.c.id)).scalarSubquery() }))",
      "UPDATE posts SET owner_id=(SELECT min(users.id) AS min_1 FROM users)",
    ],
    [
      'op.execute(posts.update().values({ title: sa.case_([[posts.c.price.gt(2), "dear"]], { else: "cheap" }) }))',
      "UPDATE posts SET title=CASE WHEN (posts.price > 2) THEN 'dear' ELSE 'cheap' END",
    ],
    [
      'op.execute(posts.update().where(sa.or_(posts.c.id.eq(1), sa.and_(posts.c.id.eq(2), sa.not_(posts.c.title.like("a%"))))).values({ price: sa.cast("3", sa.Numeric(10, 2)) }))',
      "UPDATE posts SET price=CAST('3' AS NUMERIC(10, 2)) WHERE posts.id = 1 OR posts.id = 2 AND posts.title NOT LIKE 'a%'",
    ],
    [
      "op.execute(users.delete().where(sa.not_(sa.exists(sa.select(posts.c.id).where(posts.c.owner_id.eq(users.c.id))))))",
      "DELETE FROM users WHERE NOT EXISTS (SELECT posts.id FROM posts WHERE posts.owner_id = users.id)",
    ],
    [
      'op.execute(sa.insert(posts).fromSelect(["title"], sa.select(users.c.email)))',
      "INSERT INTO posts (title) SELECT users.email FROM users",
    ],
    [
      'op.execute(sa.insert(users).values({ email: "ada@x.org" }).onConflictDoNothing(["email"]))',
      "INSERT INTO users (email) VALUES ('ada@x.org') ON CONFLICT (email) DO NOTHING",
    ],
    [
      'op.getBind().execute(posts.update().where(posts.c.id.eq(sa.bindparam("which"))).values({ title: "z :a" }), { which: 1 })',
      "UPDATE posts SET title='z :a' WHERE posts.id = 1",
    ],
  ])("%s", async (body, sql) => {
    const { exitCode, sql: executed, stderr } = await run(body);
    expect(stderr).not.toContain("Error");
    expect(exitCode).toBe(0);
    expect(executed).toEqual([sql]);
  });

  it("gives rows at once", async () => {
    const { stdout, exitCode } = await run(
      'console.log(op.getBind().execute(sa.select(users.c.id, users.c.email.label("mail")).orderBy(users.c.id)).mappings())',
    );
    expect(exitCode).toBe(0);
    expect(stdout).toBe('[{ id: 1, mail: "ada@x.org" }, { id: 2, mail: "bob@x.org" }]\n');
  });
});
