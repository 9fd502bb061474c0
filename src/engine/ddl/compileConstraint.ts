import { compileExpression } from "./compileExpression.ts";
import { compileText } from "./compileText.ts";
import { CompileError, MissingColumnError } from "./ddlErrors.ts";
import { quoteColumn, quoteConstraintName, quoteTable } from "./quoteName.ts";
import { renderString } from "./renderLiteral.ts";
import { INDEX_METHOD, INITIALLY, ON_DELETE, ON_UPDATE, validPhrase } from "./sqlPhrase.ts";
import { parseForeignKeyTarget } from "../schema/foreignKeyTarget.ts";
import type { CompileContext } from "./compileContext.ts";
import type { CheckConstraint, Constraint, ExcludeConstraint, ForeignKeyConstraint } from "../schema/constraint.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { TypeCheck } from "../schema/typeCheck.ts";

/** The table that a foreign key refers to, where it is known better than by the text of `refs`. */
export interface ReferentTable {
  readonly name: Name;
  readonly schema?: Name | null | undefined;
}

/**
 * A constraint, its name final, as it stands in CREATE TABLE or after `ALTER TABLE ... ADD`. `tableColumns` are the columns of its table, the only ones that INCLUDE may name.
 * Source: sqlalchemy.dialects.postgresql.base.PGDDLCompiler.
 */
export function compileConstraint(
  constraint: Constraint | TypeCheck,
  context: CompileContext,
  tableColumns: readonly Name[],
  referent?: ReferentTable,
): string {
  const preamble =
    constraint.name === null || constraint.name === undefined
      ? ""
      : `CONSTRAINT ${quoteConstraintName(constraint.name)} `;
  switch (constraint.kind) {
    case "primaryKey":
      return `${preamble}PRIMARY KEY (${quoteAll(constraint.columns, tableColumns)})${includeClause(constraint.include, tableColumns)}${deferrability(constraint)}`;
    case "unique": {
      const nulls =
        constraint.nullsNotDistinct === undefined
          ? ""
          : constraint.nullsNotDistinct
            ? "NULLS NOT DISTINCT "
            : "NULLS DISTINCT ";
      return `${preamble}UNIQUE ${nulls}(${quoteAll(constraint.columns, tableColumns)})${includeClause(constraint.include, tableColumns)}${deferrability(constraint)}`;
    }
    case "check":
      return preamble + checkBody(constraint, context);
    case "typeCheck":
      return preamble + typeCheckBody(constraint, context, tableColumns);
    case "foreignKey":
      return preamble + foreignKeyBody(constraint, tableColumns, referent);
    case "exclude":
      return preamble + excludeBody(constraint, context, tableColumns);
  }
}

/** ` INCLUDE (a, b)`; a column that the table lacks is Python's KeyError. */
export function includeClause(include: readonly string[] | undefined, tableColumns: readonly Name[]): string {
  if (include === undefined || include.length === 0) return "";
  const known = new Set(tableColumns.map(nameText));
  for (const column of include) if (!known.has(column)) throw new MissingColumnError(column);
  return ` INCLUDE (${quoteAll(include, tableColumns)})`;
}

/** ` ON DELETE ...`, ` ON UPDATE ...` and what else follows a reference. */
export function referentialOptions(
  options: Pick<ForeignKeyConstraint, "match" | "onDelete" | "onUpdate" | "deferrable" | "initially">,
): string {
  const match = options.match === undefined ? "" : ` MATCH ${options.match}`;
  const onDelete = options.onDelete === undefined ? "" : ` ON DELETE ${validPhrase(options.onDelete, ON_DELETE)}`;
  const onUpdate = options.onUpdate === undefined ? "" : ` ON UPDATE ${validPhrase(options.onUpdate, ON_UPDATE)}`;
  return match + onDelete + onUpdate + deferrability(options);
}

function deferrability({ deferrable, initially }: Pick<Constraint, "deferrable" | "initially">): string {
  const kind = deferrable === undefined ? "" : deferrable ? " DEFERRABLE" : " NOT DEFERRABLE";
  return kind + (initially === undefined ? "" : ` INITIALLY ${validPhrase(initially, INITIALLY)}`);
}

function quoteAll(columns: readonly string[], tableColumns: readonly Name[]): string {
  return columns.map((column) => quoteColumn(column, tableColumns)).join(", ");
}

function checkBody(constraint: CheckConstraint, context: CompileContext): string {
  return `CHECK (${compileText(constraint.sqltext, context)})${deferrability(constraint)}${constraint.notValid === true ? " NOT VALID" : ""}`;
}

function typeCheckBody(check: TypeCheck, context: CompileContext, tableColumns: readonly Name[]): string {
  if (check.inArray) {
    throw new CompileError(
      "PostgreSQL dialect cannot produce the CHECK constraint for ARRAY of non-native ENUM; please specify create_constraint=False on this Enum datatype.",
    );
  }
  const values = check.values.map((value) => renderString(value, context)).join(", ");
  return `CHECK (${quoteColumn(check.column, tableColumns)} IN (${values === "" ? "NULL) AND (1 != 1" : values}))`;
}

function foreignKeyBody(
  constraint: ForeignKeyConstraint,
  tableColumns: readonly Name[],
  referent: ReferentTable | undefined,
): string {
  const targets = constraint.refs.map(parseForeignKeyTarget);
  const first = targets[0];
  const table = referent ?? (first === undefined ? { name: "" } : { name: first.table, schema: first.schema });
  const columns = referent === undefined ? targets.map((target) => target.column) : constraint.refs;
  const references = `FOREIGN KEY(${quoteAll(constraint.columns, tableColumns)}) REFERENCES ${quoteTable(table.name, table.schema)} (${quoteAll(columns, [])})`;
  return references + referentialOptions(constraint) + (constraint.notValid === true ? " NOT VALID" : "");
}

function excludeBody(constraint: ExcludeConstraint, context: CompileContext, tableColumns: readonly Name[]): string {
  const elements = constraint.elements.map(
    ([expression, operator]) =>
      `${compileExpression(expression, context, constraint.ops, tableColumns)} WITH ${operator}`,
  );
  const where = constraint.where === undefined ? "" : ` WHERE (${compileText(constraint.where, context)})`;
  const using = validPhrase(constraint.using ?? "gist", INDEX_METHOD).toLowerCase();
  return `EXCLUDE USING ${using} (${elements.join(", ")})${where}${deferrability(constraint)}`;
}
