import type { Column } from "../schema/column.ts";
import type { Constraint } from "../schema/constraint.ts";
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";
import type { ComparedObject, ObjectKind, ParentNames, TablePlace } from "../userFunctions.ts";
import type { AutogenerateOptions } from "./autogenerateOptions.ts";

/** Alembic's include_name and include_object. Source: alembic.autogenerate.api.AutogenContext. */
export interface Filters {
  /** Whether a name of the database takes part. */
  includesName(
    name: string | null,
    kind: ObjectKind,
    parents: { readonly schemaName?: string | null; readonly tableName?: string },
  ): boolean;
  /** Whether a table takes part; `reflected` when it is in the database alone. */
  includesTable(table: Table, name: string, reflected: boolean, compareTo: Table | null): boolean;
  /** Whether a part of a table takes part. */
  includesObject(
    part: Column | Index | Constraint,
    name: string | null,
    kind: Exclude<ObjectKind, "schema" | "table">,
    reflected: boolean,
    compareTo: Column | Index | Constraint | null,
  ): boolean;
  /** The same for the parts of a table, which are handed over with it. */
  inTable(place: TablePlace): Filters;
}

export function filtersOf(options: AutogenerateOptions, place: TablePlace = { name: "", schema: null }): Filters {
  const { includeName, includeObject } = options;
  const part = (object: Column | Index | Constraint): ComparedObject => ({ ...object, table: place });
  return {
    includesName: (name, kind, parents) =>
      includeName === undefined || Boolean(includeName(name, kind, parentNames(name, kind, parents))),
    includesTable: (table, name, reflected, compareTo) =>
      includeObject === undefined || Boolean(includeObject(table, name, "table", reflected, compareTo)),
    includesObject: (object, name, kind, reflected, compareTo) =>
      includeObject === undefined ||
      Boolean(includeObject(part(object), name, kind, reflected, compareTo === null ? null : part(compareTo))),
    inTable: (inner) => filtersOf(options, inner),
  };
}

function parentNames(
  name: string | null,
  kind: ObjectKind,
  parents: { readonly schemaName?: string | null; readonly tableName?: string },
): ParentNames {
  if (kind === "schema") return {};
  const schemaName = parents.schemaName ?? null;
  const tableName = kind === "table" ? name : (parents.tableName ?? null);
  return {
    schemaName,
    schemaQualifiedTableName: schemaName === null ? tableName : `${schemaName}.${tableName}`,
    ...(kind === "table" ? {} : { tableName }),
  };
}
