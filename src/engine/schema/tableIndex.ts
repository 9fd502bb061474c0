import type { Name } from "./name.ts";
import type { SqlExpression, TextClause } from "./sqlExpression.ts";

/** sqlalchemy.Index as data; the options are those of its postgresql dialect. */
export interface Index {
  readonly name: Name | null;
  readonly columns: readonly SqlExpression[];
  readonly unique?: boolean;
  readonly using?: string;
  readonly where?: string | TextClause;
  readonly include?: readonly string[];
  readonly ops?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly tablespace?: string;
  readonly concurrently?: boolean;
  readonly nullsNotDistinct?: boolean;
}
