import type { NamingConvention } from "../../../../engine/schema/metadata.ts";
import { describe, requireName } from "../checkOptions.ts";
import { ColumnItem, type ConstraintItem, type IndexItem } from "./schemaItem.ts";
import { MetaData, Table, type TableItem, type TableObject, type TableOptions } from "./table.ts";

/** What all models of a project share; `metadata` holds their tables. */
export interface Base {
  readonly metadata: MetaData;
  /**
   * Describes a table. A key is the column's name unless the column says another.
   * @example
   * export const User = Base.model("users", {
   *   id: Column(Integer, { primaryKey: true }),
   *   email: Column(String, { nullable: false, unique: true }),
   * });
   */
  model(
    tableName: string,
    columns: Readonly<Record<string, ColumnItem>>,
    ...tableArgs: readonly (ConstraintItem | IndexItem | TableOptions)[]
  ): TableObject;
}

/** The base of the models, with a MetaData of its own unless one is given. */
export function declarativeBase(options: { metadata?: MetaData; namingConvention?: NamingConvention } = {}): Base {
  const metadata =
    options.metadata ??
    new MetaData(options.namingConvention === undefined ? {} : { namingConvention: options.namingConvention });
  return {
    metadata,
    model(tableName, columns, ...tableArgs) {
      requireName("Base.model", "the table's name", tableName);
      const items: TableItem[] = Object.entries(columns).map(([key, column]) => {
        if (!(column instanceof ColumnItem))
          throw new TypeError(`Base.model("${tableName}"): '${key}' is ${describe(column)}; expected Column(...)`);
        return new ColumnItem(column.name ?? key, column.data);
      });
      return Table(tableName, metadata, ...items, ...tableArgs);
    },
  };
}
