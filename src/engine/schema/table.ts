import type { Column } from "./column.ts";
import type { Constraint } from "./constraint.ts";
import type { Name } from "./name.ts";
import type { Index } from "./tableIndex.ts";

/** PostgreSQL's options of CREATE TABLE. */
export interface TableOptions {
  readonly prefixes?: readonly string[];
  readonly partitionBy?: string;
  readonly inherits?: string | readonly string[];
  readonly onCommit?: string;
  readonly tablespace?: string;
  readonly using?: string;
  readonly withOids?: boolean;
  readonly info?: Readonly<Record<string, unknown>>;
}

/** sqlalchemy.Table as data. `schema` absent or null is the default schema. */
export interface Table extends TableOptions {
  readonly name: Name;
  readonly schema?: string | null;
  readonly comment?: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
}
