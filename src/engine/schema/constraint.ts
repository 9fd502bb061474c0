import type { Name } from "./name.ts";
import type { SqlExpression, TextClause } from "./sqlExpression.ts";

interface Deferrable {
  readonly deferrable?: boolean;
  readonly initially?: string;
}

export interface PrimaryKeyConstraint extends Deferrable {
  readonly kind: "primaryKey";
  readonly name?: Name | null;
  readonly columns: readonly string[];
  readonly include?: readonly string[];
}

export interface UniqueConstraint extends Deferrable {
  readonly kind: "unique";
  readonly name?: Name | null;
  readonly columns: readonly string[];
  readonly nullsNotDistinct?: boolean;
  readonly include?: readonly string[];
}

export interface CheckConstraint extends Deferrable {
  readonly kind: "check";
  readonly name?: Name | null;
  readonly sqltext: string | TextClause;
  readonly notValid?: boolean;
}

/** `refs` are `[schema.]table.column`, in the order of `columns`. */
export interface ForeignKeyConstraint extends Deferrable {
  readonly kind: "foreignKey";
  readonly name?: Name | null;
  readonly columns: readonly string[];
  readonly refs: readonly string[];
  readonly onDelete?: string;
  readonly onUpdate?: string;
  readonly match?: string;
  readonly useAlter?: boolean;
  readonly notValid?: boolean;
}

export interface ExcludeConstraint extends Deferrable {
  readonly kind: "exclude";
  readonly name?: Name | null;
  readonly elements: readonly (readonly [SqlExpression, string])[];
  readonly using?: string;
  readonly where?: string | TextClause;
  readonly ops?: Readonly<Record<string, string>>;
}

export type Constraint =
  | PrimaryKeyConstraint
  | UniqueConstraint
  | CheckConstraint
  | ForeignKeyConstraint
  | ExcludeConstraint;
