import { beforeEach, describe, expect, it } from "vitest";
import { starters } from "../../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openPythonProject } from "./openPythonProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

function starterFiles(id: string): Readonly<Record<string, string>> {
  const starter = starters.find((candidate) => candidate.id === id);
  if (starter === undefined) throw new Error(`no starter ${id}`);
  return starter.files;
}

const version = () => database.connection.execute("SELECT version_num FROM alembic_version").rows.flat();

describe("the blog in Python", () => {
  it("upgrades to head, one change behind its models", async () => {
    const project = openPythonProject(database.connection, starterFiles("blog-python"));
    const run = await project.run("alembic upgrade head");
    expect(run.stderr.split("\n").at(-2)).toBe(
      "INFO  [alembic.runtime.migration] Running upgrade 88fb11965e20 -> 9b1e40c2a7d3, add posts.owner_id",
    );
    expect(run.exitCode).toBe(0);
    const drift = await project.drift();
    expect(drift.unavailable).toBeNull();
    expect(drift.changes.map(({ sign, title }) => `${sign} ${title}`)).toEqual(["+ add column posts.published"]);
  });

  it("tells each statement with the line that asked for it", async () => {
    const project = openPythonProject(database.connection, starterFiles("blog-python"));
    const { events } = await project.run("alembic upgrade head");
    const lines = events.flatMap((event) =>
      event.kind === "statementExecuted" && event.location?.path.includes("9b1e40c2a7d3") === true
        ? [`${event.location.line}:${event.location.column} ${event.sql.split(" ").slice(0, 3).join(" ")}`]
        : [],
    );
    expect(lines).toEqual([
      "20:5 ALTER TABLE posts",
      "21:5 UPDATE posts SET",
      "22:5 ALTER TABLE posts",
      "23:5 ALTER TABLE posts",
    ]);
  });

  it("goes down to base and up again", async () => {
    const project = openPythonProject(database.connection, starterFiles("blog-python"));
    await project.run("alembic upgrade head");
    expect((await project.run("alembic downgrade base")).exitCode).toBe(0);
    expect(version()).toEqual([]);
    expect((await project.run("alembic upgrade 88")).exitCode).toBe(0);
    expect(version()).toEqual(["88fb11965e20"]);
  });

  it("prints statements instead of running them", async () => {
    const project = openPythonProject(database.connection, starterFiles("blog-python"));
    const run = await project.run("alembic upgrade 043bdf6fcef1 --sql");
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain("INSERT INTO posts (title, content) VALUES ('Notes on copper', NULL);");
  });
});

describe("from scratch in Python", () => {
  it("writes an empty revision by hand and runs it", async () => {
    const project = openPythonProject(database.connection, starterFiles("scratch-python"));
    const made = await project.run('alembic revision -m "create posts table"');
    expect(made.openFile).toEqual({ path: "alembic/versions/000000000001_create_posts_table.py", line: 1, column: 1 });
    expect((await project.run("alembic upgrade head")).exitCode).toBe(0);
    expect(version()).toEqual(["000000000001"]);
  });
});
