import { nameText } from "./name.ts";
import type { Table } from "./table.ts";

/** `schema.name`, or the name alone: how MetaData and foreign keys refer to a table. */
export function tableKey(table: Pick<Table, "name" | "schema">, defaultSchema?: string | null): string {
  const schema = table.schema ?? defaultSchema;
  return schema === null || schema === undefined ? nameText(table.name) : `${schema}.${nameText(table.name)}`;
}
