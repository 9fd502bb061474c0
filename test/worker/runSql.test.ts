import { beforeEach, describe, expect, it } from "vitest";
import { runSql } from "../../src/worker/runSql.ts";
import { openTestDatabase, type TestDatabase } from "../database/openTestDatabase.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
  database.connection.executeScript("CREATE TABLE notes (text text UNIQUE); INSERT INTO notes VALUES ('first')");
});

describe("whether SQL has changed the database", () => {
  it.each([
    "INSERT INTO notes VALUES ('second')",
    "WITH added AS (INSERT INTO notes VALUES ('second') RETURNING text) SELECT * FROM added",
    "EXPLAIN ANALYZE DELETE FROM notes",
    "BEGIN; DELETE FROM notes; COMMIT; SELECT 1 / 0",
    "CREATE INDEX ON notes (text)",
  ])("%s: yes", (sql) => {
    expect(runSql(database.connection, sql).changed).toBe(true);
  });

  it.each([
    "SELECT * FROM notes",
    "EXPLAIN DELETE FROM notes",
    "SHOW server_version",
    "INSERT INTO notes VALUES ('first')",
    "BEGIN; DELETE FROM notes",
    "SELEC",
  ])("%s: no", (sql) => {
    expect(runSql(database.connection, sql).changed).toBe(false);
  });
});
