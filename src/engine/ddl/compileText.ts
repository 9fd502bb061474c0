import { renderLiteral } from "./renderLiteral.ts";
import { typeOfValue } from "./typeOfValue.ts";
import { ArgumentError } from "../schema/schemaErrors.ts";
import { MissingValueError } from "./ddlErrors.ts";
import type { CompileContext } from "./compileContext.ts";
import type { TextClause } from "../schema/sqlExpression.ts";

/* A word is what Python's regular expressions take for one. */
const WORD = String.raw`[\p{L}\p{N}_]`;
const WORD_OR_DOLLAR = String.raw`[\p{L}\p{N}_$]`;

/** What `text()` takes for a parameter, and what is later filled in. Source: sqlalchemy.sql.elements.TextClause, SQLCompiler.visit_textclause. */
const DECLARED_PARAMETER = new RegExp(String.raw`(?<![:\p{L}\p{N}_\\]):(${WORD}+)(?!:)`, "gu");
const FILLED_PARAMETER = new RegExp(String.raw`(?<![:\p{L}\p{N}_$\\]):(${WORD_OR_DOLLAR}+)(?![:\p{L}\p{N}_$])`, "gu");
const ESCAPED_COLON = new RegExp(String.raw`\\(:${WORD_OR_DOLLAR}*)(?![:\p{L}\p{N}_$])`, "gu");

/**
 * SQL text with its `:name` parameters filled in as literals; a parameter without a value is NULL. A plain string is read the same way, as
 * SQLAlchemy's `text()` reads it. Throws ArgumentError where a value is given for a name that the text does not have.
 */
export function compileText(sqltext: string | TextClause, context: CompileContext): string {
  const { text, bindparams = {} } = partsOf(sqltext);
  if (!text.includes(":")) return requireDeclared(bindparams, new Set(), text);
  const declared = declaredIn(text);
  requireDeclared(bindparams, declared, text);
  return text
    .replaceAll(FILLED_PARAMETER, (match, name: string) => {
      if (!declared.has(name)) return match;
      const value = bindparams[name] ?? null;
      return renderLiteral(value, typeOfValue(value), context);
    })
    .replaceAll(ESCAPED_COLON, "$1");
}

/** Of a statement that PostgreSQL is to run every parameter needs a value. @throws MissingValueError */
export function requireParameters(sqltext: string | TextClause): void {
  const { text, bindparams = {} } = partsOf(sqltext);
  const missing = [...declaredIn(text)].find((name) => !Object.hasOwn(bindparams, name));
  if (missing !== undefined) throw new MissingValueError(missing);
}

function partsOf(sqltext: string | TextClause): Pick<TextClause, "text" | "bindparams"> {
  return typeof sqltext === "string" ? { text: sqltext } : sqltext;
}

function declaredIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(DECLARED_PARAMETER)].map((match) => match[1] ?? ""));
}

function requireDeclared(
  bindparams: NonNullable<TextClause["bindparams"]>,
  declared: ReadonlySet<string>,
  text: string,
): string {
  const unknown = Object.keys(bindparams).find((name) => !declared.has(name));
  if (unknown !== undefined)
    throw new ArgumentError(`This text() construct doesn't define a bound parameter named '${unknown}'`);
  return text;
}
