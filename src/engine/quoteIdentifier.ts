/** The identifier in quotes, whatever it is. Source: PostgreSQL documentation, "Lexical Structure". */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"schema"."name"`; without the schema where it is the default one. */
export function quoteRelation({ schema, name }: { readonly schema: string | null; readonly name: string }): string {
  return schema === null ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}
