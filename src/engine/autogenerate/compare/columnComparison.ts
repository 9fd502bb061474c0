import type { AlterColumnOp } from "../../operations/operation.ts";
import type { ReflectedColumn } from "../../reflection/reflectedTable.ts";
import type { AutogenerateContext, AutogenerateOptions } from "../autogenerateOptions.ts";
import type { ModelColumn } from "../modelTable.ts";
import type { TableComparison } from "./tableComparison.ts";

/** What a comparer of one aspect of a column is given. */
export interface ColumnComparison extends TableComparison {
  readonly connection: AutogenerateContext["connection"];
  readonly options: AutogenerateOptions;
  readonly databaseColumn: ReflectedColumn;
  readonly modelColumn: ModelColumn;
}

/** What an aspect adds to an ALTER of the column; `reason` is there when the column must change. */
export interface ColumnFinding {
  readonly alter: Partial<AlterColumnOp>;
  readonly reason?: string;
}
