import { compileConstraint } from "./compileConstraint.ts";
import { nameTypeCheck } from "./compileCreateTable.ts";
import { compileIdentity, identityOptions } from "./compileIdentity.ts";
import { compileServerDefault } from "./compileServerDefault.ts";
import { compileType } from "./compileType.ts";
import { ArgumentTypeError, CompileError } from "./ddlErrors.ts";
import { quoteConstraintName, quoteDottedTable, quoteName, quoteTable } from "./quoteName.ts";
import { renderString } from "./renderLiteral.ts";
import { CommandError } from "../errors.ts";
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
  return `SET DEFAULT ${compileServerDefault(serverDefault, context) ?? "None"}`;
}

function kindOf(serverDefault: AlterServerDefault | undefined): string | undefined {
  return typeof serverDefault === "object" && serverDefault !== null ? serverDefault.kind : undefined;
}

/** Source: alembic.ddl.postgresql.visit_identity_column. */
function identityClause(
  serverDefault: Exclude<AlterServerDefault, false>,
  existing: AlterServerDefault | undefined,
): string {
  if (serverDefault === null) return "DROP IDENTITY";
  const identity = identityOf(serverDefault);
  if (existing === null) return `ADD ${compileIdentity(identity)}`;
  const existingIdentity = identityOf(existing);
  return changedOptions(identity, existingIdentity).join(" ");
}

function identityOf(serverDefault: AlterServerDefault | undefined): Identity {
  if (typeof serverDefault === "object" && serverDefault !== null && serverDefault.kind === "identity")
    return serverDefault.identity;
  throw new ArgumentTypeError(
    "an identity can only be compared with another identity; pass existing_server_default=None to add one",
  );
}

/** One `SET ...` for each option that differs and is not left to its default, by the options' Python names. */
function changedOptions(identity: Identity, existing: Identity): readonly string[] {
  const options: readonly (readonly [keyof Identity, string])[] = [
    ["cache", "cache"],
    ["cycle", "cycle"],
    ["increment", "increment"],
    ["maxValue", "maxvalue"],
    ["minValue", "minvalue"],
    ["noMaxValue", "nomaxvalue"],
    ["noMinValue", "nominvalue"],
    ["start", "start"],
  ];
  const always =
    (identity.always === true) === (existing.always === true)
      ? []
      : [`SET GENERATED ${identity.always === true ? "ALWAYS" : "BY DEFAULT"}`];
  const changed = options
    .filter(([key]) => identity[key] !== undefined && identity[key] !== existing[key])
    .flatMap(([key]) => identityOptions({ [key]: identity[key] }))
    .map((option) => `SET ${option}`);
  return [...always, ...changed];
}
