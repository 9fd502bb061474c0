import { expect, it } from "vitest";
import { proveProject } from "../../../src/engine/commands/proveProject.ts";
import { endOfTransaction } from "../../../src/engine/proof/guardedConnection.ts";
import type { RevisionProof } from "../../../src/engine/proof/revisionProof.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";
import { createTestProject } from "../commands/testProject.ts";
import { fiftyRevisions } from "./fiftyRevisions.ts";

const connection = await useTestDatabase(`
    CREATE TYPE mood AS ENUM ('calm', 'busy');
    CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TABLE users (id serial PRIMARY KEY, email text);
    CREATE TABLE posts (id integer PRIMARY KEY, title text, stars integer, owner_id integer REFERENCES users ON DELETE CASCADE,
      body text, CONSTRAINT positive CHECK (stars >= 0));
    CREATE INDEX ix_title ON posts (title);
    CREATE VIEW titles AS SELECT title FROM posts;
    CREATE TABLE notes (id integer PRIMARY KEY, text text);
    CREATE TABLE prices (id integer PRIMARY KEY, amount numeric(10,2) NOT NULL);
    CREATE TABLE feelings (id integer, mood mood);
    INSERT INTO users (email) SELECT 'e' || i FROM generate_series(1, 3) i;
    INSERT INTO posts SELECT i, 't' || i, 1 + i % 3, 1 + i % 3, 'body ' || i FROM generate_series(1, 12) i;
    UPDATE posts SET stars = 5 WHERE id > 10;
    INSERT INTO notes SELECT i, 'note ' || i FROM generate_series(1, 5) i;
    INSERT INTO prices VALUES (1, 1), (2, 2.50), (3, 3.25);
    INSERT INTO feelings VALUES (1, 'calm');
    CHECKPOINT`);

it("fifty revisions get the verdicts that are known, and the database is what it was", () => {
  expect(fiftyRevisions).toHaveLength(50);
  const { world } = createTestProject(
    connection,
    fiftyRevisions.map(({ upgrade, downgrade }, index) => ({ revision: idOf(index), down: null, upgrade, downgrade })),
  );
  const before = everything();
  const proofs = fiftyRevisions.flatMap((_, index) => proveProject(world, [idOf(index)]).proofs);
  expect(connection.inTransaction).toBe(false);
  const found = new Map(proofs.map((proof) => [proof.revision, proof]));
  expect(fiftyRevisions.map(({ name }, index) => summary(name, found.get(idOf(index))))).toEqual(
    fiftyRevisions.map(({ name, verdict, losses = [], reason = null }) => ({ name, verdict, losses, reason })),
  );
  expect(everything()).toEqual(before);

  function summary(name: string, proof: RevisionProof | undefined): object {
    const known = fiftyRevisions.find((one) => one.name === name);
    const reason = known?.reason;
    return {
      name,
      verdict: proof?.verdict,
      losses: proof?.losses.map(lossText),
      reason: reason === undefined ? null : proof?.reason?.includes(reason) === true ? reason : (proof?.reason ?? null),
    };
  }
});

it("an applied revision says what taking it back would lose of what is there now", () => {
  const project = createTestProject(connection, [
    {
      revision: "aaaa1111",
      down: null,
      upgrade: ["ALTER TABLE notes ADD author text"],
      downgrade: ["ALTER TABLE notes DROP author"],
    },
    {
      revision: "bbbb2222",
      down: "aaaa1111",
      upgrade: ["CREATE TABLE likes (id serial PRIMARY KEY)"],
      downgrade: ["DROP TABLE likes"],
    },
  ]);
  project.run("upgrade head");
  connection.executeScript(
    "UPDATE notes SET author = 'ada' WHERE id < 4; INSERT INTO likes DEFAULT VALUES; INSERT INTO likes DEFAULT VALUES",
  );
  const before = everything();
  const proofs = proveProject(project.world, null).proofs;
  expect(proofs.map(({ revision, verdict, losses }) => [revision, verdict, losses.map(lossText)])).toEqual([
    ["bbbb2222", "losesData", ["downgrade likes 2"]],
    ["aaaa1111", "losesData", ["downgrade notes.author 3"]],
  ]);
  expect(everything()).toEqual(before);
});

it("proves one revision alone, after those that come before it", () => {
  const project = createTestProject(connection, [
    { revision: "aaaa1111", down: null, upgrade: ["CREATE TABLE one (id int)"], downgrade: [] },
    {
      revision: "bbbb2222",
      down: "aaaa1111",
      upgrade: ["ALTER TABLE one ADD x int"],
      downgrade: ["ALTER TABLE one DROP x"],
    },
    { revision: "cccc3333", down: "bbbb2222", upgrade: ["ALTER TABLE none ADD x int"], downgrade: [] },
    { revision: "dddd4444", down: "cccc3333", upgrade: [], downgrade: [] },
  ]);
  expect(proveProject(project.world, ["bbbb2222"]).proofs.map(({ verdict }) => verdict)).toEqual(["reversible"]);
  expect(proveProject(project.world, ["dddd4444"]).proofs.map(({ reason }) => reason)).toEqual([
    "Not tried: cccc3333 cannot be applied here, and comes first.",
  ]);
});

it("knows what ends a transaction from what only looks like it", () => {
  expect(endOfTransaction("INSERT INTO t VALUES ('; COMMIT;')")).toBeNull();
  expect(endOfTransaction("DO $$ BEGIN PERFORM 1; END $$")).toBeNull();
  expect(endOfTransaction("-- commit\nSELECT 1 /* ; rollback; */")).toBeNull();
  expect(endOfTransaction("ROLLBACK TO SAVEPOINT a")).toBeNull();
  expect(endOfTransaction("SELECT 1; commit and chain")).toBe("COMMIT");
  expect(endOfTransaction("PREPARE TRANSACTION 'x'")).toBe("PREPARE TRANSACTION");
});

function idOf(index: number): string {
  return `proof${index.toString().padStart(3, "0")}`;
}

function lossText({ by, table, column, count }: RevisionProof["losses"][number]): string {
  return `${by} ${column === null ? table : `${table}.${column}`} ${count}`;
}

/** The catalogs with their row versions, every row with its own, every sequence with all it knows. */
function everything(): Readonly<Record<string, readonly (readonly (string | null)[])[]>> {
  const relations = connection.execute(
    "SELECT oid::regclass::text, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1",
  ).rows;
  const catalogs = [
    "pg_class",
    "pg_attribute",
    "pg_attrdef",
    "pg_constraint",
    "pg_index",
    "pg_type",
    "pg_enum",
    "pg_proc",
    "pg_trigger",
    "pg_depend",
    "pg_description",
    "pg_namespace",
    "pg_sequence",
    "pg_rewrite",
  ];
  // Statistics are estimates that PostgreSQL keeps of every table, and no part of what a transaction holds.
  const plain = (catalog: string): string =>
    catalog === "pg_class"
      ? "oid, relname, relfilenode, reltype, relnatts, relchecks, relhasindex, relhastriggers, reloptions"
      : "*";
  return Object.fromEntries([
    ...catalogs.map((catalog) => [
      catalog,
      connection.execute(`SELECT ctid, xmin, ${plain(catalog)} FROM ${catalog} ORDER BY ctid`).rows,
    ]),
    ...relations.map(([name, kind]) => [
      name ?? "",
      connection.execute(`SELECT ${kind === "r" ? "ctid, xmin, " : ""}* FROM ${name}`).rows,
    ]),
  ]) as Readonly<Record<string, readonly (readonly (string | null)[])[]>>;
}
