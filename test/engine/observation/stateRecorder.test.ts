import { expect, it } from "vitest";
import type { Connection } from "../../../src/engine/connection.ts";
import { compileOperation } from "../../../src/engine/ddl/compileOperation.ts";
import { StateRecorder } from "../../../src/engine/observation/stateRecorder.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";
import { readDatabaseState } from "../../../src/engine/reflection/readDatabaseState.ts";
import type { Recorded } from "../../../src/engine/runtime/recorder.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";

const connection = await useTestDatabase(`
    CREATE TABLE alembic_version (version_num varchar(32) NOT NULL);
    CREATE TABLE users (id serial PRIMARY KEY, email varchar(50) UNIQUE);
    CREATE TABLE posts (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL, stars integer DEFAULT 1,
      owner_id integer REFERENCES users ON DELETE CASCADE, CONSTRAINT stars_positive CHECK (stars > 0));
    CREATE INDEX ix_title ON posts (title);
    INSERT INTO users (email) SELECT 'e' || i FROM generate_series(1, 3) i;
    INSERT INTO posts (title, owner_id) SELECT 't' || i, 1 + i % 3 FROM generate_series(1, 12) i;
    CREATE TABLE visits (id integer, day date) PARTITION BY RANGE (day);
    CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    CREATE TABLE visits_2026 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');`);

const text = { name: "Text" } as const;
const integer = { name: "Integer" } as const;
const sql = (sqltext: string): Operation => ({ kind: "executeSql", sqltext });

const operations: readonly Operation[] = [
  {
    kind: "createTable",
    tableName: "votes",
    columns: [
      { name: "id", type: integer, primaryKey: true },
      { name: "post_id", type: integer, foreignKeys: [{ target: "posts.id" }] },
      { name: "kind", type: text, index: true },
    ],
  },
  { kind: "addColumn", tableName: "posts", column: { name: "body", type: text, comment: "what it says" } },
  { kind: "addColumn", tableName: "votes", column: { name: "weight", type: integer, serverDefault: "1" } },
  {
    kind: "bulkInsert",
    table: { name: "votes", columns: [{ name: "id" }, { name: "post_id" }] },
    rows: [{ id: 1, post_id: 2 }],
  },
  { kind: "createIndex", indexName: "ix_stars", tableName: "posts", columns: ["stars"] },
  { kind: "createUniqueConstraint", constraintName: "uq_title", tableName: "posts", columns: ["title"] },
  { kind: "createCheckConstraint", constraintName: "short", tableName: "posts", condition: "length(title) < 100" },
  {
    kind: "createForeignKey",
    constraintName: "fk_vote",
    sourceTable: "votes",
    referentTable: "users",
    localCols: ["weight"],
    remoteCols: ["id"],
  },
  { kind: "alterColumn", tableName: "posts", columnName: "stars", type: { name: "BigInteger" }, nullable: false },
  { kind: "alterColumn", tableName: "posts", columnName: "stars", serverDefault: null, comment: "one to five" },
  { kind: "alterColumn", tableName: "posts", columnName: "title", newColumnName: "headline" },
  { kind: "createTableComment", tableName: "posts", comment: "articles" },
  { kind: "dropIndex", indexName: "ix_stars" },
  { kind: "dropConstraint", constraintName: "stars_positive", tableName: "posts", type: "check" },
  { kind: "dropConstraint", constraintName: "fk_vote", tableName: "votes", type: "foreignkey" },
  { kind: "dropColumn", tableName: "posts", columnName: "body" },
  { kind: "dropTableComment", tableName: "posts" },
  sql("SAVEPOINT before"),
  sql("DELETE FROM votes"),
  sql("ROLLBACK TO SAVEPOINT before"),
  sql("UPDATE posts SET headline = upper(headline)"),
  { kind: "dropTable", tableName: "votes" },
  { kind: "renameTable", oldTableName: "posts", newTableName: "articles" },
  sql("DELETE FROM users WHERE id = 1"),
  sql("CREATE SCHEMA archive"),
  sql("CREATE TABLE archive.articles AS SELECT * FROM articles"),
  sql("TRUNCATE articles"),
  sql("SET LOCAL search_path = archive"),
];

it("tells after every statement what reading everything tells", () => {
  connection.execute("BEGIN");
  const recorder = new StateRecorder();
  recorder.readState(connection);
  for (const operation of operations) {
    const recorded = run(recorder, operation);
    const { tables, rowCounts, heads } = readDatabaseState(connection);
    expect({ operation, state: { ...recorded.state, rows: undefined } }).toEqual({
      operation,
      state: { tables, rowCounts, heads, rows: undefined },
    });
  }
});

/** Partitions hold their locks from the first of them on, so that the locks of the others tell nothing. */
const onPartitions: readonly Operation[] = [
  {
    kind: "bulkInsert",
    table: { name: "visits", columns: [{ name: "id" }, { name: "day" }] },
    rows: [
      { id: 1, day: "2025-05-01" },
      { id: 2, day: "2026-05-01" },
    ],
  },
  sql("UPDATE visits SET day = '2025-06-01' WHERE id = 2"),
  { kind: "addColumn", tableName: "visits", column: { name: "page", type: text } },
  { kind: "addColumn", tableName: "visits", column: { name: "seconds", type: integer, serverDefault: "3" } },
  { kind: "alterColumn", tableName: "visits", columnName: "seconds", nullable: false },
  { kind: "createCheckConstraint", constraintName: "known", tableName: "visits", condition: "id > 0" },
  { kind: "createIndex", indexName: "ix_page", tableName: "visits", columns: ["page"] },
  { kind: "dropColumn", tableName: "visits", columnName: "page" },
  sql("DELETE FROM visits_2025"),
];

it("tells of partitions what is done to their table, and of the table what its partitions hold", () => {
  connection.execute("BEGIN");
  const recorder = new StateRecorder();
  recorder.readState(connection);
  for (const operation of onPartitions) {
    const { state } = run(recorder, operation);
    expect({ operation, state }).toEqual({ operation, state: new StateRecorder().readState(connection) });
  }
  run(recorder, sql("INSERT INTO visits_2025 VALUES (3, '2025-05-01')"));
  expect(run(recorder, sql("UPDATE users SET email = 'x' WHERE id = 1")).observation?.rowsRead).toEqual([
    { table: "users", rows: 1 },
  ]);
});

it("reads what a migration may not read after it has become somebody else, and leaves it that", () => {
  connection.executeScript(
    `BEGIN; CREATE ROLE "Clerk"; CREATE SCHEMA "Clerk" AUTHORIZATION "Clerk"; GRANT USAGE ON SCHEMA public TO PUBLIC;
    SET LOCAL search_path = "$user", public`,
  );
  const recorder = new StateRecorder();
  recorder.readState(connection);
  run(recorder, sql(`SET LOCAL ROLE "Clerk"`));
  run(recorder, { kind: "createTable", tableName: "notes", columns: [{ name: "id", type: integer }] });
  const { state, stateRead } = run(recorder, sql("INSERT INTO notes VALUES (1), (2)"));
  expect(stateRead).toBe(true);
  expect(state.rowCounts).toMatchObject({ users: 3, posts: 12, notes: 2 });
  expect(connection.execute("SELECT current_user, session_user").rows).toEqual([["Clerk", "postgres"]]);
  connection.execute("RESET ROLE");
});

it("adds no lock and no row read to what the next statement is seen to do", () => {
  connection.execute("BEGIN");
  const recorder = new StateRecorder();
  recorder.readState(connection);
  const before = locks();
  run(recorder, { kind: "addColumn", tableName: "users", column: { name: "name", type: text, serverDefault: "x" } });
  expect(locks().filter((lock) => !before.includes(lock))).toEqual(["users AccessExclusiveLock"]);
  const seen = run(recorder, sql("SELECT count(*) FROM users")).observation;
  expect(seen?.rowsRead).toEqual([{ table: "users", rows: 3 }]);
  expect(seen?.locks?.map(({ name, mode }) => `${name} ${mode}`)).toContain("users ACCESS SHARE");
});

it("tells locks that nobody else can meet from those that hold an application up", () => {
  connection.execute("BEGIN");
  const recorder = new StateRecorder();
  recorder.readState(connection);
  run(recorder, { kind: "createTable", tableName: "own", columns: [{ name: "id", type: integer, primaryKey: true }] });
  const seen = run(recorder, {
    kind: "createIndex",
    indexName: "ix_own",
    tableName: "own",
    columns: ["id"],
  }).observation;
  expect(seen?.locks).toEqual([]);
  expect(seen?.unseen).toEqual(["own"]);
});

it("keeps the first rows of a table as they were, with the column that is filled in", () => {
  connection.execute("BEGIN");
  const recorder = new StateRecorder();
  const before = recorder.readState(connection).rows?.["users"];
  const { state } = run(recorder, {
    kind: "addColumn",
    tableName: "users",
    column: { name: "role", type: text, serverDefault: "reader" },
  });
  expect(before).toEqual({
    columns: ["id", "email"],
    key: [0],
    rows: [
      ["1", "e1"],
      ["2", "e2"],
      ["3", "e3"],
    ],
  });
  expect(state.rows?.["users"]?.rows[0]).toEqual(["1", "e1", "reader"]);
  const ids = state.rows?.["posts"]?.rows.map(([id]) => Number(id));
  expect(ids).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  expect(run(recorder, sql("DELETE FROM users WHERE id = 1")).state.rowCounts["posts"]).toBe(8);
});

it("reads a long run less often where reading would take longer than the run, and is right again at the next reading", () => {
  let clock = 0;
  const slow = heard(connection, (text) => {
    if (text.startsWith("SELECT json")) clock += 100;
  });
  slow.execute("BEGIN");
  const recorder = new StateRecorder({ elapsed: () => clock, alwaysRead: 3 });
  recorder.readState(slow);
  const read = Array.from({ length: 6 }, () => run(recorder, sql("UPDATE users SET email = email"), slow).stateRead);
  expect(read).toEqual([true, true, true, false, false, false]);
  for (const operation of operations.slice(0, 10)) run(recorder, operation, slow);
  const { tables, rowCounts } = readDatabaseState(connection);
  const last = recorder.readState(slow);
  expect({ tables: last.tables, rowCounts: last.rowCounts }).toEqual({ tables, rowCounts });
});

it("is right at the next reading also where the first statements after a whole one went unread", () => {
  let clock = 0;
  let cost = 0;
  const slow = heard(connection, () => {
    clock += cost;
  });
  slow.execute("BEGIN");
  const recorder = new StateRecorder({ elapsed: () => clock, alwaysRead: 0 });
  recorder.readState(slow);
  const savepoint = sql("SAVEPOINT before");
  recorder.beforeStatement(slow, savepoint);
  slow.execute("SAVEPOINT before");
  cost = 1000;
  recorder.afterStatement(slow, savepoint);
  cost = 0;
  const create = sql("CREATE TABLE late AS SELECT 1 AS id");
  expect(run(recorder, create, slow).stateRead).toBe(false);
  clock += 100_000;
  const { state, stateRead } = run(recorder, sql("UPDATE users SET email = 'x' WHERE id = 1"), slow);
  expect(stateRead).toBe(true);
  expect(state.rowCounts["late"]).toBe(1);
});

/** The connection, telling each statement before it runs. */
function heard(on: Connection, hear: (text: string) => void): Connection {
  return {
    execute: (text, parameters) => {
      hear(text);
      return on.execute(text, parameters);
    },
    executeScript: (script) => on.executeScript(script),
    get inTransaction() {
      return on.inTransaction;
    },
  };
}

function run(recorder: StateRecorder, operation: Operation, on: Connection = connection): Recorded {
  const statements = compileOperation(operation, { mode: "online" });
  const recorded = statements.map(({ sql: statement, parameters }) => {
    recorder.beforeStatement(on, operation);
    on.execute(statement, parameters);
    return recorder.afterStatement(on, operation);
  });
  const last = recorded.at(-1);
  if (last === undefined) throw new Error("there was nothing to run");
  return last;
}

function locks(): readonly string[] {
  return connection
    .execute(
      "SELECT relation::regclass || ' ' || mode FROM pg_locks WHERE relation >= 16384 AND pid = pg_backend_pid() AND relation::regclass::text !~ 'toast'",
    )
    .rows.map(([lock]) => lock ?? "");
}
