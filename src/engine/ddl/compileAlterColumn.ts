import { compileConstraint } from "./compileConstraint.ts";
import { nameTypeCheck } from "./compileCreateTable.ts";
import { compileIdentity, identityOptions } from "./compileIdentity.ts";
import { compileServerDefault } from "./compileServerDefault.ts";
import { compileType } from "./compileType.ts";
import { ArgumentTypeError, CompileError, MissingAttributeError, UnknownDefaultError } from "./ddlErrors.ts";
import { quoteConstraintName, quoteDottedTable, quoteName, quoteTable } from "./quoteName.ts";
import { renderString } from "./renderLiteral.ts";
import { CommandError } from "../errors.ts";
import { differingIdentityOptions, type ComparedIdentityOption } from "../schema/differingIdentityOptions.ts";
import { nameText } from "../schema/name.ts";
import { typeCheckOf } from "../schema/typeCheck.ts";
import type { CompileContext } from "./compileContext.ts";
import type { AlterColumnOp, AlterServerDefault } from "../operations/operation.ts";
import type { Identity } from "../schema/column.ts";
import type { SqlType } from "../schema/sqlType.ts";
import type { TypeCheck } from "../schema/typeCheck.ts";

/**
 * The statements of one `alter_column`, in Alembic's order: the old type's check goes, then type, nullability, default, comment, the new type's
 * check, and the new name last but for that check. Source: alembic.operations.toimpl.alter_column, alembic.ddl.postgresql.
 */
export function compileAlterColumn(operation: AlterColumnOp, context: CompileContext): readonly string[] {
  const { type, nullable, comment, newColumnName, existingType } = operation;
  const newType = type ?? undefined;
  if (operation.using !== undefined && newType === undefined)
    throw new CommandError("postgresql_using must be used with the type_ parameter");
  if (isGiven(operation.autoincrement) || isGiven(operation.existingAutoincrement)) {
    context.warn?.("autoincrement and existing_autoincrement only make sense for MySQL");
  }
  const table = `ALTER TABLE ${quoteDottedTable(operation.tableName, operation.schema)}`;
  const column = `${table} ALTER COLUMN ${quoteName(operation.columnName)}`;
  const statements: string[] = [];

  const oldCheck =
    existingType === undefined || newType === undefined ? undefined : typeCheck(existingType, operation, context);
  if (oldCheck !== undefined) statements.push(dropCheck(oldCheck, operation));
  if (newType !== undefined)
    statements.push(`${column} TYPE ${compileType(newType)}${operation.using ? ` USING ${operation.using}` : ""}`);
  if (nullable !== undefined && nullable !== null)
    statements.push(`${column} ${nullable ? "DROP NOT NULL" : "SET NOT NULL"}`);
  if (operation.serverDefault !== undefined && operation.serverDefault !== false) {
    statements.push(
      `${column} ${serverDefaultClause(operation.serverDefault, operation.existingServerDefault, context)}`.trimEnd(),
    );
  }
  if (comment !== undefined && comment !== false) {
    const text = comment === null ? "NULL" : renderString(comment, context);
    statements.push(
      `COMMENT ON COLUMN ${quoteDottedTable(operation.tableName, operation.schema)}.${quoteName(operation.columnName)} IS ${text}`,
    );
  }
  if (newColumnName !== undefined && newColumnName !== null) {
    statements.push(`${table} RENAME ${quoteName(operation.columnName)} TO ${quoteName(newColumnName)}`);
  }
  const newCheck = newType === undefined ? undefined : typeCheck(newType, operation, context);
  if (newCheck !== undefined) {
    statements.push(
      `ALTER TABLE ${quoteTable(operation.tableName, operation.schema)} ADD ${compileConstraint(newCheck, context, [])}`,
    );
  }
  return statements;
}

function isGiven(autoincrement: boolean | null | undefined): boolean {
  return autoincrement !== undefined && autoincrement !== null;
}

function typeCheck(type: SqlType, operation: AlterColumnOp, context: CompileContext): TypeCheck | undefined {
  const check = typeCheckOf({ name: operation.columnName, type });
  return check === undefined
    ? undefined
    : nameTypeCheck(check, { name: operation.tableName, schema: operation.schema ?? null }, context);
}

function dropCheck(check: TypeCheck, operation: AlterColumnOp): string {
  if (check.name === null) {
    throw new CompileError(
      `Can't emit DROP CONSTRAINT for constraint on column '${nameText(operation.columnName)}'; it has no name`,
    );
  }
  return `ALTER TABLE ${quoteTable(operation.tableName, operation.schema)} DROP CONSTRAINT ${quoteConstraintName(check.name)}`;
}

function serverDefaultClause(
  serverDefault: Exclude<AlterServerDefault, false>,
  existing: AlterServerDefault | undefined,
  context: CompileContext,
): string {
  if (kindOf(serverDefault) === "computed" || kindOf(existing) === "computed") {
    throw new CompileError(
      'Adding or removing a "computed" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.',
    );
  }
  if (kindOf(serverDefault) === "identity" || kindOf(existing) === "identity")
    return identityClause(serverDefault, existing);
  if (serverDefault === null) return "DROP DEFAULT";
  if (typeof serverDefault === "object" && (serverDefault.kind === "identity" || serverDefault.kind === "computed"))
    return "";
  const text = compileServerDefault(serverDefault, context);
  if (text === undefined) throw new UnknownDefaultError();
  return `SET DEFAULT ${text}`;
}

function kindOf(serverDefault: AlterServerDefault | undefined): string | undefined {
  return typeof serverDefault === "object" && serverDefault !== null ? serverDefault.kind : undefined;
}

/** Without an existing default to compare with, every option that is given is set. Source: alembic.ddl.postgresql.visit_identity_column. */
function identityClause(
  serverDefault: Exclude<AlterServerDefault, false>,
  existing: AlterServerDefault | undefined,
): string {
  if (serverDefault === null) return "DROP IDENTITY";
  const identity = identityOf(serverDefault);
  if (existing === null) return `ADD ${compileIdentity(identity)}`;
  const differing = differingIdentityOptions(identity, identityOf(existing));
  if (differing.length === 0 && (isClause(serverDefault) || isClause(existing)))
    throw new ArgumentTypeError("Boolean value of this clause is not defined");
  return differing.map((option) => `SET ${identityChange(option, serverDefault, identity)}`).join(" ");
}

function isClause(serverDefault: AlterServerDefault | undefined): boolean {
  return kindOf(serverDefault) === "text" || kindOf(serverDefault) === "literalColumn";
}

/** A default that is no identity has none of its options. */
function identityOf(serverDefault: AlterServerDefault | undefined): Identity {
  const isIdentity = typeof serverDefault === "object" && serverDefault !== null && serverDefault.kind === "identity";
  return isIdentity ? serverDefault.identity : {};
}

function identityChange(
  option: ComparedIdentityOption,
  serverDefault: Exclude<AlterServerDefault, false>,
  identity: Identity,
): string {
  if (option !== "always") return identityOptions({ [option]: identity[option] }).join(" ");
  if (kindOf(serverDefault) !== "identity") throw new MissingAttributeError(serverDefault, "always");
  return `GENERATED ${identity.always === true ? "ALWAYS" : "BY DEFAULT"}`;
}
