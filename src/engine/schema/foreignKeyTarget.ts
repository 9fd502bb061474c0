/** The parts of `[schema.]table.column`. */
export interface ForeignKeyTarget {
  readonly schema: string | undefined;
  readonly table: string;
  readonly column: string;
}

/** Splits a foreign key's target at its last two dots: a schema may itself hold dots. Source: alembic.operations.schemaobj. */
export function parseForeignKeyTarget(target: string): ForeignKeyTarget {
  const parts = target.split(".");
  const column = parts.pop() ?? "";
  const table = parts.pop() ?? "";
  return { schema: parts.length === 0 ? undefined : parts.join("."), table, column };
}
