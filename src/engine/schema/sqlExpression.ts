import type { SqlType } from "./sqlType.ts";

/** A value as JSON can hold it, or a tagged one that JSON cannot. `bytes` is hexadecimal; `integer` a whole number beyond JavaScript's (BigWholeNumber). */
export type LiteralValue =
  | null
  | boolean
  | number
  | string
  | readonly LiteralValue[]
  | { readonly kind: "date" | "datetime" | "time" | "integer" | "decimal" | "uuid" | "bytes"; readonly value: string }
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "inlineLiteral"; readonly value: LiteralValue; readonly type?: SqlType }
  | TextClause;

/** `text("...")`: `:name` is a bind parameter, `\:` a colon. */
export interface TextClause {
  readonly kind: "text";
  readonly text: string;
  readonly bindparams?: Readonly<Record<string, LiteralValue>>;
}

/** SQL used as it stands. */
export interface LiteralColumn {
  readonly kind: "literalColumn";
  readonly text: string;
}

/** A column by name with an order, as in an index. */
export interface ColumnExpression {
  readonly kind: "column";
  readonly name: string;
  readonly order?: "asc" | "desc";
  readonly nulls?: "first" | "last";
}

/** In an index a plain string is a column's name; in an exclude constraint it is SQL. */
export type SqlExpression = string | TextClause | LiteralColumn | ColumnExpression;

/** FetchedValue: the database fills the column and nothing is said about how. */
export interface FetchedValue {
  readonly kind: "fetchedValue";
}

/** A plain string is a literal that is quoted; `text()` is SQL. */
export type ServerDefault = string | TextClause | LiteralColumn | FetchedValue;
