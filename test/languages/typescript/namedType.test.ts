import { beforeEach, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openProject, starterFiles } from "./openProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

const revision = `import { op } from "alembic";
import * as sa from "sqlalchemy";
import * as postgresql from "sqlalchemy/dialects/postgresql";

export const revision = "1";
export const downRevision = null;

const state = sa.Enum("draft", "now: public", { name: "post_state" });
const positive = postgresql.DOMAIN("positive", sa.Integer, { check: "VALUE > 0" });

export function upgrade() {
  state.create(op.getBind());
  state.create(op.getBind());
  positive.create(op.getBind(), { checkfirst: false });
}

export function downgrade() {
  positive.drop(op.getBind());
  positive.drop(op.getBind());
  state.drop(op.getBind(), { checkfirst: false });
}
`;

const types = (): unknown =>
  database.connection.execute(
    "SELECT typname, typtype FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') ORDER BY 1",
  ).rows;

it("named types are created and dropped by hand, each once", async () => {
  const project = openProject(database.connection, {
    ...starterFiles("scratch"),
    "alembic/versions/1_types.ts": revision,
  });
  expect((await project.run("alembic upgrade head")).stderr).not.toContain("Error");
  expect(types()).toEqual([
    ["positive", "d"],
    ["post_state", "e"],
  ]);
  expect(database.connection.execute("SELECT 'now: public'::post_state").rows).toEqual([["now: public"]]);
  expect((await project.run("alembic downgrade base")).stderr).not.toContain("Error");
  expect(types()).toEqual([]);
});

it("a second creation that is not asked for first fails as PostgreSQL does", async () => {
  const twice = revision.replaceAll(
    "state.create(op.getBind());",
    "state.create(op.getBind(), { checkfirst: false });",
  );
  const project = openProject(database.connection, {
    ...starterFiles("scratch"),
    "alembic/versions/1_types.ts": twice,
  });
  expect((await project.run("alembic upgrade head")).stderr).toContain('type "post_state" already exists');
  expect(types()).toEqual([]);
});
