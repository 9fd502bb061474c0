import type { DatabaseState } from "../../../src/engine/runtime/migrationEvent.ts";
import type { Column } from "../../../src/engine/schema/column.ts";
import type { Table } from "../../../src/engine/schema/table.ts";

export const id: Column = { name: "id", type: { name: "INTEGER" }, nullable: false };

export function varchar(name: string, length: number, more: Partial<Column> = {}): Column {
  return { name, type: { name: "VARCHAR", length }, nullable: true, ...more };
}

/** A table with a primary key on its first column. */
export function table(name: string, columns: readonly Column[], more: Partial<Table> = {}): Table {
  const [first] = columns;
  return {
    name,
    columns,
    indexes: [],
    ...more,
    constraints: [
      ...(first === undefined
        ? []
        : [{ kind: "primaryKey" as const, name: `${name}_pkey`, columns: [String(first.name)] }]),
      ...(more.constraints ?? []),
    ],
  };
}

export function refersTo(name: string, column: string, ref: string): Table["constraints"][number] {
  return { kind: "foreignKey", name, columns: [column], refs: [ref] };
}

export function state(tables: readonly Table[], rowCounts: Readonly<Record<string, number>> = {}): DatabaseState {
  return { tables, rowCounts, heads: [] };
}
