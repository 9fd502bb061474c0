import { DuplicateColumnError } from "./schemaErrors.ts";

/** Throws DuplicateColumnError where a table is given the same column twice. Source: sqlalchemy.schema.Table.append_column. */
export function requireDistinctColumns(table: string, columns: readonly string[]): void {
  const seen = new Set<string>();
  for (const column of columns) {
    if (seen.has(column)) throw new DuplicateColumnError(table, column);
    seen.add(column);
  }
}
