import { expect, it } from "vitest";
import { explainObservation } from "../../../src/engine/observation/explainObservation.ts";
import { StateRecorder } from "../../../src/engine/observation/stateRecorder.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";

const connection = await useTestDatabase(`
    CREATE TABLE users (id integer PRIMARY KEY, email varchar(50));
    CREATE TABLE posts (id integer PRIMARY KEY, title varchar(10), stars integer, owner_id integer REFERENCES users);
    CREATE TABLE nobody (id integer PRIMARY KEY);
    CREATE INDEX ix_title ON posts (title);
    CREATE VIEW readers AS SELECT id FROM users;
    CREATE MATERIALIZED VIEW totals AS SELECT count(*) FROM users;
    INSERT INTO users SELECT i, 'e' || i FROM generate_series(1, 3) i;
    INSERT INTO posts SELECT i, 't' || i, i, 1 + i % 3 FROM generate_series(1, 12) i;`);

const noReading = (table: string): string => `! Nobody can read or write ${table} until this transaction ends.`;
const noWriting = (table: string): string => `! Nobody can write to ${table} until this transaction ends.`;
const letsIn = (table: string): string => `Its locks on ${table} keep neither readers nor writers of the table out.`;
const anew = (table: string): string =>
  `! It writes ${table} and every index of it anew: the larger the table, the longer nobody gets in.`;
const queue = "! While it waits for a running query to end, everybody who comes later waits behind it.";

const said: Readonly<Record<string, readonly string[]>> = {
  "ALTER TABLE posts ADD COLUMN x integer": [noReading("posts"), queue],
  "ALTER TABLE posts ALTER stars TYPE bigint": [noReading("posts"), anew("posts"), queue],
  "ALTER TABLE nobody ALTER id TYPE bigint": [noReading("nobody"), anew("nobody"), queue],
  "TRUNCATE posts": [
    noReading("posts"),
    "It gives posts an empty file without reading a row: that takes a moment.",
    queue,
  ],
  "CREATE INDEX ix_stars ON posts (stars)": [
    noWriting("posts"),
    "! It reads the whole table to build ix_stars, under that lock.",
  ],
  "REINDEX INDEX ix_title": [
    noReading("posts"),
    "! It reads the whole table to build ix_title, under that lock.",
    queue,
  ],
  "ALTER TABLE posts ALTER title SET NOT NULL": [
    noReading("posts"),
    "! It reads every row of posts to check it, under that lock.",
    queue,
  ],
  "INSERT INTO users VALUES (9)": [letsIn("users")],
  "UPDATE posts SET stars = 1 WHERE id < 5": [
    letsIn("posts"),
    "! Nobody else can change the 4 rows of posts that it changed until this transaction ends.",
  ],
  "DELETE FROM posts WHERE id = 1": [
    letsIn("posts"),
    "! Nobody else can change the row of posts that it changed until this transaction ends.",
  ],
  "DROP VIEW readers": [noReading("readers"), queue],
  "REFRESH MATERIALIZED VIEW totals": [noReading("totals"), queue],
};

it.each(Object.entries(said))("%s", (statement, expected) => {
  expect(explain(statement)).toEqual(expected);
});

it("claims nothing about locks that were gone before they could be seen", () => {
  const [text = ""] = explain("CREATE INDEX CONCURRENTLY ix_stars ON posts (stars)", false);
  expect(text).toBe("It reads the whole table to build ix_stars; whom it kept out meanwhile was not seen.");
});

it("does not take what recording read for what the statement read", () => {
  connection.execute("BEGIN");
  const recorder = new StateRecorder();
  recorder.readState(connection);
  observe(recorder, "UPDATE posts SET stars = 2");
  expect(observe(recorder, "TRUNCATE posts")).toContain(
    "It gives posts an empty file without reading a row: that takes a moment.",
  );
});

/** What is said of a statement as a run records it; "!" marks a risk. */
function explain(statement: string, inTransaction = true): readonly string[] {
  if (inTransaction) connection.execute("BEGIN");
  const recorder = new StateRecorder();
  recorder.readState(connection);
  return observe(recorder, statement);
}

function observe(recorder: StateRecorder, statement: string): readonly string[] {
  const operation: Operation = { kind: "executeSql", sqltext: statement };
  recorder.beforeStatement(connection, operation);
  connection.execute(statement);
  const { observation } = recorder.afterStatement(connection, operation);
  if (observation === null) throw new Error("nothing was observed");
  return explainObservation(observation).map(({ severity, text }) => (severity === "risk" ? `! ${text}` : text));
}
