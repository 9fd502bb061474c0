import { beforeEach, describe, expect, it } from "vitest";
import type { Advice } from "../../../src/engine/advice/advice.ts";
import { giveAdvice } from "../../../src/engine/advice/giveAdvice.ts";
import { remainingAdvice, takeAdvice } from "../../../src/engine/advice/takeAdvice.ts";
import { compareMetadata } from "../../../src/engine/autogenerate/compareMetadata.ts";
import { describeOperation } from "../../../src/engine/autogenerate/describeOperation.ts";
import { compileOperation } from "../../../src/engine/ddl/compileOperation.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";
import type { Column } from "../../../src/engine/schema/column.ts";
import type { Constraint } from "../../../src/engine/schema/constraint.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import type { SqlType } from "../../../src/engine/schema/sqlType.ts";
import type { Table } from "../../../src/engine/schema/table.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";

const { connection, reset } = await openTestDatabase();

const id: Column = { name: "id", type: { name: "Integer" }, primaryKey: true };
const text = (name: string, more: Partial<Column> = {}): Column => ({ name, type: { name: "Text" }, ...more });
const mood: SqlType = { name: "Enum", values: ["sad", "ok"], enumName: "mood" };

function model(...tables: readonly Partial<Table>[]): MetaData {
  return { tables: tables.map((table) => ({ name: "posts", columns: [], constraints: [], indexes: [], ...table })) };
}

function compare(metadata: MetaData): {
  readonly migration: ReturnType<typeof compareMetadata>;
  advice: readonly Advice[];
} {
  const migration = compareMetadata(connection, metadata);
  const comparison = { connection, options: {}, upgradeOps: migration.upgradeOps, ...migration.tables };
  return { migration, advice: giveAdvice(comparison) };
}

function run(operations: readonly Operation[]): void {
  const context = { mode: "online", createdTypes: new Set<string>() } as const;
  for (const operation of operations)
    for (const { sql } of compileOperation(operation, context)) connection.execute(sql.replaceAll("\\:", ":"));
}

const rows = (sql: string): readonly (readonly (string | null)[])[] => connection.execute(sql).rows;
const titles = (operations: readonly Operation[]): readonly string[] =>
  operations.map((operation) => describeOperation(operation).title);

/** Takes all advice, runs up, compares again, runs down, compares with what it was. */
function takeAll(metadata: MetaData, before: MetaData, insideUpgraded: () => void = () => undefined): void {
  const { migration, advice } = compare(metadata);
  const taken = takeAdvice(migration, advice);
  run(taken.upgradeOps);
  expect(titles(compareMetadata(connection, metadata).upgradeOps)).toEqual([]);
  insideUpgraded();
  run(taken.downgradeOps);
  expect(titles(compareMetadata(connection, before).upgradeOps)).toEqual([]);
}

describe("advice", () => {
  beforeEach(reset);

  it("is silent where Alembic's revision is right", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, body text); INSERT INTO posts (body) VALUES ('x')");
    expect(compare(model({ columns: [id, text("body"), text("note")] })).advice).toEqual([]);
    expect(compare(model({ columns: [id] })).advice).toEqual([]);
    expect(compare(model({ columns: [id, { name: "n", type: { name: "Integer" } }] })).advice).toEqual([]);
  });

  it("asks whether a column was renamed, and keeps its values, its index and the way back", () => {
    connection.execute(
      "CREATE TABLE posts (id serial PRIMARY KEY, body text NOT NULL); CREATE INDEX ix_posts_body ON posts (body); INSERT INTO posts (body) VALUES ('x')",
    );
    const before = model({
      columns: [id, text("body", { nullable: false })],
      indexes: [{ name: "ix_posts_body", columns: ["body"], unique: false }],
    });
    const after = model({
      columns: [id, text("content", { nullable: true })],
      indexes: [{ name: "ix_posts_content", columns: ["content"], unique: false }],
    });
    expect(compare(after).advice.map(({ title }) => title)).toEqual(["Is posts.content the former posts.body?"]);
    takeAll(after, before, () => expect(rows("SELECT content FROM posts")).toEqual([["x"]]));
    expect(rows("SELECT body FROM posts")).toEqual([["x"]]);
  });

  it("asks about each pair, and follows only what is taken", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, a text, b text)");
    const { migration, advice } = compare(model({ columns: [id, text("c"), text("b")] }));
    expect(advice.map(({ id: key }) => key)).toEqual(["renamedColumn:posts.a:c"]);
    expect(takeAdvice(migration, [])).toEqual({
      upgradeOps: migration.upgradeOps,
      downgradeOps: migration.downgradeOps,
    });
    expect(titles(takeAdvice(migration, advice).upgradeOps)).toEqual(["alter column posts.a"]);
  });

  it("asks no more about a column that is renamed", () => {
    connection.execute(
      "CREATE TABLE posts (id serial PRIMARY KEY, body text NOT NULL); INSERT INTO posts (body) VALUES ('x')",
    );
    const { advice } = compare(model({ columns: [id, text("content", { nullable: false })] }));
    expect(advice.map(({ kind }) => kind)).toEqual(["renamedColumn", "requiredColumn"]);
    expect(remainingAdvice(advice, [])).toEqual(advice);
    expect(remainingAdvice(advice, advice.slice(0, 1))).toEqual(advice.slice(0, 1));
  });

  it("asks whether a table was renamed and keeps its rows", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, body text); INSERT INTO posts (body) VALUES ('x')");
    const before = model({ columns: [id, text("body")] });
    const after = model({ name: "articles", columns: [id, text("body")] });
    expect(compare(after).advice.map(({ title }) => title)).toEqual(["Is articles the former posts?"]);
    takeAll(after, before, () => expect(rows("SELECT body FROM articles")).toEqual([["x"]]));
    expect(rows("SELECT body FROM posts")).toEqual([["x"]]);
  });

  it("creates the enum type of an added column and drops it on the way down, twice", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY)");
    const after = model({ columns: [id, { name: "mood", type: mood }] });
    expect(compare(after).advice.map(({ title }) => title)).toEqual(["The type mood of posts.mood does not exist yet"]);
    takeAll(after, model({ columns: [id] }));
    takeAll(after, model({ columns: [id] }));
    expect(rows("SELECT typname FROM pg_type WHERE typname = 'mood'")).toEqual([]);
  });

  it("drops the enum type that a new table leaves behind, after the last table that uses it", () => {
    const after = model(
      { name: "a", columns: [id, { name: "mood", type: mood }] },
      { name: "b", columns: [id, { name: "mood", type: mood }] },
    );
    expect(compare(after).advice).toHaveLength(1);
    takeAll(after, model());
    takeAll(after, model());
    expect(rows("SELECT typname FROM pg_type WHERE typname = 'mood'")).toEqual([]);
  });

  it("takes an enum type that exists as it is", () => {
    connection.execute("CREATE TYPE mood AS ENUM ('sad', 'ok')");
    const after = model({ columns: [id, { name: "mood", type: mood }] });
    expect(compare(after).advice.map(({ title }) => title)).toEqual(["The type mood exists already"]);
    takeAll(after, model());
  });

  it("drops an enum type that nothing uses afterwards, and brings it back", () => {
    connection.execute("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE posts (id serial PRIMARY KEY, mood mood)");
    const after = model({ columns: [id] });
    expect(compare(after).advice.map(({ title }) => title)).toEqual(["Nothing uses the type mood afterwards"]);
    takeAll(after, model({ columns: [id, { name: "mood", type: mood }] }), () =>
      expect(rows("SELECT typname FROM pg_type WHERE typname = 'mood'")).toEqual([]),
    );
  });

  it("adds the values that an enum type lacks, in the model's order, and explains what cannot be removed", () => {
    connection.execute("CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE posts (id serial PRIMARY KEY, mood mood)");
    const wider = model({ columns: [id, { name: "mood", type: { ...mood, values: ["sad", "it's", "ok", "glad"] } }] });
    const { migration, advice } = compare(wider);
    expect(migration.upgradeOps).toEqual([]);
    run(takeAdvice(migration, advice).upgradeOps);
    expect(rows("SELECT enumlabel FROM pg_enum ORDER BY enumsortorder")).toEqual([["sad"], ["it's"], ["ok"], ["glad"]]);
    expect(compare(wider).advice).toEqual([]);
    const narrower = compare(model({ columns: [id, { name: "mood", type: mood }] })).advice;
    expect(narrower).toMatchObject([
      { title: expect.stringContaining("“it's”, “glad” in the database only"), edits: [] },
    ]);
  });

  it("names a constraint that its downgrade could not drop", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, slug text)");
    const unique: Constraint = { kind: "unique", columns: ["slug"] };
    const after = model({ columns: [id, text("slug")], constraints: [unique] });
    const { migration, advice } = compare(after);
    expect(advice.map(({ id: key }) => key)).toEqual(["constraintName:uq_posts_slug"]);
    const taken = takeAdvice(migration, advice);
    run(taken.upgradeOps);
    expect(rows("SELECT conname FROM pg_constraint WHERE contype = 'u' AND conrelid = 'posts'::regclass")).toEqual([
      ["uq_posts_slug"],
    ]);
    run(taken.downgradeOps);
    expect(rows("SELECT conname FROM pg_constraint WHERE contype = 'u' AND conrelid = 'posts'::regclass")).toEqual([]);
  });

  it.each([
    [{ name: "String", length: 5 }, ""],
    [{ name: "Integer" }, "0"],
    [{ name: "Boolean" }, "f"],
    [{ name: "JSON" }, "{}"],
    [{ name: "ARRAY", item: { name: "Integer" } }, "{}"],
    [{ name: "Interval" }, "00:00:00"],
  ] as const)("adds a column that must have a value to rows that have none: %j", (type, value) => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY); INSERT INTO posts DEFAULT VALUES");
    const after = model({ columns: [id, { name: "extra", type, nullable: false }] });
    expect(compare(after).advice.map(({ title }) => title)).toEqual([
      "posts.extra would be NOT NULL, and 1 row has no value for it",
    ]);
    takeAll(after, model({ columns: [id] }), () => expect(rows("SELECT extra FROM posts")).toEqual([[value]]));
  });

  it("fills what is NULL before a column must not be", () => {
    connection.execute(
      "CREATE TABLE posts (id serial PRIMARY KEY, body text); INSERT INTO posts (body) VALUES (NULL), ('x')",
    );
    const after = model({ columns: [id, text("body", { nullable: false })] });
    expect(compare(after).advice.map(({ title }) => title)).toEqual([
      "posts.body becomes NOT NULL, and it is NULL in 1 row",
    ]);
    takeAll(after, model({ columns: [id, text("body")] }));
    connection.execute("UPDATE posts SET body = 'y'");
    expect(compare(after).advice).toEqual([]);
  });

  it("combines an enum type with a column that must have a value", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY); INSERT INTO posts DEFAULT VALUES");
    const after = model({ columns: [id, { name: "mood", type: mood, nullable: false }] });
    expect(compare(after).advice).toHaveLength(2);
    takeAll(after, model({ columns: [id] }), () => expect(rows("SELECT mood FROM posts")).toEqual([["sad"]]));
  });

  it("shows a server default that is not compared, and changes it", () => {
    connection.execute("CREATE TABLE posts (id serial PRIMARY KEY, body text DEFAULT 'a')");
    const after = model({ columns: [id, text("body", { serverDefault: "b" })] });
    const { migration, advice } = compare(after);
    expect(migration.upgradeOps).toEqual([]);
    expect(advice.map(({ title }) => title)).toEqual(["The server default of posts.body differs"]);
    const taken = takeAdvice(migration, advice);
    run(taken.upgradeOps);
    expect(compare(after).advice).toEqual([]);
    run(taken.downgradeOps);
    expect(rows("INSERT INTO posts DEFAULT VALUES RETURNING body")).toEqual([["a"]]);
  });
});
