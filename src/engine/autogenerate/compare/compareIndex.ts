import type { SqlExpression } from "../../schema/sqlExpression.ts";
import type { Index } from "../../schema/tableIndex.ts";
import type { ChangeRecorder } from "../changeRecorder.ts";
import { different, equal, skipped, type Comparison } from "../comparison.ts";
import { pythonString } from "../../pythonLiteral.ts";
import { nameText } from "../../schema/name.ts";
import { compiledExpression } from "../renderedExpression.ts";

/**
 * Uniqueness, expressions and NULLS NOT DISTINCT; method, WHERE, INCLUDE and operator classes are not compared.
 * Source: alembic.ddl.postgresql.PostgresqlImpl.compare_indexes.
 */
export function compareIndex(model: Index, database: Index, table: string, recorder: ChangeRecorder): Comparison {
  const found: string[] = [];
  const [isUnique, wasUnique] = [model.unique === true, database.unique === true];
  if (isUnique !== wasUnique) found.push(`unique=${pythonBoolean(wasUnique)} to unique=${pythonBoolean(isUnique)}`);
  if (model.columns.length !== database.columns.length) {
    found.push(`expression number ${database.columns.length} to ${model.columns.length}`);
  }
  if (found.length > 0) return different(found.join(", "));
  const skips: string[] = [];
  for (const [place, column] of model.columns.entries()) {
    const [now, old] = [driverText(column), driverText(database.columns[place] ?? "")];
    if (normalizeExpression(now, table) === normalizeExpression(old, table)) continue;
    if (now.trim().endsWith("_ops") && /[ )]/.test(now)) {
      skips.push(`expression #${place + 1} ${pythonString(now)} detected as including operator clause.`);
      recorder.warn(
        `Expression #${place + 1} ${pythonString(now)} in index ${pythonString(nameText(database.name ?? ""))} detected to include an operator clause. ` +
          "Expression compare cannot proceed. Please move the operator clause to the ``postgresql_ops`` dict to enable proper compare " +
          "of the index expressions: https://docs.sqlalchemy.org/en/latest/dialects/postgresql.html#operator-classes",
        "UserWarning",
      );
    } else found.push(`expression #${place + 1} ${pythonString(old)} to ${pythonString(now)}`);
  }
  const [nowDistinct, wasDistinct] = [model.nullsNotDistinct === true, database.nullsNotDistinct === true];
  // Alembic takes this message apart letter by letter.
  if (nowDistinct !== wasDistinct)
    found.push([...`options ${distinctOptions(wasDistinct)} to ${distinctOptions(nowDistinct)}`].join(", "));
  if (found.length > 0) return different(found.join(", "));
  return skips.length > 0 ? skipped(skips.join(", ")) : equal;
}

/** Alembic compiles expressions for a driver that doubles each `%`. */
function driverText(expression: SqlExpression): string {
  return compiledExpression(expression).replaceAll("%", "%%");
}

function pythonBoolean(value: boolean): string {
  return value ? "True" : "False";
}

function distinctOptions(nullsNotDistinct: boolean): string {
  return nullsNotDistinct ? "('nulls_not_distinct',)" : "()";
}

/** What PostgreSQL leaves out when it prints an index back, one form at most. */
const defaultOrders: readonly (readonly [RegExp, string])[] = [
  [/ asc nulls last$/, ""],
  [/(?<! desc) nulls last$/, ""],
  [/ asc$/, ""],
  [/ asc nulls first$/, " nulls first"],
  [/ desc nulls first$/, " desc"],
];

/** Source: alembic.ddl.postgresql.PostgresqlImpl._cleanup_index_expr. */
function normalizeExpression(expression: string, table: string): string {
  let text = expression.toLowerCase().replaceAll('"', "").replaceAll("'", "").replaceAll(`${table.toLowerCase()}.`, "");
  if (text.includes("::")) text = text.replaceAll(/::[\p{L}\p{N}_ ]+[\p{L}\p{N}_]/gu, "");
  text = withoutParentheses(text);
  const order = defaultOrders.find(([pattern]) => pattern.test(text));
  if (order !== undefined) text = text.replace(order[0], order[1]);
  text = withoutParentheses(text);
  if (/^cast\s*\(/.test(text)) text = text.replaceAll(/cast\s*\(/g, "").replaceAll(/as\s+[^)]+\)/g, "");
  return text.replaceAll(" ", "");
}

function withoutParentheses(text: string): string {
  let stripped = text;
  while (stripped !== "" && stripped.startsWith("(") && stripped.endsWith(")")) stripped = stripped.slice(1, -1);
  return stripped;
}
