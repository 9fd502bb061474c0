import { CompileError, MissingColumnError, MissingValueError } from "./ddlErrors.ts";
import { quoteName, quoteTable } from "./quoteName.ts";
import { renderLiteral } from "./renderLiteral.ts";
import type { CompileContext } from "./compileContext.ts";
import type { BulkInsertOp } from "../operations/operation.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";

type Row = Readonly<Record<string, LiteralValue>>;

/** One INSERT for each row, its values as literals of the columns' types. Source: alembic.ddl.impl.DefaultImpl.bulk_insert. */
export function compileBulkInsert(
  { table, rows, multiinsert = true }: BulkInsertOp,
  context: CompileContext,
): readonly string[] {
  const [first = {}] = rows;
  if (context.mode === "online" && multiinsert)
    return rows.map((row, group) => insertRow(table, asTheFirst(table, first, row, group), context));
  for (const row of rows) requireKnown(table, row, context);
  return rows.map((row) => insertRow(table, row, context));
}

/** The driver gets one statement for all rows, with those columns that the first row has. Source: SQLCompiler.construct_params. */
function asTheFirst(table: BulkInsertOp["table"], first: Row, row: Row, group: number): Row {
  const names = table.columns.map(({ name }) => name).filter((name) => first[name] !== undefined);
  for (const name of names) if (row[name] === undefined) throw new MissingValueError(name, group);
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

/** Each row is a statement of its own, with all that the row says. */
function requireKnown(table: BulkInsertOp["table"], row: Row, context: CompileContext): void {
  const known = new Set(table.columns.map((column) => column.name));
  const unknown = Object.keys(row).filter((name) => !known.has(name));
  if (unknown[0] === undefined) return;
  throw context.mode === "offline"
    ? new MissingColumnError(unknown[0])
    : new CompileError(`Unconsumed column names: ${unknown.join(", ")}`);
}

function insertRow(table: BulkInsertOp["table"], row: Row, context: CompileContext): string {
  const columns = table.columns.filter((column) => row[column.name] !== undefined);
  if (columns.length === 0) return `INSERT INTO ${quoteTable(table.name, table.schema)} DEFAULT VALUES`;
  const values = columns.map((column) =>
    renderLiteral(row[column.name] ?? null, column.type ?? { name: "NullType" }, context),
  );
  return `INSERT INTO ${quoteTable(table.name, table.schema)} (${columns.map((column) => quoteName(column.name)).join(", ")}) VALUES (${values.join(", ")})`;
}
