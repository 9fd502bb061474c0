import { parseForeignKeyTarget } from "./foreignKeyTarget.ts";
import type { Table } from "./table.ts";
import { tableKey } from "./tableKey.ts";

/** The keys of the tables that the table's foreign keys refer to, itself excepted. */
export function referredTableKeys(table: Table, defaultSchema?: string | null): ReadonlySet<string> {
  const targets = [
    ...table.columns.flatMap((column) =>
      (column.foreignKeys ?? []).filter((key) => key.useAlter !== true).map((key) => key.target),
    ),
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === "foreignKey" && constraint.useAlter !== true ? constraint.refs : [],
    ),
  ];
  const keys = new Set(
    targets.map((target) => {
      const { schema, table: name } = parseForeignKeyTarget(target);
      return tableKey({ name, schema: schema ?? null }, defaultSchema);
    }),
  );
  keys.delete(tableKey(table, defaultSchema));
  return keys;
}

/**
 * Tables in the order in which they can be created: those that refer to nothing left come first, by key; in a cycle the rest follows by key.
 * Source: sqlalchemy.schema.sort_tables.
 */
export function sortTables(tables: readonly Table[], defaultSchema?: string | null): readonly Table[] {
  const remaining = new Map(
    tables
      .map((table) => [tableKey(table, defaultSchema), table] as const)
      .sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0)),
  );
  const sorted: Table[] = [];
  while (remaining.size > 0) {
    const free = [...remaining].filter(([, table]) =>
      [...referredTableKeys(table, defaultSchema)].every((key) => !remaining.has(key)),
    );
    const next = free.length > 0 ? free : [...remaining];
    for (const [key, table] of next) {
      sorted.push(table);
      remaining.delete(key);
    }
  }
  return sorted;
}
