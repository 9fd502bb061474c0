import { MissingColumnError } from "./ddlErrors.ts";
import { quoteName, quoteTable } from "./quoteName.ts";
import { renderLiteral } from "./renderLiteral.ts";
import type { CompileContext } from "./compileContext.ts";
import type { BulkInsertOp } from "../operations/operation.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";

type Row = Readonly<Record<string, LiteralValue>>;

/** One INSERT for each row, its values as literals of the columns' types. Source: alembic.ddl.impl.DefaultImpl.bulk_insert. */
export function compileBulkInsert({ table, rows }: BulkInsertOp, context: CompileContext): readonly string[] {
  return rows.map((row) => insertRow(table, row, context));
}

function insertRow(table: BulkInsertOp["table"], row: Row, context: CompileContext): string {
  const known = new Set(table.columns.map((column) => column.name));
  for (const name of Object.keys(row)) if (!known.has(name)) throw new MissingColumnError(name);
  const columns = table.columns.filter((column) => row[column.name] !== undefined);
  if (columns.length === 0) return `INSERT INTO ${quoteTable(table.name, table.schema)} DEFAULT VALUES`;
  const values = columns.map((column) =>
    renderLiteral(row[column.name] ?? null, column.type ?? { name: "NullType" }, context),
  );
  return `INSERT INTO ${quoteTable(table.name, table.schema)} (${columns.map((column) => quoteName(column.name)).join(", ")}) VALUES (${values.join(", ")})`;
}
