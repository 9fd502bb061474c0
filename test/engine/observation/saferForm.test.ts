import { expect, it } from "vitest";
import { compileOperation } from "../../../src/engine/ddl/compileOperation.ts";
import { compareActivity } from "../../../src/engine/observation/compareActivity.ts";
import { conflictsWith } from "../../../src/engine/observation/lockConflicts.ts";
import { queryActivity } from "../../../src/engine/observation/queryActivity.ts";
import { saferForm } from "../../../src/engine/observation/saferForm.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";
import type { StatementObservation } from "../../../src/engine/runtime/statementObservation.ts";
import { useTestDatabase } from "../../database/useTestDatabase.ts";

const connection = await useTestDatabase(`
    CREATE TABLE users (id integer PRIMARY KEY);
    CREATE TABLE posts (id integer PRIMARY KEY, title text, owner_id integer, stars integer);
    CREATE INDEX ix_title ON posts (title);
    INSERT INTO users SELECT generate_series(1, 3);
    INSERT INTO posts SELECT i, 't' || i, 1 + i % 3, i FROM generate_series(1, 12) i;`);

const title = { tableName: "posts", columnName: "title" } as const;

const hard: readonly Operation[] = [
  { kind: "createIndex", indexName: "ix_stars", tableName: "posts", columns: ["stars"] },
  { kind: "dropIndex", indexName: "ix_title", tableName: "posts" },
  {
    kind: "createForeignKey",
    constraintName: "fk",
    sourceTable: "posts",
    referentTable: "users",
    localCols: ["owner_id"],
    remoteCols: ["id"],
  },
  { kind: "createCheckConstraint", constraintName: "positive", tableName: "posts", condition: "stars > 0" },
  { kind: "createUniqueConstraint", constraintName: "uq", tableName: "posts", columns: ["title"] },
  { kind: "alterColumn", ...title, nullable: false },
  { kind: "alterColumn", tableName: "posts", columnName: "stars", type: { name: "BigInteger" } },
  {
    kind: "addColumn",
    tableName: "posts",
    column: {
      name: "token",
      type: { name: "UUID" },
      serverDefault: { kind: "text", text: "gen_random_uuid()" },
      nullable: false,
    },
  },
];

it.each(hard)(
  "$kind: the safer way runs, and never reads or rewrites a table that it keeps others out of",
  (operation) => {
    connection.execute("BEGIN");
    const observed = run(operation);
    connection.execute("ROLLBACK");
    const steps = saferForm(operation, observed);
    expect(steps).not.toBeNull();
    for (const { autocommit, operations } of steps ?? []) {
      for (const one of operations) {
        if (autocommit) {
          run(one);
          continue;
        }
        connection.execute("BEGIN");
        const { locks, rewrites, builtIndexes, rowsRead } = run(one);
        connection.execute("COMMIT");
        const keepsOut = (locks ?? []).some(({ mode }) => conflictsWith(mode, "ROW EXCLUSIVE"));
        expect({
          one,
          slow: keepsOut && (rewrites.length > 0 || builtIndexes.length > 0 || (rowsRead ?? []).length > 0),
        }).toEqual({
          one,
          slow: false,
        });
      }
    }
  },
);

it("ends where the statement itself would have ended: with a column that must not be empty", () => {
  const operation = hard.find(({ kind }) => kind === "addColumn");
  if (operation === undefined) throw new Error("there is no such operation");
  connection.execute("BEGIN");
  const steps = saferForm(operation, run(operation)) ?? [];
  connection.execute("ROLLBACK");
  for (const { operations } of steps) for (const one of operations) run(one);
  const notNull = "SELECT attnotnull FROM pg_attribute WHERE attrelid = 'posts'::regclass AND attname = 'token'";
  expect(connection.execute(notNull).rows).toEqual([["t"]]);
});

it("is none for indexes of a partitioned table, which PostgreSQL cannot make beside running work", () => {
  connection.executeScript(`CREATE TABLE visits (id integer, day date) PARTITION BY RANGE (day);
    CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    INSERT INTO visits VALUES (1, '2025-05-01')`);
  const onVisits: readonly Operation[] = [
    { kind: "createUniqueConstraint", constraintName: "uq", tableName: "visits", columns: ["id", "day"] },
    { kind: "createIndex", indexName: "ix_day", tableName: "visits", columns: ["day"] },
    { kind: "dropIndex", indexName: "ix_day" },
  ];
  for (const operation of onVisits) {
    connection.execute("BEGIN");
    const observed = run(operation);
    connection.execute("COMMIT");
    expect(saferForm(operation, observed)).toBeNull();
  }
});

it("quotes names that PostgreSQL keeps for itself", () => {
  connection.executeScript(`CREATE TABLE "order" (id integer PRIMARY KEY, "user" text)`);
  connection.execute("BEGIN");
  const operation: Operation = {
    kind: "createUniqueConstraint",
    constraintName: "unique",
    tableName: "order",
    columns: ["user"],
  };
  const steps = saferForm(operation, run(operation)) ?? [];
  connection.execute("ROLLBACK");
  expect(steps.length).toBeGreaterThan(1);
  for (const { operations } of steps) for (const one of operations) run(one);
  expect(connection.execute(`SELECT conname FROM pg_constraint WHERE conname = 'unique'`).rows).toEqual([["unique"]]);
});

it("has nothing to say about what is harmless", () => {
  connection.execute("BEGIN");
  const operation: Operation = {
    kind: "addColumn",
    tableName: "posts",
    column: { name: "note", type: { name: "Text" } },
  };
  expect(saferForm(operation, run(operation))).toBeNull();
});

/** What the operation's last statement was seen to do. */
function run(operation: Operation): StatementObservation {
  let observed: StatementObservation | null = null;
  for (const { sql, parameters } of compileOperation(operation, { mode: "online" })) {
    const before = queryActivity(connection);
    connection.execute(sql, parameters);
    observed = compareActivity(before, queryActivity(connection), "alembic_version");
  }
  if (observed === null) throw new Error("there was nothing to run");
  return observed;
}
