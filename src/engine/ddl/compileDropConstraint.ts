import { ArgumentTypeError, CompileError } from "./ddlErrors.ts";
import { quoteConstraintName, quoteTable } from "./quoteName.ts";
import { nameText } from "../schema/name.ts";
import { resolveName } from "../schema/namingConvention.ts";
import type { CompileContext } from "./compileContext.ts";
import type { DropConstraintOp } from "../operations/operation.ts";
import type { ConventionKey } from "../schema/namingConvention.ts";

/** `ALTER TABLE ... DROP CONSTRAINT`; with a `type` the name goes through the convention. Source: alembic.operations.schemaobj.generic_constraint. */
export function compileDropConstraint(operation: DropConstraintOp, context: CompileContext): string {
  const schema = operation.schema ?? null;
  const key = conventionKey(operation.type ?? null);
  const name =
    key === undefined
      ? operation.constraintName
      : resolveName(
          { key, name: operation.constraintName, tableName: operation.tableName, schema, columns: [] },
          context.namingConvention,
        );
  if (name === null) {
    throw new CompileError(`Can't emit DROP CONSTRAINT for constraint ${constraintText(operation)}; it has no name`);
  }
  return `ALTER TABLE ${quoteTable(operation.tableName, schema)} DROP CONSTRAINT ${operation.ifExists === true ? "IF EXISTS " : ""}${quoteConstraintName(name)}`;
}

/** How SQLAlchemy's `generic_repr` shows the constraint that Alembic makes to drop it; where Python prints an address, dots. */
function constraintText({ type, tableName, schema }: DropConstraintOp): string {
  switch (type) {
    case "foreignkey": {
      const schemaText = schema === undefined || schema === null ? "None" : `'${schema}'`;
      return `ForeignKeyConstraint(..., None, table=Table('${nameText(tableName)}', MetaData(), schema=${schemaText}))`;
    }
    case "primary":
      return "PrimaryKeyConstraint()";
    case "unique":
      return "UniqueConstraint()";
    case "check":
      return "CheckConstraint(...)";
    default:
      return "Constraint()";
  }
}

function conventionKey(type: DropConstraintOp["type"]): ConventionKey | undefined {
  switch (type) {
    case null:
    case undefined:
      return undefined;
    case "foreignkey":
      return "fk";
    case "primary":
      return "pk";
    case "unique":
      return "uq";
    case "check":
      return "ck";
    case "exclude":
      throw new ArgumentTypeError("'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None");
  }
}
