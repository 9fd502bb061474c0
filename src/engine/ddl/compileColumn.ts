import { compileIdentity } from "./compileIdentity.ts";
import { compileServerDefault } from "./compileServerDefault.ts";
import { compileText } from "./compileText.ts";
import { compileType, postgresqlType } from "./compileType.ts";
import { CompileError } from "./ddlErrors.ts";
import { quoteName } from "./quoteName.ts";
import { nameText } from "../schema/name.ts";
import type { CompileContext } from "./compileContext.ts";
import type { Column, Computed } from "../schema/column.ts";
import type { SqlType } from "../schema/sqlType.ts";

/**
 * A column of an expanded table (see expandTable) as it stands in CREATE TABLE, without its own checks. An auto-incremented column without an
 * identity is a SERIAL. Source: sqlalchemy.dialects.postgresql.base.PGDDLCompiler.get_column_specification.
 */
export function compileColumn(
  column: Column,
  autoincrementColumn: string | undefined,
  context: CompileContext,
): string {
  const { identity } = column;
  const isSerial =
    column.primaryKey === true && nameText(column.name) === autoincrementColumn && identity === undefined;
  const parts = [quoteName(column.name), ...(isSerial ? [serialType(column.type)] : typeAndDefault(column, context))];
  if (column.computed !== undefined) parts.push(compileComputed(column.computed, context));
  if (identity !== undefined) parts.push(compileIdentity(identity));
  if (column.nullable === false && identity === undefined) parts.push("NOT NULL");
  if (column.nullable !== false && identity !== undefined) parts.push("NULL");
  return parts.join(" ");
}

function typeAndDefault(column: Column, context: CompileContext): readonly string[] {
  const serverDefault =
    column.serverDefault === undefined || column.serverDefault === null
      ? undefined
      : compileServerDefault(column.serverDefault, context);
  return [compileType(column.type), ...(serverDefault === undefined ? [] : [`DEFAULT ${serverDefault}`])];
}

function serialType(type: SqlType): string {
  switch (postgresqlType(type).name) {
    case "BigInteger":
    case "BIGINT":
      return "BIGSERIAL";
    case "SmallInteger":
    case "SMALLINT":
      return "SMALLSERIAL";
    default:
      return "SERIAL";
  }
}

function compileComputed(computed: Computed, context: CompileContext): string {
  if (computed.persisted === false) {
    throw new CompileError(
      "PostrgreSQL computed columns do not support 'virtual' persistence; set the 'persisted' flag to None or True for PostgreSQL support.",
    );
  }
  return `GENERATED ALWAYS AS (${compileText(computed.sqltext, context)}) STORED`;
}
