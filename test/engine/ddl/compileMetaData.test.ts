import { expect, test } from "vitest";
import { compileMetaData } from "../../../src/engine/ddl/compileMetaData.ts";
import type { Table } from "../../../src/engine/schema/table.ts";

function table(name: string, target?: string): Table {
  const id = { name: "id", type: { name: "Integer" }, primaryKey: true };
  const other =
    target === undefined
      ? []
      : [{ name: "other_id", type: { name: "Integer" }, foreignKeys: [{ target, name: `fk_${name}` }] }];
  return { name, columns: [id, ...other], constraints: [], indexes: [] };
}

test("a table comes after the ones it refers to", () => {
  const statements = compileMetaData({ tables: [table("a", "b.id"), table("b")] }, { mode: "online" });
  expect(statements.map((sql) => sql.split(" (")[0])).toEqual(["CREATE TABLE b", "CREATE TABLE a"]);
});

test("in a cycle the reference to the later table follows both", () => {
  const statements = compileMetaData({ tables: [table("a", "b.id"), table("b", "a.id")] }, { mode: "online" });
  expect(statements[2]).toBe("ALTER TABLE a ADD CONSTRAINT fk_a FOREIGN KEY(other_id) REFERENCES b (id)");
  expect(statements[0]).not.toContain("FOREIGN KEY");
  expect(statements[1]).toContain("CONSTRAINT fk_b FOREIGN KEY(other_id) REFERENCES a (id)");
});

test("the schema of the MetaData holds for tables and references", () => {
  const [, second] = compileMetaData({ schema: "s", tables: [table("a", "b.id"), table("b")] }, { mode: "online" });
  expect(second).toContain("CREATE TABLE s.a");
  expect(second).toContain("REFERENCES s.b (id)");
});

test("a type that two tables share is created once", () => {
  const mood: Table = {
    name: "x",
    columns: [{ name: "m", type: { name: "Enum", values: ["a"], enumName: "mood" } }],
    constraints: [],
    indexes: [],
  };
  const statements = compileMetaData({ tables: [mood, { ...mood, name: "y" }] }, { mode: "online" });
  expect(statements.filter((sql) => sql.startsWith("CREATE TYPE"))).toEqual(["CREATE TYPE mood AS ENUM ('a')"]);
});
