import type { Connection } from "../connection.ts";
import type { MetaData } from "../schema/metadata.ts";
import type {
  CompareServerDefaultFunction,
  CompareTypeFunction,
  IncludeNameFunction,
  IncludeObjectFunction,
} from "../userFunctions.ts";

/** The options of `context.configure` that autogenerate reads. Source: alembic.runtime.environment. */
export interface AutogenerateOptions {
  /** Default true. */
  readonly compareType?: boolean | CompareTypeFunction;
  /** Default false. */
  readonly compareServerDefault?: boolean | CompareServerDefaultFunction;
  readonly includeSchemas?: boolean;
  readonly includeName?: IncludeNameFunction;
  readonly includeObject?: IncludeObjectFunction;
  readonly versionTable?: string;
  readonly versionTableSchema?: string | null;
}

export interface AutogenerateContext {
  readonly connection: Connection;
  readonly metadata: MetaData | readonly MetaData[];
  readonly options?: AutogenerateOptions;
}
