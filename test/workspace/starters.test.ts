import { beforeEach, describe, expect, it } from "vitest";
import { starters, type Starter } from "../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../database/openTestDatabase.ts";
import { openPythonProject } from "../languages/python/openPythonProject.ts";
import { openProject } from "../languages/typescript/openProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

function open(id: Starter["id"]) {
  const starter = starters.find((candidate) => candidate.id === id);
  if (starter === undefined) throw new Error(`no starter ${id}`);
  expect(starter.files[starter.openFile]).toBeDefined();
  return openProject(database.connection, starter.files);
}

const first = (sql: string): string | null | undefined => database.connection.execute(sql).rows[0]?.[0];

describe("the shop", () => {
  it("goes up with its rows, one change behind its models, and down again", async () => {
    const shop = open("shop");
    expect((await shop.run("alembic upgrade head")).problem).toBeUndefined();
    expect(first("SELECT count(*) FROM orders")).toBe("60");
    expect(Number(first("SELECT min(stock) FROM products"))).toBeGreaterThan(0);
    const drift = await shop.drift();
    expect(drift.changes.map(({ title }) => title)).toEqual(["add column customers.city", "add column products.notes"]);
    expect((await shop.run("alembic downgrade base")).problem).toBeUndefined();
    expect(first("SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")).toBe(
      "1",
    );
  });
});

describe("two heads", () => {
  it("stop an upgrade to head until they are merged", async () => {
    const project = open("two-heads");
    const stopped = await project.run("alembic upgrade head");
    expect(stopped.problem?.message).toContain("Multiple head revisions are present");
    expect((await project.run('alembic merge heads -m "merge"')).exitCode).toBe(0);
    expect((await project.run("alembic upgrade head")).problem).toBeUndefined();
    expect((await project.drift()).changes).toEqual([]);
  });
});

describe("the broken one", () => {
  it("stops at the rows, and can be repaired", async () => {
    const project = open("broken");
    const stopped = await project.run("alembic upgrade head");
    expect(stopped.problem?.message).toContain('column "team_id" of relation "members" contains null values');
    const path = "alembic/versions/c46f70b95d18_teams.ts";
    project.files[path] = (project.files[path] ?? "")
      .replace(
        `op.addColumn("members", sa.Column("team_id", sa.Integer(), { nullable: false }));`,
        `op.execute("INSERT INTO teams (name) VALUES ('first')");
  op.addColumn("members", sa.Column("team_id", sa.Integer(), { nullable: true }));
  op.execute("UPDATE members SET team_id = 1");
  op.alterColumn("members", "team_id", { nullable: false });`,
      )
      .replace(`op.dropColumn("members", "name")`, `op.dropColumn("members", "team_id")`);
    expect((await project.run("alembic upgrade head")).problem).toBeUndefined();
    expect((await project.drift()).changes).toEqual([]);
    expect((await project.run("alembic downgrade -1")).problem).toBeUndefined();
    expect(first("SELECT string_agg(name, ',' ORDER BY id) FROM members")).toBe("Ada,Jabir,Grace");
  });
});

describe("the same project in Python", () => {
  it.each(["blog", "shop", "two-heads", "broken", "scratch"] as const)(
    "%s has the same statements and models",
    async (id) => {
      const python = starters.find((candidate) => candidate.id === `${id}-python`);
      expect(python?.files[python.openFile]).toBeDefined();
      const both = [open(id), openPythonProject(database.connection, python?.files ?? {})];
      const statements = await Promise.all(both.map((project) => project.run("alembic upgrade heads --sql")));
      expect(statements[1]?.stdout).toBe(statements[0]?.stdout);
      const [inTypeScript, inPython] = await Promise.all(both.map((project) => project.drift()));
      expect(inTypeScript?.models).not.toBeNull();
      expect(inPython?.models).toEqual(inTypeScript?.models);
    },
  );
});
