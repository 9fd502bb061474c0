import { ProgramError } from "../errors.ts";
import type { CheckConstraint, Constraint } from "../schema/constraint.ts";
import { expandTable } from "../schema/expandTable.ts";
import type { MetaData } from "../schema/metadata.ts";
import { nameText } from "../schema/name.ts";
import { nameColumnChecks } from "../schema/nameConstraint.ts";
import type { Table } from "../schema/table.ts";
import type { ChangeRecorder } from "./changeRecorder.ts";
import type { ModelColumn, ModelTable } from "./modelTable.ts";
import { sortModelTables } from "./sortModelTables.ts";

/**
 * The model's tables in the order in which they can be created, as SQLAlchemy would hold them. Source: sqlalchemy.MetaData.sorted_tables.
 * @throws ProgramError where two MetaData have the same table
 */
export function modelTables(metadata: MetaData | readonly MetaData[], recorder: ChangeRecorder): readonly ModelTable[] {
  const several = "tables" in metadata ? [metadata] : metadata;
  const sorted = several.map((one) =>
    sortModelTables(
      one.tables.map((table) => modelTable(table, one)),
      recorder,
    ),
  );
  requireDistinctTables(sorted);
  return sorted.flat();
}

/** Source: alembic.autogenerate.api.AutogenContext.table_key_to_table. */
function requireDistinctTables(sorted: readonly (readonly ModelTable[])[]): void {
  const known = new Set<string>();
  for (const tables of sorted) {
    const keys = tables.map(({ schema, name }) => (schema === null ? name : `${schema}.${name}`));
    const duplicates = keys.filter((key) => known.has(key)).sort();
    if (duplicates.length > 0) {
      const listed = duplicates.map((key) => `"${key}"`).join(", ");
      throw new ProgramError("ValueError", `Duplicate table keys across multiple MetaData objects: ${listed}`);
    }
    for (const key of keys) known.add(key);
  }
}

function modelTable(table: Table, metadata: MetaData): ModelTable {
  const expanded = expandTable(table, metadata);
  const naming = { tableName: table.name, schema: expanded.schema ?? null };
  const constraints: readonly Constraint[] = [
    ...expanded.constraints,
    ...table.columns.flatMap((column) => nameColumnChecks(column, naming, metadata)),
  ];
  return {
    table,
    name: nameText(table.name),
    schema: expanded.schema ?? null,
    metadataSchema: metadata.schema ?? null,
    comment: table.comment ?? null,
    columns: expanded.columns.map((column, place): ModelColumn => ({
      ...column,
      nullable: column.nullable === true,
      primaryKey: column.primaryKey === true,
      nullableIsSaid: table.columns[place]?.nullable !== undefined,
    })),
    constraints,
    checks: constraints.filter((constraint): constraint is CheckConstraint => constraint.kind === "check"),
    indexes: expanded.indexes,
    autoincrementColumn: expanded.autoincrementColumn ?? null,
  };
}
