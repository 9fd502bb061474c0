import { IdentifierError } from "./ddlErrors.ts";
import { md5Hex } from "./md5.ts";
import { RESERVED_WORDS } from "./reservedWords.ts";
import { nameText } from "../schema/name.ts";
import type { Name } from "../schema/name.ts";

const LEGAL_CHARACTERS = /^[A-Z0-9_$]+$/i;
const ILLEGAL_INITIAL = /^[0-9$]/;

/** PostgreSQL's NAMEDATALEN - 1. */
export const MAX_IDENTIFIER_LENGTH = 63;

/** The identifier, quoted where its text asks for it. Source: sqlalchemy.sql.compiler.IdentifierPreparer.quote. */
export function quoteName(name: Name): string {
  const text = nameText(name);
  const quoted = typeof name !== "string" && name.kind === "quotedName" ? name.quote : needsQuotes(text);
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A column's name as it stands, quoted the way its table says where the table has it. */
export function quoteColumn(name: string, tableColumns: readonly Name[]): string {
  return quoteName(tableColumns.find((column) => nameText(column) === name) ?? name);
}

function needsQuotes(text: string): boolean {
  const lower = text.toLowerCase();
  return RESERVED_WORDS.has(lower) || ILLEGAL_INITIAL.test(text) || !LEGAL_CHARACTERS.test(text) || lower !== text;
}

/** `schema.table` as SQLAlchemy's constructs write it: the schema is one identifier, dots included. */
export function quoteTable(name: Name, schema: Name | null | undefined): string {
  return hasSchema(schema) ? `${quoteName(schema)}.${quoteName(name)}` : quoteName(name);
}

/** `schema.table` as Alembic's own constructs write it: a dotted schema is a path of identifiers. Source: alembic.ddl.base. */
export function quoteDottedTable(name: Name, schema: Name | null | undefined): string {
  if (!hasSchema(schema)) return quoteName(name);
  const path = typeof schema === "string" ? schema.split(".").map(quoteName).join(".") : quoteName(schema);
  return `${path}.${quoteName(name)}`;
}

function hasSchema(schema: Name | null | undefined): schema is Name {
  return schema !== null && schema !== undefined && nameText(schema) !== "";
}

/**
 * The name of a constraint or an index: a name that a convention or `op.f()` made is cut and given a hash, any other that is too long is an
 * IdentifierError. Source: IdentifierPreparer.truncate_and_render_constraint_name.
 */
export function quoteConstraintName(name: Name): string {
  return quoteName(shortenName(name));
}

/** The name as PostgreSQL will hold it, unquoted. */
export function shortenName(name: Name): Name {
  const characters = [...nameText(name)];
  if (characters.length <= MAX_IDENTIFIER_LENGTH) return name;
  if (typeof name === "string" || name.kind !== "f") throw new IdentifierError(nameText(name), MAX_IDENTIFIER_LENGTH);
  const kept = characters.slice(0, MAX_IDENTIFIER_LENGTH - 8).join("");
  return { kind: "f", name: `${kept}_${md5Hex(name.name).slice(-4)}` };
}
