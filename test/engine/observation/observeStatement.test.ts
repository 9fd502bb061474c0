import { expect, it } from "vitest";
import { compareActivity } from "../../../src/engine/observation/compareActivity.ts";
import { queryActivity } from "../../../src/engine/observation/queryActivity.ts";
import type { StatementObservation } from "../../../src/engine/runtime/statementObservation.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";

const connection = await useTestDatabase(`
    CREATE TYPE mood AS ENUM ('calm', 'busy');
    CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TABLE users (id integer PRIMARY KEY, email varchar(50));
    CREATE TABLE posts (id integer PRIMARY KEY, title varchar(10), body text, price numeric(10,2), owner_id integer,
      stars integer NOT NULL DEFAULT 1, mood mood, at timestamp, CONSTRAINT stars_positive CHECK (stars > 0));
    CREATE INDEX ix_title ON posts (title);
    ALTER TABLE posts ADD CONSTRAINT fk_owner FOREIGN KEY (owner_id) REFERENCES users;
    INSERT INTO users SELECT i, 'e' || i FROM generate_series(1, 3) i;
    INSERT INTO posts (id, title, price, owner_id) SELECT i, 't' || i, i, 1 + i % 3 FROM generate_series(1, 12) i;`);

interface Expected {
  readonly before?: string;
  readonly statement: string;
  /** Locks on tables, strongest of each; ACCESS SHARE left out. */
  readonly locks: string;
  readonly rewrites?: string;
  readonly builds?: string;
  /** Tables whose rows were read. */
  readonly scans?: string;
}

const exclusive = "posts ACCESS EXCLUSIVE";
const everything = { rewrites: "posts, ix_title, posts_pkey", scans: "posts" };

/** The table of locks and rewrites that was measured on PostgreSQL 18. */
const forms: readonly Expected[] = [
  { statement: "ALTER TABLE posts ADD COLUMN x integer", locks: exclusive },
  { statement: "ALTER TABLE posts ADD COLUMN x integer NOT NULL DEFAULT 5", locks: exclusive },
  { statement: "ALTER TABLE posts ADD COLUMN x timestamptz DEFAULT now()", locks: exclusive },
  { statement: "ALTER TABLE posts ADD COLUMN x uuid DEFAULT gen_random_uuid()", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ADD COLUMN x double precision DEFAULT random()", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ADD COLUMN x serial", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ADD COLUMN x integer GENERATED ALWAYS AS IDENTITY", locks: exclusive, ...everything },
  {
    statement: "ALTER TABLE posts ADD COLUMN x integer GENERATED ALWAYS AS (stars * 2) STORED",
    locks: exclusive,
    ...everything,
  },
  { statement: "ALTER TABLE posts ADD COLUMN x integer GENERATED ALWAYS AS (stars * 2) VIRTUAL", locks: exclusive },
  { statement: "ALTER TABLE posts ADD COLUMN x integer CHECK (x > 1)", locks: exclusive, scans: "posts" },
  {
    statement: "ALTER TABLE posts ADD COLUMN x integer UNIQUE",
    locks: exclusive,
    builds: "posts_x_key",
    scans: "posts",
  },
  {
    statement: "ALTER TABLE posts ADD COLUMN x integer REFERENCES users",
    locks: "posts ACCESS EXCLUSIVE, users SHARE ROW EXCLUSIVE",
  },
  {
    statement: "ALTER TABLE posts ADD COLUMN x integer DEFAULT 1 REFERENCES users",
    locks: "posts ACCESS EXCLUSIVE, users SHARE ROW EXCLUSIVE",
    scans: "posts, users",
  },
  { statement: "ALTER TABLE posts DROP COLUMN body", locks: exclusive },
  { statement: "ALTER TABLE posts RENAME COLUMN body TO text", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER body SET DEFAULT 'x'", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER stars DROP DEFAULT", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER stars DROP NOT NULL", locks: exclusive },
  { statement: "ALTER TABLE posts DROP CONSTRAINT stars_positive", locks: exclusive },
  { statement: "ALTER TABLE posts RENAME TO articles", locks: "articles ACCESS EXCLUSIVE" },
  { statement: "DROP TABLE posts", locks: "posts ACCESS EXCLUSIVE, users ACCESS EXCLUSIVE" },
  { statement: "ALTER TABLE posts ALTER title SET NOT NULL", locks: exclusive, scans: "posts" },
  {
    before: "ALTER TABLE posts ADD CONSTRAINT title_set CHECK (title IS NOT NULL)",
    statement: "ALTER TABLE posts ALTER title SET NOT NULL",
    locks: exclusive,
  },
  { statement: "ALTER TABLE posts ADD CONSTRAINT n NOT NULL title NOT VALID", locks: exclusive },
  { statement: "ALTER TABLE posts ADD CHECK (stars > 0)", locks: exclusive, scans: "posts" },
  { statement: "ALTER TABLE posts ADD CHECK (stars > 0) NOT VALID", locks: exclusive },
  {
    before: "ALTER TABLE posts ADD CONSTRAINT c CHECK (stars > 0) NOT VALID",
    statement: "ALTER TABLE posts VALIDATE CONSTRAINT c",
    locks: "posts SHARE UPDATE EXCLUSIVE",
    scans: "posts",
  },
  {
    statement: "ALTER TABLE posts ADD FOREIGN KEY (owner_id) REFERENCES users",
    locks: "posts SHARE ROW EXCLUSIVE, users SHARE ROW EXCLUSIVE",
    scans: "posts, users",
  },
  {
    statement: "ALTER TABLE posts ADD FOREIGN KEY (owner_id) REFERENCES users NOT VALID",
    locks: "posts SHARE ROW EXCLUSIVE, users SHARE ROW EXCLUSIVE",
  },
  {
    before: "ALTER TABLE posts ADD CONSTRAINT f FOREIGN KEY (owner_id) REFERENCES users NOT VALID",
    statement: "ALTER TABLE posts VALIDATE CONSTRAINT f",
    locks: "posts SHARE UPDATE EXCLUSIVE, users ROW SHARE",
    scans: "posts, users",
  },
  { statement: "ALTER TABLE posts DROP CONSTRAINT fk_owner", locks: "posts ACCESS EXCLUSIVE, users ACCESS EXCLUSIVE" },
  { statement: "ALTER TABLE posts ADD UNIQUE (title)", locks: exclusive, builds: "posts_title_key", scans: "posts" },
  {
    before: "CREATE UNIQUE INDEX uq_title ON posts (title)",
    statement: "ALTER TABLE posts ADD CONSTRAINT uq_title UNIQUE USING INDEX uq_title",
    locks: exclusive,
  },
  {
    before: "ALTER TABLE posts DROP CONSTRAINT posts_pkey",
    statement: "ALTER TABLE posts ADD PRIMARY KEY (id)",
    locks: exclusive,
    builds: "posts_pkey",
    scans: "posts",
  },
  { statement: "CREATE INDEX ix_stars ON posts (stars)", locks: "posts SHARE", builds: "ix_stars", scans: "posts" },
  { statement: "DROP INDEX ix_title", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER stars TYPE bigint", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ALTER title TYPE varchar(5)", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ALTER body TYPE varchar(20)", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ALTER price TYPE numeric(12,4)", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ALTER mood TYPE text", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ALTER stars TYPE integer USING stars + 1", locks: exclusive, ...everything },
  { statement: "ALTER TABLE posts ALTER title TYPE varchar(20)", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER title TYPE text", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER price TYPE numeric(12,2)", locks: exclusive },
  { statement: "ALTER TABLE posts ALTER price TYPE numeric", locks: exclusive },
  { before: "SET timezone = 'UTC'", statement: "ALTER TABLE posts ALTER at TYPE timestamptz", locks: exclusive },
  {
    before: "SET timezone = 'Europe/Paris'",
    statement: "ALTER TABLE posts ALTER at TYPE timestamptz",
    locks: exclusive,
    ...everything,
  },
  { statement: "CREATE TABLE votes (post integer REFERENCES posts)", locks: "posts SHARE ROW EXCLUSIVE" },
  {
    statement: "CREATE TRIGGER kept BEFORE INSERT ON posts FOR EACH ROW EXECUTE FUNCTION keep()",
    locks: "posts SHARE ROW EXCLUSIVE",
  },
  { statement: "COMMENT ON TABLE posts IS 'articles'", locks: "posts SHARE UPDATE EXCLUSIVE" },
  { statement: "ALTER TABLE posts SET (fillfactor = 70)", locks: "posts SHARE UPDATE EXCLUSIVE" },
  { statement: "ALTER TABLE posts SET UNLOGGED", locks: exclusive, ...everything },
  { statement: "TRUNCATE posts", locks: exclusive, rewrites: "posts, ix_title, posts_pkey" },
  { statement: "ALTER TYPE mood ADD VALUE 'asleep'", locks: "" },
  { statement: "UPDATE posts SET stars = stars + 1", locks: "posts ROW EXCLUSIVE", scans: "posts" },
];

it.each(forms)("$before $statement", ({ before, statement, locks, rewrites = "", builds = "", scans = "" }) => {
  if (before !== undefined) connection.execute(before);
  const observed = observe(statement);
  expect({
    locks: tableLocks(observed),
    rewrites: names(observed.rewrites),
    builds: names(observed.builtIndexes),
    scans: (observed.rowsRead ?? []).map(({ table }) => table).join(", "),
  }).toEqual({ locks, rewrites, builds, scans });
});

it("counts the rows that were written, those of a cascade with them", () => {
  connection.executeScript(
    "ALTER TABLE posts DROP CONSTRAINT fk_owner; ALTER TABLE posts ADD FOREIGN KEY (owner_id) REFERENCES users ON DELETE CASCADE",
  );
  expect(observe("DELETE FROM users WHERE id = 1").rowsWritten).toEqual([
    { table: "posts", inserted: 0, updated: 0, deleted: 4 },
    { table: "users", inserted: 0, updated: 0, deleted: 1 },
  ]);
});

it("says that locks could not be seen where no transaction was open", () => {
  const before = queryActivity(connection);
  connection.execute("CREATE INDEX CONCURRENTLY ix_stars ON posts (stars)");
  const observed = compareActivity(before, queryActivity(connection), "alembic_version");
  expect(observed.locks).toBeNull();
  expect(names(observed.builtIndexes)).toBe("ix_stars");
});

function observe(statement: string): StatementObservation {
  connection.execute("BEGIN");
  const before = queryActivity(connection);
  connection.execute(statement);
  const after = queryActivity(connection);
  connection.execute("ROLLBACK");
  return compareActivity(before, after, "alembic_version");
}

/** The locks come strongest first. */
function tableLocks({ locks }: StatementObservation): string {
  const strongest = new Map<string, string>();
  for (const { kind, name, mode } of locks ?? []) {
    if (kind === "table" && mode !== "ACCESS SHARE" && !strongest.has(name)) strongest.set(name, mode);
  }
  return [...strongest].map(([name, mode]) => `${name} ${mode}`).join(", ");
}

function names(relations: readonly { readonly name: string }[]): string {
  return relations.map(({ name }) => name).join(", ");
}
