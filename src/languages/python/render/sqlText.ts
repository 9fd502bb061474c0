import { compileText } from "../../../engine/ddl/compileText.ts";
import type { TextClause } from "../../../engine/schema/sqlExpression.ts";

/** The SQL that `text()` stands for: bound values as literals, `\:` as a colon. Source: alembic.ddl.impl.DefaultImpl.render_ddl_sql_expr. */
export function sqlText(clause: string | TextClause): string {
  return compileText(clause, { mode: "online" });
}
