import { NoReferencedTableError } from "./schemaErrors.ts";
import { parseForeignKeyTarget } from "./foreignKeyTarget.ts";
import { nameText } from "./name.ts";
import type { TableSurroundings } from "./expandTable.ts";
import type { Name } from "./name.ts";
import type { Table } from "./table.ts";

interface Reference {
  readonly name: Name | null | undefined;
  readonly columns: readonly string[];
  readonly refs: readonly string[];
}

/**
 * A convention that asks for the column that a foreign key refers to needs its table, and an operation knows of no table but its own.
 * Throws NoReferencedTableError. Source: sqlalchemy.sql.naming.ConventionDict._key_referred_column_X_name.
 */
export function requireReferredTables(
  table: Pick<Table, "name" | "schema" | "columns" | "constraints">,
  { namingConvention }: TableSurroundings,
): void {
  const template = namingConvention?.["fk"];
  if (template?.includes("referred_column_") !== true) return;
  const tableName = nameText(table.name);
  for (const { name, columns, refs } of references(table)) {
    if (isFinal(name, template)) continue;
    for (const [place, ref] of refs.entries()) {
      const target = parseForeignKeyTarget(ref);
      if (target.table === tableName && (target.schema ?? null) === (table.schema ?? null)) continue;
      const referred = target.schema === undefined ? target.table : `${target.schema}.${target.table}`;
      throw new NoReferencedTableError(`${tableName}.${columns[place] ?? ""}`, referred, target.column);
    }
  }
}

function references(table: Pick<Table, "columns" | "constraints">): readonly Reference[] {
  return [
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === "foreignKey"
        ? [{ name: constraint.name, columns: constraint.columns, refs: constraint.refs }]
        : [],
    ),
    ...table.columns.flatMap((column) =>
      (column.foreignKeys ?? []).map((key) => ({
        name: key.name,
        columns: [nameText(column.name)],
        refs: [key.target],
      })),
    ),
  ];
}

function isFinal(name: Name | null | undefined, template: string): boolean {
  if (name === null || name === undefined) return false;
  return (typeof name === "object" && name.kind === "f") || !template.includes("constraint_name");
}
