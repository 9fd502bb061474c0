import { ownColumns, resolveName } from "./namingConvention.ts";
import type { Column } from "./column.ts";
import type { CheckConstraint, Constraint } from "./constraint.ts";
import type { TableSurroundings } from "./expandTable.ts";
import type { Table } from "./table.ts";

/** The table that gives its name to what it holds. */
export type Naming = Pick<Table, "schema"> & { readonly tableName: Table["name"] };

/** The constraint with its final name. An exclude constraint knows no convention. */
export function nameConstraint<C extends Constraint>(
  constraint: C,
  naming: Naming,
  { namingConvention }: TableSurroundings,
): C {
  const object = { ...naming, name: constraint.name };
  switch (constraint.kind) {
    case "primaryKey":
      return { ...constraint, name: resolveName({ ...object, key: "pk", columns: own(constraint) }, namingConvention) };
    case "unique":
      return { ...constraint, name: resolveName({ ...object, key: "uq", columns: own(constraint) }, namingConvention) };
    case "check":
      return { ...constraint, name: resolveName({ ...object, key: "ck", columns: [] }, namingConvention) };
    case "foreignKey": {
      const foreignKey = { ...object, key: "fk", columns: own(constraint), refs: constraint.refs } as const;
      return { ...constraint, name: resolveName(foreignKey, namingConvention) };
    }
    case "exclude":
      return constraint;
  }
}

/** The column's own checks with their final names. */
export function nameColumnChecks(
  column: Column,
  naming: Naming,
  surroundings: TableSurroundings,
): readonly CheckConstraint[] {
  return (column.checks ?? []).map((check) => nameConstraint(check, naming, surroundings));
}

function own({ columns }: { readonly columns: readonly string[] }): ReturnType<typeof ownColumns> {
  return ownColumns(columns);
}
