import { renderLiteral, typeOfValue } from "./renderLiteral.ts";
import type { CompileContext } from "./compileContext.ts";
import type { TextClause } from "../schema/sqlExpression.ts";

const BIND_PARAMETER = /(?<![:\w$\\]):([\w$]+)(?![:\w$])/gu;
const ESCAPED_COLON = /\\(:[\w$]*)(?![:\w$])/gu;

/**
 * SQL text with its `:name` parameters filled in as literals; a parameter without a value is NULL. A plain string is read the same way, as
 * SQLAlchemy's `text()` reads it. Source: sqlalchemy.sql.compiler.SQLCompiler.visit_textclause.
 */
export function compileText(sqltext: string | TextClause, context: CompileContext): string {
  const { text, bindparams } = typeof sqltext === "string" ? { text: sqltext, bindparams: undefined } : sqltext;
  return text
    .replaceAll(BIND_PARAMETER, (_match, name: string) => {
      const value = bindparams?.[name] ?? null;
      return value === null ? "NULL" : renderLiteral(value, typeOfValue(value), context);
    })
    .replaceAll(ESCAPED_COLON, "$1");
}
