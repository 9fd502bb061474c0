import type { ReflectedTable } from "../../reflection/reflectedTable.ts";
import type { ChangeRecorder } from "../changeRecorder.ts";
import type { Filters } from "../filters.ts";
import type { ModelTable } from "../modelTable.ts";

/** What a comparer of something inside a table is given: a table that is on both sides. */
export interface TableComparison {
  readonly recorder: ChangeRecorder;
  readonly filters: Filters;
  readonly name: string;
  /** null is the default schema, also where the model names it. */
  readonly schema: string | null;
  readonly database: ReflectedTable;
  readonly model: ModelTable;
}
