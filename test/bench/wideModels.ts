import type { Column } from "../../src/engine/schema/column.ts";
import type { MetaData } from "../../src/engine/schema/metadata.ts";
import type { Table } from "../../src/engine/schema/table.ts";

/**
 * Models of `count` tables of ten columns: a serial key, a unique, an index, a foreign key to the table before (the first refers to itself) and
 * three server defaults.
 */
export function wideModels(count: number): MetaData {
  return { tables: Array.from({ length: count }, (_unused, index) => wideTable(index)) };
}

function wideTable(index: number): Table {
  const columns: readonly Column[] = [
    { name: "id", type: { name: "Integer" }, primaryKey: true },
    { name: "code", type: { name: "String", length: 40 }, nullable: false },
    { name: "parent_id", type: { name: "Integer" } },
    { name: "title", type: { name: "String", length: 200 }, nullable: false },
    { name: "body", type: { name: "Text" } },
    { name: "price", type: { name: "Numeric", precision: 10, scale: 2 }, serverDefault: "0" },
    { name: "is_active", type: { name: "Boolean" }, nullable: false, serverDefault: { kind: "text", text: "true" } },
    { name: "created_at", type: { name: "DateTime", timezone: true }, serverDefault: { kind: "text", text: "now()" } },
    { name: "born_on", type: { name: "Date" } },
    { name: "token", type: { name: "Uuid" } },
  ];
  return {
    name: tableName(index),
    columns,
    constraints: [
      { kind: "unique", name: `uq_${tableName(index)}_code`, columns: ["code"] },
      {
        kind: "foreignKey",
        name: `fk_${tableName(index)}_parent`,
        columns: ["parent_id"],
        refs: [`${tableName(Math.max(0, index - 1))}.id`],
      },
    ],
    indexes: [{ name: `ix_${tableName(index)}_title`, columns: ["title"] }],
  };
}

function tableName(index: number): string {
  return `table_${index.toString().padStart(4, "0")}`;
}
