import type { Connection } from "../connection.ts";
import type { MetaData } from "../schema/metadata.ts";

/** A user's function from env.ts; what it gets and gives is Alembic's. */
export type UserFunction = (...args: readonly unknown[]) => unknown;

/** The options of `context.configure` that autogenerate reads. Source: alembic.runtime.environment. */
export interface AutogenerateOptions {
  /** Default true. A function `(context, inspectedColumn, metadataColumn, inspectedType, metadataType)` answers true, false, or null for "as usual". */
  readonly compareType?: boolean | UserFunction;
  /** Default false. A function `(context, inspectedColumn, metadataColumn, inspectedDefault, metadataDefault, renderedMetadataDefault)`. */
  readonly compareServerDefault?: boolean | UserFunction;
  readonly includeSchemas?: boolean;
  /** `(name, type, parentNames)`; names from the database only. */
  readonly includeName?: UserFunction;
  /** `(object, name, type, reflected, compareTo)`. */
  readonly includeObject?: UserFunction;
  readonly versionTable?: string;
  readonly versionTableSchema?: string | null;
}

export interface AutogenerateContext {
  readonly connection: Connection;
  readonly metadata: MetaData | readonly MetaData[];
  readonly options?: AutogenerateOptions;
}

/** What the filters are asked about. */
export type FilteredKind =
  | "schema"
  | "table"
  | "column"
  | "index"
  | "unique_constraint"
  | "foreign_key_constraint"
  | "check_constraint";
