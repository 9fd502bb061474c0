import type { Column } from "../schema/column.ts";
import type { ComparedColumn, FunctionContext, TablePlace } from "../userFunctions.ts";

/** What every function of the user's gets first. */
export const functionContext: FunctionContext = { dialect: { name: "postgresql" } };

/** A column as a function of the user's gets it. */
export function comparedColumn(
  column: Column & { readonly nullableIsSaid?: boolean },
  table: TablePlace,
): ComparedColumn {
  const { nullableIsSaid: _nullableIsSaid, ...rest } = column;
  return { ...rest, table };
}
