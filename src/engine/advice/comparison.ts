import type { Connection } from "../connection.ts";
import type { Operation } from "../operations/operation.ts";
import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import type { ModelTable } from "../autogenerate/modelTable.ts";
import type { AutogenerateOptions } from "../autogenerate/autogenerateOptions.ts";

/** What an adviser looks at: what was compared, what came of it, and the database for a question of its own. */
export interface Comparison {
  readonly connection: Connection;
  readonly options: AutogenerateOptions;
  readonly upgradeOps: readonly Operation[];
  /** By `schema.table`; `table` alone in the default schema. */
  readonly database: ReadonlyMap<string, ReflectedTable>;
  readonly model: ReadonlyMap<string, ModelTable>;
}
