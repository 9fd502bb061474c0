import { beforeEach, describe, expect, it } from "vitest";
import { readDrift } from "../../../src/engine/commands/readDrift.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import { createTestProject } from "./testProject.ts";

const { connection, reset } = await openTestDatabase();
const chain = [{ revision: "aaaa", down: null, upgrade: ["CREATE TABLE users (id serial PRIMARY KEY)"] }];
const targetMetadata: MetaData = {
  tables: [
    {
      name: "users",
      columns: [
        { name: "id", type: { name: "Integer" }, primaryKey: true },
        { name: "email", type: { name: "String", length: 100 } },
      ],
      constraints: [],
      indexes: [],
    },
  ],
};
const tables = () =>
  connection
    .execute("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    .rows.map(([name]) => name);

describe("readDrift", () => {
  beforeEach(reset);

  it("says what autogenerate would do, and does nothing", () => {
    const project = createTestProject(connection, chain, { targetMetadata });
    project.run("upgrade head");
    const drift = readDrift(project.world);
    expect(drift.unavailable).toBeNull();
    expect(drift.changes).toMatchObject([
      { sign: "+", title: "add column users.email", subject: "users.email", operation: { kind: "addColumn" } },
    ]);
    expect(connection.inTransaction).toBe(false);
  });

  it("is not available while a revision is not applied, and makes no version table", () => {
    const drift = readDrift(createTestProject(connection, chain, { targetMetadata }).world);
    expect(drift.unavailable?.message).toBe("Target database is not up to date.");
    expect(drift.unavailable?.hint).toContain("alembic upgrade head");
    expect(tables()).toEqual([]);
  });

  it("is not available without metadata", () => {
    const drift = readDrift(createTestProject(connection, []).world);
    expect(drift.unavailable?.message).toBe(
      "Can't proceed with --autogenerate option; environment script /project/alembic/env.ts does not provide a MetaData object or sequence of objects to the context.",
    );
  });

  it("notices models that nobody imported", () => {
    const files = {
      "alembic/env.ts": 'import { Base } from "../database";\n',
      "models.ts": 'export const User = Base.model("users", {});\n',
    };
    const drift = readDrift(createTestProject(connection, [], { targetMetadata: { tables: [] } }, files).world);
    expect(drift.hints).toMatchObject([
      {
        message: "The target metadata has no tables, but models.ts describes some.",
        location: { path: "alembic/env.ts", line: 1 },
      },
    ]);
  });
});
