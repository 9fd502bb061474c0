import { expect, it } from "vitest";
import { readDifference, type Difference } from "../../../src/engine/commands/readDifference.ts";
import type { Point } from "../../../src/engine/difference/point.ts";
import { readDatabaseState } from "../../../src/engine/reflection/readDatabaseState.ts";
import type { MetaData } from "../../../src/engine/schema/metadata.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";
import { createTestProject, type TestProject } from "../commands/testProject.ts";

const connection = await useTestDatabase("");

const everyKind = `CREATE TABLE one (
  id serial PRIMARY KEY, big bigint GENERATED ALWAYS AS IDENTITY, name varchar(50) NOT NULL DEFAULT 'x',
  price numeric(10,2), at timestamptz DEFAULT now(), tags text[], data jsonb, twice integer GENERATED ALWAYS AS (1 + 1) STORED,
  CONSTRAINT named CHECK (price > 0), CONSTRAINT uq UNIQUE (name, price))`;
const referring = `CREATE TABLE two (id integer PRIMARY KEY, one_id integer CONSTRAINT fk REFERENCES one ON DELETE CASCADE)`;
const indexes = `CREATE UNIQUE INDEX ix ON two (one_id) WHERE one_id > 1`;

const models: MetaData = {
  tables: [
    {
      name: "two",
      columns: [
        { name: "id", type: { name: "Integer" }, primaryKey: true },
        { name: "note", type: { name: "Text" } },
      ],
      constraints: [],
      indexes: [],
    },
  ],
};

function project(): TestProject {
  return createTestProject(
    connection,
    [
      { revision: "aaaa1111", down: null, upgrade: [everyKind], downgrade: ["DROP TABLE one"] },
      { revision: "bbbb2222", down: "aaaa1111", upgrade: [referring, indexes], downgrade: ["DROP TABLE two"] },
      {
        revision: "cccc3333",
        down: "bbbb2222",
        upgrade: ["ALTER TABLE one ADD note text"],
        downgrade: ["ALTER TABLE one DROP note"],
      },
    ],
    { targetMetadata: models },
  );
}

const at = (revision: string): Point => ({ kind: "revision", revision });
const here: Point = { kind: "database" };

it("a database is no different from itself, whatever it holds", () => {
  const { world, run } = project();
  run("upgrade head");
  expect(difference(world, here, here).changes).toEqual([]);
  expect(difference(world, here, at("cccc3333")).changes).toEqual([]);
});

it("tells what an upgrade to head would do, and does not do it", () => {
  const { world, run } = project();
  run("upgrade aaaa1111");
  const before = readDatabaseState(connection);
  const found = difference(world, here, at("heads"));
  expect(found.changes.map(({ title }) => title)).toEqual([
    "create table two",
    "create unique index ix on two",
    "add column one.note",
  ]);
  expect(found.steps).toEqual([
    { direction: "upgrade", revision: "bbbb2222" },
    { direction: "upgrade", revision: "cccc3333" },
  ]);
  expect(found.sql).toContain("ALTER TABLE one ADD COLUMN note TEXT;");
  expect(found.to.tables.map(({ name }) => name)).toEqual(["one", "two"]);
  expect(readDatabaseState(connection)).toEqual(before);
  expect(connection.inTransaction).toBe(false);
});

it("goes back as well, between any two revisions, and to the models", () => {
  const { world, run } = project();
  run("upgrade head");
  expect(
    difference(world, at("cccc3333"), at("aaaa1111")).changes.map(({ sign, subject }) => `${sign} ${subject}`),
  ).toEqual(["- ix", "- two", "- one.note"]);
  expect(
    difference(world, here, at("base")).changes.filter(({ title }) => title.startsWith("drop table")),
  ).toHaveLength(2);
  const toModels = difference(world, at("base"), { kind: "models" });
  expect(toModels.changes.map(({ title }) => title)).toEqual(["create table two"]);
  expect(toModels.to.tables).toEqual(models.tables);
  const fromModels = difference(world, { kind: "models" }, at("base"));
  expect(fromModels.changes.map(({ title }) => title)).toEqual(["drop table two"]);
});

it("says which revision stands in the way", () => {
  const { world } = createTestProject(connection, [
    { revision: "aaaa1111", down: null, upgrade: ["VACUUM"], downgrade: [] },
  ]);
  const result = readDifference(world, here, at("heads"));
  expect(result.kind === "unavailable" && result.problem.message).toContain("aaaa1111");
});

function difference(world: TestProject["world"], from: Point, to: Point): Difference {
  const result = readDifference(world, from, to);
  if (result.kind === "unavailable") throw new Error(result.problem.message);
  return result.difference;
}
