import { expect, test } from "vitest";
import { expandTable } from "../../../src/engine/schema/expandTable.ts";
import { ConstraintColumnNotFoundError } from "../../../src/engine/schema/schemaErrors.ts";
import type { Table } from "../../../src/engine/schema/table.ts";

const convention = {
  uq: "uq_%(table_name)s_%(column_0_name)s",
  fk: "fk_%(table_name)s_%(referred_table_name)s",
  pk: "pk_%(table_name)s",
};
const base: Table = { name: "t", columns: [], constraints: [], indexes: [] };
const integer = { name: "Integer" };

test("flags become constraints, the explicit ones first but for the key", () => {
  const table = expandTable(
    {
      ...base,
      columns: [
        { name: "id", type: integer, primaryKey: true },
        { name: "a", type: integer, unique: true, foreignKeys: [{ target: "o.id" }] },
      ],
      constraints: [{ kind: "check", sqltext: "a > 0" }],
    },
    { namingConvention: convention },
  );
  expect(table.constraints).toEqual([
    { kind: "primaryKey", name: { kind: "f", name: "pk_t" }, columns: ["id"] },
    { kind: "check", name: null, sqltext: "a > 0" },
    { kind: "unique", name: { kind: "f", name: "uq_t_a" }, columns: ["a"] },
    { kind: "foreignKey", name: { kind: "f", name: "fk_t_o" }, columns: ["a"], refs: ["o.id"] },
  ]);
  expect(table.columns).toEqual([
    { name: "id", type: integer, primaryKey: true, nullable: false },
    { name: "a", type: integer, primaryKey: false, nullable: true },
  ]);
  expect(table.autoincrementColumn).toBe("id");
});

test("unique and index together are one unique index, named by default", () => {
  const { constraints, indexes } = expandTable({
    ...base,
    schema: "s",
    columns: [{ name: "a", type: integer, unique: true, index: true }],
  });
  expect(constraints).toEqual([]);
  expect(indexes).toEqual([{ name: { kind: "f", name: "ix_s_t_a" }, columns: ["a"], unique: true }]);
});

test("a table without flags keeps its parts", () => {
  const table: Table = { ...base, columns: [{ name: "a", type: integer }] };
  expect(expandTable(table).constraints).toEqual([]);
  expect(expandTable(table).indexes).toEqual([]);
});

test("a constraint cannot name a column that is not there", () => {
  expect(() => expandTable({ ...base, constraints: [{ kind: "unique", columns: ["x"] }] })).toThrow(
    new ConstraintColumnNotFoundError("UniqueConstraint", "t", "x"),
  );
});
