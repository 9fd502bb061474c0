import { expandTable } from "./expandTable.ts";
import { sortTables } from "./sortTables.ts";
import type { ExpandedTable } from "./expandTable.ts";
import type { MetaData } from "./metadata.ts";

/** The tables of a MetaData in the order in which they can be created, each with its flags expanded. Source: sqlalchemy.MetaData.sorted_tables. */
export function sortedTables(metadata: MetaData): readonly ExpandedTable[] {
  return sortTables(metadata.tables, metadata.schema).map((table) => expandTable(table, metadata));
}
