import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import type { MetaData } from "../schema/metadata.ts";

/** Tables of a database as a model that another database can be compared with. */
export function metadataOfTables(tables: readonly ReflectedTable[]): MetaData {
  return {
    tables: tables.map(({ indexes, columns, ...table }) => ({
      ...table,
      columns: columns.map((column) =>
        column.serialSequence === undefined ? column : { ...withoutDefault(column), autoincrement: true },
      ),
      indexes: indexes.filter(({ duplicatesConstraint }) => duplicatesConstraint !== true),
    })),
  };
}

/** The default of a serial column comes with its type. */
function withoutDefault<Column extends { readonly serverDefault?: unknown }>(
  column: Column,
): Omit<Column, "serverDefault"> {
  const { serverDefault: _, ...rest } = column;
  return rest;
}
