import type { Name } from "./name.ts";
import type { ServerDefault } from "./sqlExpression.ts";
import type { SqlType } from "./sqlType.ts";
import type { CheckConstraint } from "./constraint.ts";
import type { WholeNumber } from "./wholeNumber.ts";

/** `GENERATED ... AS IDENTITY` and its sequence options. */
export interface Identity {
  readonly always?: boolean;
  readonly onNull?: boolean;
  readonly start?: WholeNumber;
  readonly increment?: WholeNumber;
  readonly minValue?: WholeNumber;
  readonly maxValue?: WholeNumber;
  readonly noMinValue?: boolean;
  readonly noMaxValue?: boolean;
  readonly cycle?: boolean;
  readonly cache?: WholeNumber;
}

/** `GENERATED ALWAYS AS (sqltext) STORED`. */
export interface Computed {
  readonly sqltext: string;
  readonly persisted?: boolean;
}

/** `ForeignKey("users.id", {...})` on a column; `target` is `[schema.]table.column`. */
export interface ForeignKey {
  readonly target: string;
  readonly name?: Name;
  readonly onDelete?: string;
  readonly onUpdate?: string;
  readonly deferrable?: boolean;
  readonly initially?: string;
  readonly match?: string;
  readonly useAlter?: boolean;
}

/** sqlalchemy.Column as data. An absent key was not passed; null is None. */
export interface Column {
  readonly name: Name;
  readonly type: SqlType;
  readonly nullable?: boolean;
  readonly primaryKey?: boolean;
  readonly serverDefault?: ServerDefault | null;
  readonly unique?: boolean;
  readonly index?: boolean;
  readonly comment?: string | null;
  readonly autoincrement?: boolean | "auto" | "ignore_fk";
  readonly identity?: Identity;
  readonly computed?: Computed;
  readonly foreignKeys?: readonly ForeignKey[];
  readonly checks?: readonly CheckConstraint[];
}
