import { compileColumn } from "./compileColumn.ts";
import { compileConstraint } from "./compileConstraint.ts";
import { compileCreateIndex } from "./compileIndex.ts";
import { compileCreateTypes } from "./compileCreateTypes.ts";
import { CompileError } from "./ddlErrors.ts";
import { quoteName, quoteTable } from "./quoteName.ts";
import { renderString } from "./renderLiteral.ts";
import { expandTable } from "../schema/expandTable.ts";
import { nameColumnChecks } from "../schema/nameConstraint.ts";
import { requireReferredTables } from "../schema/requireReferredTables.ts";
import { ownColumns, resolveName } from "../schema/namingConvention.ts";
import { nameText } from "../schema/name.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Column } from "../schema/column.ts";
import type { Constraint } from "../schema/constraint.ts";
import type { ExpandedTable, TableSurroundings } from "../schema/expandTable.ts";
import type { Name } from "../schema/name.ts";
import type { Table, TableOptions } from "../schema/table.ts";
import type { TypeCheck } from "../schema/typeCheck.ts";

interface CreateTableOptions {
  readonly ifNotExists?: boolean;
  /** The foreign keys that come later, by ALTER TABLE; without it those with `useAlter`. */
  readonly isLater?: (constraint: Constraint) => boolean;
  /** The schema of the MetaData that the table belongs to. */
  readonly metadataSchema?: string | null;
}

/**
 * CREATE TABLE and what goes with it: the types before it, the indexes and comments after it. Throws CompileError and the errors of expandTable.
 * Source: alembic.ddl.impl.DefaultImpl.create_table.
 */
export function compileCreateTable(
  table: Table,
  context: CompileContext,
  options: CreateTableOptions = {},
): readonly string[] {
  const surroundings = surroundingsOf(context, options.metadataSchema);
  const expanded = expandTable(table, surroundings);
  if (options.isLater === undefined) requireReferredTables(table, surroundings);
  warnOfTwoKeys(table, context);
  const fullName = quoteTable(expanded.name, expanded.schema);
  const tableColumns = expanded.columns.map((column) => column.name);
  const comments = expanded.columns.filter(
    (column) => column.comment !== undefined && column.comment !== null && column.comment !== "",
  );
  return [
    ...compileCreateTypes(expanded.columns, context),
    createTable(expanded, fullName, context, surroundings, options),
    ...expanded.indexes.map((index) => compileCreateIndex(index, expanded, context, { tableColumns })),
    ...(expanded.comment ? [`COMMENT ON TABLE ${fullName} IS ${renderString(expanded.comment, context)}`] : []),
    ...comments.map((column) => compileColumnComment(expanded, column, context)),
  ];
}

/** Where both the columns' flags and a constraint say what the key is, the constraint wins. Source: PrimaryKeyConstraint._set_parent. */
function warnOfTwoKeys(table: Table, { warn }: CompileContext): void {
  const flagged = table.columns.filter((column) => column.primaryKey === true).map((column) => nameText(column.name));
  const key = table.constraints.findLast((constraint) => constraint.kind === "primaryKey")?.columns ?? [];
  const isSame = flagged.length === key.length && flagged.every((column) => key.includes(column));
  if (flagged.length === 0 || key.length === 0 || isSame) return;
  const list = (columns: readonly string[]): string => columns.map((column) => `'${column}'`).join(", ");
  warn?.(
    `Table '${nameText(table.name)}' specifies columns ${list(flagged)} as primary_key=True, not matching locally specified columns ${list(key)}; ` +
      `setting the current primary key columns to ${list(key)}. This warning may become an exception in a future release`,
  );
}

/** The naming convention of a context, as the MetaData that it stands for. */
export function surroundingsOf(context: CompileContext, schema?: string | null): TableSurroundings {
  return {
    ...(context.namingConvention === undefined ? {} : { namingConvention: context.namingConvention }),
    ...(schema === undefined ? {} : { schema }),
  };
}

/** COMMENT ON COLUMN for a column that has a comment. */
export function compileColumnComment(
  table: { readonly name: Name; readonly schema?: Name | null },
  column: Column,
  context: CompileContext,
): string {
  return `COMMENT ON COLUMN ${quoteTable(table.name, table.schema)}.${quoteName(column.name)} IS ${renderString(column.comment ?? "", context)}`;
}

/** A type's check under its final name. */
export function nameTypeCheck(
  check: TypeCheck,
  table: { readonly name: Name; readonly schema?: Name | null },
  context: CompileContext,
): TypeCheck {
  const name = resolveName(
    { key: "ck", name: check.name, tableName: table.name, schema: table.schema, columns: ownColumns([check.column]) },
    context.namingConvention,
  );
  return { ...check, name };
}

function createTable(
  table: ExpandedTable,
  fullName: string,
  context: CompileContext,
  surroundings: TableSurroundings,
  { ifNotExists, isLater = hasUseAlter }: CreateTableOptions,
): string {
  const prefixes = (table.prefixes ?? []).map((prefix) => `${prefix} `).join("");
  const tableColumns = table.columns.map((column) => column.name);
  const columns = table.columns.map((column) => columnLine(table, column, context, surroundings));
  const constraints = table.constraintsAndTypeChecks
    .filter((constraint) => constraint.kind === "typeCheck" || !isLater(constraint))
    .map((constraint) => (constraint.kind === "typeCheck" ? nameTypeCheck(constraint, table, context) : constraint))
    .map((constraint) => compileConstraint(constraint, context, tableColumns));
  const lines = [...columns, ...constraints];
  const body = lines.length === 0 ? "" : `\n    ${lines.join(", \n    ")}`;
  return `CREATE ${prefixes}TABLE ${ifNotExists === true ? "IF NOT EXISTS " : ""}${fullName} (${body}\n)${tableOptions(table)}`;
}

function hasUseAlter(constraint: Constraint): boolean {
  return constraint.kind === "foreignKey" && constraint.useAlter === true;
}

function columnLine(
  table: ExpandedTable,
  column: Column,
  context: CompileContext,
  surroundings: TableSurroundings,
): string {
  try {
    const naming = { tableName: table.name, schema: table.schema ?? null };
    const checks = nameColumnChecks(column, naming, surroundings).map((check) => compileConstraint(check, context, []));
    return [compileColumn(column, table.autoincrementColumn, context), ...checks].join(" ");
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    throw new CompileError(`(in table '${nameText(table.name)}', column '${nameText(column.name)}'): ${error.message}`);
  }
}

/** The clauses after the closing parenthesis. Source: sqlalchemy.dialects.postgresql.base.PGDDLCompiler.post_create_table. */
function tableOptions({ inherits, partitionBy, using, withOids, onCommit, tablespace }: TableOptions): string {
  const parents = inherits === undefined ? [] : typeof inherits === "string" ? [inherits] : inherits;
  return [
    inherits === undefined ? undefined : `INHERITS ( ${parents.map(quoteName).join(", ")} )`,
    partitionBy ? `PARTITION BY ${partitionBy}` : undefined,
    using ? `USING ${using}` : undefined,
    withOids === undefined ? undefined : withOids ? "WITH OIDS" : "WITHOUT OIDS",
    onCommit ? `ON COMMIT ${onCommit.replaceAll("_", " ").toUpperCase()}` : undefined,
    tablespace ? `TABLESPACE ${quoteName(tablespace)}` : undefined,
  ]
    .filter((clause) => clause !== undefined)
    .map((clause) => `\n ${clause}`)
    .join("");
}
