import type { Verdict } from "../../../src/engine/proof/revisionProof.ts";

/** A revision as SQL, and what proving it on the tables of `proveProject.test.ts` has to say. */
export interface KnownRevision {
  readonly name: string;
  readonly upgrade: readonly string[];
  readonly downgrade: readonly string[];
  readonly verdict: Verdict;
  /** "by table.column count", in order. */
  readonly losses?: readonly string[];
  /** Part of the reason. */
  readonly reason?: string;
}

/** Each begins at base, so that none waits for another. */
export const fiftyRevisions: readonly KnownRevision[] = [
  // What comes back as it was.
  reversible("create a table", ["CREATE TABLE a1 (id serial PRIMARY KEY, x text)"], ["DROP TABLE a1"]),
  reversible("add a column", ["ALTER TABLE posts ADD a2 text"], ["ALTER TABLE posts DROP a2"]),
  reversible("add a filled column", ["ALTER TABLE posts ADD a3 text DEFAULT 'x'"], ["ALTER TABLE posts DROP a3"]),
  reversible("create an index", ["CREATE INDEX a4 ON posts (title)"], ["DROP INDEX a4"]),
  reversible("drop an index", ["DROP INDEX ix_title"], ["CREATE INDEX ix_title ON posts (title)"]),
  reversible(
    "add a unique",
    ["ALTER TABLE posts ADD CONSTRAINT a6 UNIQUE (title)"],
    ["ALTER TABLE posts DROP CONSTRAINT a6"],
  ),
  reversible(
    "add a check",
    ["ALTER TABLE posts ADD CONSTRAINT a7 CHECK (stars > 0)"],
    ["ALTER TABLE posts DROP CONSTRAINT a7"],
  ),
  reversible(
    "add a foreign key",
    ["ALTER TABLE posts ADD CONSTRAINT a8 FOREIGN KEY (owner_id) REFERENCES users"],
    ["ALTER TABLE posts DROP CONSTRAINT a8"],
  ),
  reversible("rename a column", ["ALTER TABLE posts RENAME body TO a9"], ["ALTER TABLE posts RENAME a9 TO body"]),
  reversible("rename a table", ["ALTER TABLE posts RENAME TO a10"], ["ALTER TABLE a10 RENAME TO posts"]),
  reversible(
    "widen a type",
    ["ALTER TABLE posts ALTER stars TYPE bigint"],
    ["ALTER TABLE posts ALTER stars TYPE integer"],
  ),
  reversible(
    "set NOT NULL",
    ["ALTER TABLE posts ALTER stars SET NOT NULL"],
    ["ALTER TABLE posts ALTER stars DROP NOT NULL"],
  ),
  reversible(
    "set a default",
    ["ALTER TABLE posts ALTER stars SET DEFAULT 3"],
    ["ALTER TABLE posts ALTER stars DROP DEFAULT"],
  ),
  reversible(
    "create an enum",
    ["CREATE TYPE a14 AS ENUM ('x')", "ALTER TABLE posts ADD a14 a14"],
    ["ALTER TABLE posts DROP a14", "DROP TYPE a14"],
  ),
  reversible("create a view", ["CREATE VIEW a15 AS SELECT id FROM posts"], ["DROP VIEW a15"]),
  reversible("comment", ["COMMENT ON TABLE posts IS 'a16'"], ["COMMENT ON TABLE posts IS NULL"]),
  reversible("create a schema", ["CREATE SCHEMA a17", "CREATE TABLE a17.t (id int)"], ["DROP SCHEMA a17 CASCADE"]),
  reversible(
    "insert with a sequence",
    ["INSERT INTO users (email) VALUES ('a18')"],
    ["DELETE FROM users WHERE email = 'a18'", "SELECT setval('users_id_seq', 3)"],
  ),
  reversible(
    "copy a column and back",
    ["ALTER TABLE posts ADD a19 text", "UPDATE posts SET a19 = body"],
    ["ALTER TABLE posts DROP a19"],
  ),
  reversible(
    "add a trigger",
    ["CREATE TRIGGER a20 BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION keep()"],
    ["DROP TRIGGER a20 ON posts"],
  ),
  // What loses rows or values.
  loses(
    "drop a column",
    ["ALTER TABLE posts DROP body"],
    ["ALTER TABLE posts ADD body text"],
    ["upgrade posts.body 12"],
  ),
  loses(
    "drop a table",
    ["DROP TABLE notes"],
    ["CREATE TABLE notes (id integer PRIMARY KEY, text text)"],
    ["upgrade notes 5"],
  ),
  loses("delete rows", ["DELETE FROM notes WHERE id > 3"], [], ["upgrade notes 2"]),
  loses("cascade", ["DELETE FROM users WHERE id = 1"], ["INSERT INTO users VALUES (1, 'e1')"], ["upgrade posts 4"]),
  loses(
    "shorten texts",
    ["ALTER TABLE notes ALTER text TYPE varchar(2) USING left(text, 2)"],
    ["ALTER TABLE notes ALTER text TYPE text"],
    ["upgrade notes.text 5"],
  ),
  loses("overwrite values", ["UPDATE posts SET stars = 5"], [], ["upgrade posts.stars 10"]),
  loses("forget values", ["UPDATE posts SET body = NULL WHERE id <= 4"], [], ["upgrade posts.body 4"]),
  loses(
    "drop and add a column",
    ["ALTER TABLE notes DROP text", "ALTER TABLE notes ADD text text"],
    ["SELECT 1"],
    ["upgrade notes.text 5"],
  ),
  loses("truncate", ["TRUNCATE notes"], [], ["upgrade notes 5"]),
  loses(
    "random values",
    ["ALTER TABLE notes ADD a30 uuid DEFAULT gen_random_uuid()"],
    ["ALTER TABLE notes DROP a30"],
    ["downgrade notes.a30 5"],
  ),
  loses(
    "round numbers",
    ["ALTER TABLE prices ALTER amount TYPE integer"],
    ["ALTER TABLE prices ALTER amount TYPE numeric(10,2)"],
    ["upgrade prices.amount 2"],
  ),
  // What does not come back.
  irreversible("an empty downgrade", ["CREATE TABLE b32 (id int)"], [], "already exists"),
  irreversible(
    "an enum left behind",
    ["CREATE TYPE b33 AS ENUM ('x')", "CREATE TABLE b33t (x b33)"],
    ["DROP TABLE b33t"],
    "already exists",
  ),
  irreversible(
    "a downgrade that fails",
    ["ALTER TABLE posts ADD b34 int"],
    ["ALTER TABLE posts DROP b35"],
    "does not exist",
  ),
  irreversible(
    "an index left behind",
    ["CREATE INDEX IF NOT EXISTS b35 ON posts (stars)"],
    [],
    "schema does not come back",
  ),
  irreversible("a lost constraint", ["ALTER TABLE posts DROP CONSTRAINT positive"], ["SELECT 1"], "does not exist"),
  irreversible(
    "another type",
    ["ALTER TABLE prices ALTER amount TYPE numeric(12,2)"],
    ["ALTER TABLE prices ALTER amount TYPE numeric"],
    "schema does not come back",
  ),
  irreversible("a lost default", ["ALTER TABLE notes ALTER text SET DEFAULT 'x'"], [], "schema does not come back"),
  irreversible(
    "duplicates in the way",
    ["ALTER TABLE posts DROP CONSTRAINT posts_pkey", "UPDATE posts SET id = 1"],
    ["ALTER TABLE posts ADD PRIMARY KEY (id)"],
    "could not create unique index",
  ),
  irreversible(
    "NULL in the way",
    ["ALTER TABLE prices ALTER amount DROP NOT NULL", "UPDATE prices SET amount = NULL"],
    ["ALTER TABLE prices ALTER amount SET NOT NULL"],
    "contains null values",
  ),
  irreversible("a view left out", ["DROP VIEW titles"], ["SELECT 1"], "does not exist"),
  irreversible(
    "another function",
    ["CREATE OR REPLACE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'"],
    [],
    "schema does not come back",
  ),
  irreversible("an enum value", ["ALTER TYPE mood ADD VALUE IF NOT EXISTS 'asleep'"], [], "schema does not come back"),
  // What cannot be rolled back, or does not even go up.
  untried(
    "concurrently",
    ["CREATE INDEX CONCURRENTLY c44 ON posts (stars)"],
    ["DROP INDEX c44"],
    "outside of a transaction",
  ),
  untried(
    "an autocommit block",
    ["autocommit: CREATE INDEX CONCURRENTLY c45 ON posts (stars)"],
    ["DROP INDEX c45"],
    "autocommit block",
  ),
  untried(
    "a new enum value used at once",
    ["ALTER TYPE mood ADD VALUE 'new'", "UPDATE feelings SET mood = 'new'"],
    [],
    "once it is committed",
  ),
  untried("a commit of its own", ["INSERT INTO notes VALUES (99, 'c47')", "COMMIT"], [], "COMMIT"),
  untried("a hidden rollback", ["SELECT 1; ROLLBACK; SELECT 2"], [], "ROLLBACK"),
  untried("a downgrade that vacuums", ["ALTER TABLE posts ADD c49 int"], ["VACUUM posts"], "outside of a transaction"),
  untried("an upgrade that fails", ["ALTER TABLE nowhere ADD c50 int"], [], "upgrade fails"),
];

type Sql = readonly string[];

function reversible(name: string, upgrade: Sql, downgrade: Sql): KnownRevision {
  return { name, upgrade, downgrade, verdict: "reversible" };
}

function loses(name: string, upgrade: Sql, downgrade: Sql, losses: readonly string[]): KnownRevision {
  return { name, upgrade, downgrade, verdict: "losesData", losses };
}

function irreversible(name: string, upgrade: Sql, downgrade: Sql, reason: string): KnownRevision {
  return { name, upgrade, downgrade, verdict: "notReversible", reason };
}

function untried(name: string, upgrade: Sql, downgrade: Sql, reason: string): KnownRevision {
  return { name, upgrade, downgrade, verdict: "notTried", reason };
}
