import { resolveName, type NamedColumn } from "./namingConvention.ts";
import type { TableSurroundings } from "./expandTable.ts";
import type { Naming } from "./nameConstraint.ts";
import type { SqlExpression } from "./sqlExpression.ts";
import type { Index } from "./tableIndex.ts";

/** An index of a table under its final name. Text has no column that could name it. Source: sqlalchemy.sql.schema.Index. */
export function nameIndex(index: Index, naming: Naming, { namingConvention }: TableSurroundings): Index {
  const columns = index.columns.flatMap((expression) => (isText(expression) ? [] : [namedColumn(expression)]));
  return { ...index, name: resolveName({ ...naming, name: index.name, key: "ix", columns }, namingConvention) };
}

/**
 * The same for an operation's index: text counts as a column of that name, and an index with neither names nor text belongs to no table, which
 * leaves it without a convention. Source: alembic.util.sqla_compat._textual_index_column.
 */
export function nameOperationIndex(index: Index, naming: Naming, { namingConvention }: TableSurroundings): Index {
  const columns = index.columns.map(namedColumn);
  if (columns.length > 0 && columns.every((column) => column.kind !== "belongs")) return index;
  return { ...index, name: resolveName({ ...naming, name: index.name, key: "ix", columns }, namingConvention) };
}

function isText(expression: SqlExpression): boolean {
  return typeof expression === "object" && expression.kind === "text";
}

function namedColumn(expression: SqlExpression): NamedColumn {
  if (typeof expression === "string") return { name: expression, kind: "belongs" };
  switch (expression.kind) {
    case "text":
      return { name: expression.text, kind: "belongs" };
    case "literalColumn":
      return { name: expression.text, kind: "literal" };
    case "column":
      return { name: expression.name, kind: "alone" };
  }
}
