import type { AutogenerateOptions, FilteredKind } from "./autogenerateOptions.ts";

/** Alembic's include_name and include_object. Source: alembic.autogenerate.api.AutogenContext. */
export interface Filters {
  /** Whether a name of the database takes part. */
  includesName(name: string | null, kind: FilteredKind, parents: ParentNames): boolean;
  /** Whether an object takes part; `reflected` when it is the database's. */
  includesObject(
    object: unknown,
    name: string | null,
    kind: FilteredKind,
    reflected: boolean,
    compareTo: unknown,
  ): boolean;
}

export interface ParentNames {
  readonly schemaName?: string | null;
  readonly tableName?: string;
}

export function filtersOf(options: AutogenerateOptions): Filters {
  const { includeName, includeObject } = options;
  return {
    includesName(name, kind, parents) {
      if (includeName === undefined) return true;
      return Boolean(includeName(name, kind, parentNames(name, kind, parents)));
    },
    includesObject(object, name, kind, reflected, compareTo) {
      if (includeObject === undefined) return true;
      return Boolean(includeObject(object, name, kind, reflected, compareTo));
    },
  };
}

function parentNames(
  name: string | null,
  kind: FilteredKind,
  parents: ParentNames,
): Readonly<Record<string, string | null>> {
  if (kind === "schema") return {};
  const schemaName = parents.schemaName ?? null;
  const tableName = kind === "table" ? name : (parents.tableName ?? null);
  const qualified = schemaName === null ? tableName : `${schemaName}.${tableName}`;
  return {
    schemaName,
    schemaQualifiedTableName: qualified,
    ...(kind === "table" ? {} : { tableName }),
  };
}
