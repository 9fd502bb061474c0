import { CompileError } from "./ddlErrors.ts";

/** A phrase that is written into SQL as it stands, once it is found to be one of those allowed. `shown` is the pattern as Python prints it. */
interface SqlPhrase {
  readonly pattern: RegExp;
  readonly shown: string;
}

export const ON_DELETE: SqlPhrase = {
  pattern: /^(?:RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\s*\(.+\))?|NO ACTION)\n?$/i,
  shown: String.raw`'^(?:RESTRICT|CASCADE|SET (?:NULL|DEFAULT)(?:\\s*\\(.+\\))?|NO ACTION)$'`,
};
export const ON_UPDATE: SqlPhrase = {
  pattern: /^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)\n?$/i,
  shown: "'^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$'",
};
export const INITIALLY: SqlPhrase = { pattern: /^(?:DEFERRED|IMMEDIATE)\n?$/i, shown: "'^(?:DEFERRED|IMMEDIATE)$'" };
export const INDEX_METHOD: SqlPhrase = {
  pattern: /^(?:btree|hash|gist|gin|[\w_]+)\n?$/i,
  shown: String.raw`'^(?:btree|hash|gist|gin|[\\w_]+)$'`,
};

/** The phrase itself, or a CompileError. Source: sqlalchemy.sql.compiler.IdentifierPreparer.validate_sql_phrase. */
export function validPhrase(phrase: string, { pattern, shown }: SqlPhrase): string {
  if (!pattern.test(phrase)) throw new CompileError(`Unexpected SQL phrase: '${phrase}' (matching against ${shown})`);
  return phrase;
}
