import type { Column } from "../schema/column.ts";
import type { CheckConstraint, Constraint } from "../schema/constraint.ts";
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";

/** A column of the model with SQLAlchemy's defaults worked out. */
export interface ModelColumn extends Column {
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  /** Whether the model said `nullable` itself. */
  readonly nullableIsSaid: boolean;
}

/** A table of the model the way SQLAlchemy holds it: the columns' flags are constraints and indexes, names follow the convention. */
export interface ModelTable {
  readonly table: Table;
  readonly name: string;
  /** As the model says it; null without one. */
  readonly schema: string | null;
  /** The MetaData's own schema, which foreign keys without one refer to. */
  readonly metadataSchema: string | null;
  readonly comment: string | null;
  readonly columns: readonly ModelColumn[];
  /** Without the checks that a type brings. Names are resolved: null is unnamed, FormattedName comes from a convention. */
  readonly constraints: readonly Constraint[];
  readonly checks: readonly CheckConstraint[];
  readonly indexes: readonly Index[];
  /** The column that SQLAlchemy makes serial. */
  readonly autoincrementColumn: string | null;
}
