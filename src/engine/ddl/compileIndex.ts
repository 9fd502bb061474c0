import { includeClause } from "./compileConstraint.ts";
import { compileExpression } from "./compileExpression.ts";
import { compileText } from "./compileText.ts";
import { UnnamedIndexError } from "./ddlErrors.ts";
import { quoteConstraintName, quoteName, quoteTable } from "./quoteName.ts";
import { INDEX_METHOD, validPhrase } from "./sqlPhrase.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Name } from "../schema/name.ts";
import type { Index } from "../schema/tableIndex.ts";

interface IndexedTable {
  readonly name: Name;
  readonly schema?: Name | null | undefined;
}

interface CreateIndexOptions {
  readonly ifNotExists?: boolean;
  /** The columns of the table, the only ones that INCLUDE may name; without a table to ask, anything. */
  readonly tableColumns?: readonly Name[];
}

/** CREATE INDEX for an index under its final name. Source: sqlalchemy.dialects.postgresql.base.PGDDLCompiler.visit_create_index. */
export function compileCreateIndex(
  index: Index,
  table: IndexedTable,
  context: CompileContext,
  { ifNotExists, tableColumns = index.include ?? [] }: CreateIndexOptions,
): string {
  if (index.name === null) throw new UnnamedIndexError();
  const nulls =
    index.nullsNotDistinct === undefined ? "" : index.nullsNotDistinct ? " NULLS NOT DISTINCT" : " NULLS DISTINCT";
  return [
    `CREATE ${index.unique === true ? "UNIQUE " : ""}INDEX ${index.concurrently === true ? "CONCURRENTLY " : ""}${ifNotExists === true ? "IF NOT EXISTS " : ""}`,
    `${quoteConstraintName(index.name)} ON ${quoteTable(table.name, table.schema)} `,
    index.using ? `USING ${validPhrase(index.using, INDEX_METHOD).toLowerCase()} ` : "",
    `(${index.columns.map((expression) => compileExpression(expression, context, index.ops, tableColumns)).join(", ")})`,
    includeClause(index.include, tableColumns),
    nulls,
    withClause(index.with),
    index.tablespace ? ` TABLESPACE ${quoteName(index.tablespace)}` : "",
    index.where === undefined ? "" : ` WHERE ${compileText(index.where, context)}`,
  ].join("");
}

function withClause(options: Index["with"]): string {
  if (options === undefined || Object.keys(options).length === 0) return "";
  return ` WITH (${Object.entries(options).map(withOption).join(", ")})`;
}

function withOption([parameter, value]: readonly [string, string | number | boolean | null]): string {
  return value === null ? parameter : `${parameter} = ${value}`;
}

/** DROP INDEX; the index lives in its table's schema. */
export function compileDropIndex(
  name: Name | null,
  schema: Name | null | undefined,
  options: { readonly ifExists?: boolean | undefined; readonly concurrently?: boolean | undefined },
): string {
  if (name === null) throw new UnnamedIndexError();
  const prefix = schema === null || schema === undefined || schema === "" ? "" : `${quoteName(schema)}.`;
  return `DROP INDEX ${options.concurrently === true ? "CONCURRENTLY " : ""}${options.ifExists === true ? "IF EXISTS " : ""}${prefix}${quoteConstraintName(name)}`;
}
