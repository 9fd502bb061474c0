import type { Column } from "../schema/column.ts";
import type { CheckConstraint, Constraint } from "../schema/constraint.ts";
import type { FormattedName } from "../schema/name.ts";
import type { TextClause } from "../schema/sqlExpression.ts";
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";

/** A column as the database has it: every flag is said. */
export interface ReflectedColumn extends Column {
  readonly name: string;
  readonly nullable: boolean;
  /** True for serial and identity columns. */
  readonly autoincrement: boolean;
  readonly serverDefault?: TextClause;
  /** The sequence behind `serverDefault`, where this column owns it: a serial column, whose default Alembic leaves out. */
  readonly serialSequence?: string;
}

export interface ReflectedCheck extends CheckConstraint {
  readonly noInherit?: boolean;
}

export interface ReflectedIndex extends Index {
  readonly name: FormattedName;
  /** PostgreSQL made the index for a constraint of the same name. */
  readonly duplicatesConstraint?: boolean;
}

/** A table as the database has it. `schema` is null for a table that the search path finds. */
export interface ReflectedTable extends Table {
  readonly name: string;
  readonly schema: string | null;
  readonly columns: readonly ReflectedColumn[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly ReflectedIndex[];
  /** Partitions of this table's kind hold no rows of their own. */
  readonly partitioned: boolean;
  /** Columns whose type has no class in SQLAlchemy, with the type as PostgreSQL names it. */
  readonly unknownTypes: readonly { readonly column: string; readonly type: string }[];
}

export interface ReflectedDatabase {
  /** Sorted by schema, then name; views are not tables. */
  readonly tables: readonly ReflectedTable[];
  /** Every schema that is not PostgreSQL's own, sorted. */
  readonly schemas: readonly string[];
  readonly defaultSchema: string;
}
