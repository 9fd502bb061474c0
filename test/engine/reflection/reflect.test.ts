import { beforeEach, describe, expect, it } from "vitest";
import type { Connection } from "../../../src/engine/connection.ts";
import { readDatabaseState } from "../../../src/engine/reflection/readDatabaseState.ts";
import { reflect } from "../../../src/engine/reflection/reflect.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";

const { connection, reset } = await openTestDatabase();

function countingQueries(action: (counted: Connection) => void): number {
  let count = 0;
  action({
    execute(sql, parameters) {
      count++;
      return connection.execute(sql, parameters);
    },
    executeScript: (sql) => connection.executeScript(sql),
    get inTransaction() {
      return connection.inTransaction;
    },
  });
  return count;
}

describe("reflect", () => {
  beforeEach(reset);

  it("asks as many queries for thirty tables as for one", () => {
    connection.execute("CREATE TABLE t (id serial PRIMARY KEY)");
    const one = countingQueries((counted) => void reflect(counted));
    for (let place = 0; place < 30; place++)
      connection.execute(`CREATE TABLE t${place} (id serial PRIMARY KEY, t_id int REFERENCES t)`);
    expect(countingQueries((counted) => void reflect(counted))).toBe(one);
  });

  it("reads NOT NULL from the column and no CHECK from it", () => {
    connection.execute("CREATE TABLE t (a int NOT NULL, CONSTRAINT positive CHECK (a > 0))");
    const [table] = reflect(connection).tables;
    expect(table?.columns[0]?.nullable).toBe(false);
    expect(table?.constraints).toEqual([{ kind: "check", name: { kind: "f", name: "positive" }, sqltext: "a > 0" }]);
  });

  it("reads an exclude constraint", () => {
    connection.execute(
      "CREATE TABLE t (r int4range, CONSTRAINT apart EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r)))",
    );
    expect(reflect(connection).tables[0]?.constraints).toEqual([
      {
        kind: "exclude",
        name: { kind: "f", name: "apart" },
        elements: [[{ kind: "literalColumn", text: "r" }, "&&"]],
        using: "gist",
        where: "NOT isempty(r)",
      },
    ]);
  });
});

describe("readDatabaseState", () => {
  beforeEach(reset);

  it("counts rows and keeps the version table apart", () => {
    connection.executeScript(`CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY); INSERT INTO alembic_version VALUES ('b'), ('a');
      CREATE TABLE t (id int); INSERT INTO t SELECT generate_series(1, 3); CREATE SCHEMA s; CREATE TABLE s.t (id int)`);
    const state = readDatabaseState(connection);
    expect(state.rowCounts).toEqual({ t: 3, "s.t": 0 });
    expect(state.heads).toEqual(["a", "b"]);
  });
});
