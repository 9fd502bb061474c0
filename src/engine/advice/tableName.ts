import { isNone } from "../isNone.ts";
import { nameText, type Name } from "../schema/name.ts";

interface OfTable {
  readonly tableName: Name;
  readonly schema?: string | null;
}

export function qualifiedName(name: Name, schema: string | null | undefined): string {
  return isNone(schema) ? nameText(name) : `${schema}.${nameText(name)}`;
}

export function isSameTable(one: OfTable, other: OfTable): boolean {
  return qualifiedName(one.tableName, one.schema) === qualifiedName(other.tableName, other.schema);
}
