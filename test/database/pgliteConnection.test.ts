import { beforeEach, describe, expect, it } from "vitest";
import { DatabaseError } from "../../src/engine/errors.ts";
import { openTestDatabase } from "./openTestDatabase.ts";

const { connection, reset } = await openTestDatabase();

describe("PgliteConnection", () => {
  beforeEach(reset);

  it("answers synchronously with PostgreSQL's text values", () => {
    const result = connection.execute("SELECT 1 AS one, NULL AS nothing, true AS yes");
    expect(result.columns.map((column) => column.name)).toEqual(["one", "nothing", "yes"]);
    expect(result.rows).toEqual([["1", null, "t"]]);
  });

  it("binds parameters", () => {
    expect(connection.execute("SELECT $1::int + 1, $2::text", ["41", null]).rows).toEqual([["42", null]]);
  });

  it("asks the catalogs again after whatever became of a question", () => {
    const tables = "SELECT count(*) FROM pg_class WHERE relname = $1";
    const ask = () => connection.execute(tables, ["t"]).rows[0]?.[0];
    expect(ask()).toBe("0");
    connection.execute("CREATE TABLE t (id int)");
    expect(ask()).toBe("1");
    connection.execute("BEGIN");
    expect(() => connection.execute("SELECT nothing FROM t")).toThrow();
    expect(ask).toThrow("current transaction is aborted");
    connection.execute("ROLLBACK");
    expect(() => connection.execute("SELECT nothing FROM pg_class")).toThrow("does not exist");
    expect(() => connection.execute("SELECT nothing FROM pg_class")).toThrow("does not exist");
    connection.execute("DEALLOCATE ALL");
    expect(ask()).toBe("1");
    connection.execute("DISCARD ALL");
    expect(ask()).toBe("1");
  });

  it("ends a session: what was set and made for it alone is gone, what is prepared answers again", () => {
    connection.executeScript(`CREATE ROLE clerk; CREATE TABLE kept (id int); SET ROLE clerk; SET search_path = pg_catalog;
      SET timezone = 'Asia/Tokyo'; CREATE TEMP TABLE own AS SELECT 1; SELECT pg_advisory_lock(7)`);
    connection.execute("BEGIN");
    connection.endSession();
    expect(connection.inTransaction).toBe(false);
    expect(connection.execute("SELECT current_user, to_regclass('kept'), to_regclass('own')").rows).toEqual([
      ["postgres", "kept", null],
    ]);
    expect(connection.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").rows).toEqual([["0"]]);
    connection.executeScript("DROP ROLE clerk; DROP TABLE kept");
  });

  it("gives one result a statement", () => {
    const results = connection.executeScript("CREATE TABLE t (id int); INSERT INTO t VALUES (1), (2); SELECT * FROM t");
    expect(results.map((result) => [result.command, result.rowCount])).toEqual([
      ["CREATE TABLE", 0],
      ["INSERT 0 2", 2],
      ["SELECT 2", 2],
    ]);
  });

  it("keeps every field of an error", () => {
    connection.execute("CREATE TABLE t (id int CONSTRAINT positive CHECK (id > 0))");
    try {
      connection.execute("INSERT INTO t VALUES (-1)");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseError);
      const { fields } = error as DatabaseError;
      expect(fields).toMatchObject({ code: "23514", severity: "ERROR", table: "t", constraint: "positive" });
      expect(fields.detail).toBe("Failing row contains (-1).");
    }
    try {
      connection.execute("SELECT missing");
      expect.unreachable();
    } catch (error) {
      expect((error as DatabaseError).fields.position).toBe(8);
    }
  });

  it("knows whether a transaction is open, also a failed one", () => {
    expect(connection.inTransaction).toBe(false);
    connection.execute("BEGIN");
    expect(connection.inTransaction).toBe(true);
    expect(() => connection.execute("SELECT missing")).toThrow('column "missing" does not exist');
    expect(connection.inTransaction).toBe(true);
    connection.execute("ROLLBACK");
    expect(connection.inTransaction).toBe(false);
  });

  it("collects notices", () => {
    const result = connection.execute("DROP TABLE IF EXISTS missing");
    expect(result.notices.map((notice) => notice.message)).toEqual(['table "missing" does not exist, skipping']);
  });

  it("refuses COPY FROM STDIN and stays alive", () => {
    connection.execute("CREATE TABLE t (id int)");
    expect(() => connection.execute("COPY t FROM STDIN")).toThrow(/COPY/);
    expect(connection.execute("SELECT 1").rows).toEqual([["1"]]);
  });
});
