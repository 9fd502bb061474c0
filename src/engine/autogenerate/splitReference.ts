/** `[schema.]table.column` in its parts; a reference without a schema is to the MetaData's own. */
export function splitReference(
  reference: string,
  metadataSchema: string | null,
): { readonly schema: string | null; readonly table: string; readonly column: string } {
  const parts = reference.split(".");
  const column = parts.at(-1) ?? "";
  const table = parts.at(-2) ?? "";
  const schema = parts.length > 2 ? parts.slice(0, -2).join(".") : metadataSchema;
  return { schema, table, column };
}
