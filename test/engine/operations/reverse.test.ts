import { expect, test } from "vitest";
import { IrreversibleOperationError } from "../../../src/engine/operations/irreversibleOperationError.ts";
import { reverse } from "../../../src/engine/operations/reverse.ts";
import type { Operation } from "../../../src/engine/operations/operation.ts";

const integer = { name: "Integer" };
const reversible: readonly Operation[] = [
  { kind: "createTable", tableName: "t", columns: [{ name: "id", type: integer }], schema: "s" },
  { kind: "addColumn", tableName: "t", column: { name: "c", type: integer } },
  { kind: "createUniqueConstraint", constraintName: "uq", tableName: "t", columns: ["a"] },
  {
    kind: "createForeignKey",
    constraintName: "fk",
    sourceTable: "a",
    referentTable: "b",
    localCols: ["x"],
    remoteCols: ["y"],
    sourceSchema: "s",
  },
  { kind: "createIndex", indexName: "ix", tableName: "t", columns: ["a"], using: "gin" },
  { kind: "renameTable", oldTableName: "a", newTableName: "b" },
  {
    kind: "alterColumn",
    tableName: "t",
    columnName: "c",
    type: { name: "Text" },
    existingType: integer,
    existingNullable: true,
  },
  {
    kind: "alterColumn",
    tableName: "t",
    columnName: "c",
    nullable: false,
    existingNullable: true,
    serverDefault: null,
    existingServerDefault: "0",
  },
  { kind: "createTableComment", tableName: "t", comment: "new", existingComment: "old" },
];

test.each(reversible)("$kind reversed twice is itself", (operation) => {
  expect(reverse(reverse(operation))).toEqual(operation);
  expect(reverse(operation)).not.toEqual(operation);
});

test("an alteration swaps what is with what was", () => {
  expect(
    reverse({
      kind: "alterColumn",
      tableName: "t",
      columnName: "c",
      newColumnName: "d",
      nullable: false,
      existingNullable: true,
    }),
  ).toEqual({
    kind: "alterColumn",
    tableName: "t",
    columnName: "d",
    newColumnName: "c",
    nullable: true,
    existingNullable: false,
  });
});

test("a drop of which nothing is known says so", () => {
  expect(() => reverse({ kind: "dropColumn", tableName: "t", columnName: "c" })).toThrow(
    "operation is not reversible; original column is not present",
  );
  expect(() => reverse({ kind: "dropConstraint", constraintName: "c", tableName: "t" })).toThrow(
    IrreversibleOperationError,
  );
});
