import { beforeEach, describe, expect, it } from "vitest";
import { reflect } from "../../src/engine/reflection/reflect.ts";
import { runSql } from "../../src/worker/runSql.ts";
import { writeModels } from "../../src/worker/writeModels.ts";
import { writeScript } from "../../src/worker/writeScript.ts";
import { openTestDatabase, type TestDatabase } from "../database/openTestDatabase.ts";
import { openPythonProject } from "../languages/python/openPythonProject.ts";
import { openProject } from "../languages/typescript/openProject.ts";
import { starters } from "../../src/workspace/starters/starters.ts";
import { homeSchema } from "./homeSchema.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

function run(sql: string): void {
  const { error } = runSql(database.connection, sql);
  expect(error).toBeNull();
}

describe("the script of a database", () => {
  it("brings schema and rows back, so that it is written again as it was", () => {
    run(homeSchema);
    const script = writeScript(database.connection);
    const reflected = reflect(database.connection);
    database.reset();
    run(script);
    expect(writeScript(database.connection)).toBe(script);
    expect(reflect(database.connection)).toEqual(reflected);
    const rows = database.connection.execute('SELECT count(*), max(price), max(title) FROM "Posts ""x"""').rows;
    expect(rows).toEqual([["450", "450.00", "row 99\n\t\\ é ☃"]]);
    expect(database.connection.execute("SELECT nextval('tickets'), nextval('users_id_seq')").rows).toEqual([
      ["110", "3"],
    ]);
  });

  it("is short for an empty one", () => {
    expect(writeScript(database.connection)).not.toContain("CREATE");
  });
});

describe("models written from a database", () => {
  const languages = [
    {
      language: "typescript",
      open: openProject,
      suffix: "ts",
      all: ["targetMetadata }", "targetMetadata, includeSchemas: true }"],
    },
    {
      language: "python",
      open: openPythonProject,
      suffix: "py",
      all: ["target_metadata=target_metadata", "target_metadata=target_metadata, include_schemas=True"],
    },
  ] as const;
  for (const { language, open, suffix, all } of languages)
    it(`differ from it in nothing that autogenerate finds: ${language}`, async () => {
      run(homeSchema);
      const models = writeModels(database.connection, language);
      const id = language === "python" ? "scratch-python" : "scratch";
      const files = starters.find((starter) => starter.id === id)?.files ?? {};
      const path = `alembic/env.${suffix}`;
      const project = open(database.connection, {
        ...files,
        [`models.${suffix}`]: models,
        [path]: files[path]?.replaceAll(all[0], all[1]) ?? "",
      });
      const drift = await project.drift();
      expect(drift.unavailable, models).toBeNull();
      expect(
        drift.changes.map(({ title, reason }) => `${title}: ${reason}`),
        models,
      ).toEqual([]);
    });

  it("say what is usual with no more words than a person would", () => {
    run(
      "CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE); CREATE TABLE posts (id serial PRIMARY KEY, owner int REFERENCES users ON DELETE CASCADE);",
    );
    expect(writeModels(database.connection, "typescript")).toBe(`import * as sa from "sqlalchemy";
import { Base } from "./database";

// env.ts imports Base from here, so that the tables below are registered.
export { Base };

export const Posts = Base.model("posts", {
  id: sa.Column(sa.Integer(), { primaryKey: true }),
  owner: sa.Column(sa.Integer(), sa.ForeignKey("users.id", { onDelete: "CASCADE" })),
});

export const Users = Base.model("users", {
  id: sa.Column(sa.Integer(), { primaryKey: true }),
  email: sa.Column(sa.Text(), { nullable: false, unique: true }),
});
`);
  });
});
