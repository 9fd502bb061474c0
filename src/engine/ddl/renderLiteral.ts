import { CompileError } from "./ddlErrors.ts";
import { compileType, postgresqlType } from "./compileType.ts";
import { driverLiteral } from "./driverLiteral.ts";
import { hasLiterals, literalText, type PlainValue } from "./literalText.ts";
import { typeOfValue } from "./typeOfValue.ts";
import type { CompileContext } from "./compileContext.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";

/**
 * A value as a literal of a column's type. Where SQLAlchemy has no literal for it, a connection still takes the value, as a driver would send it;
 * offline that is a CompileError. Source: sqlalchemy.sql.compiler.SQLCompiler.render_literal_value.
 */
export function renderLiteral(value: LiteralValue, type: SqlType, context: CompileContext): string {
  if (value === null) return "NULL";
  if (typeof value === "object" && "kind" in value && value.kind === "inlineLiteral") {
    return renderLiteral(value.value, value.type ?? typeOfValue(value.value), context);
  }
  const literal = literalText(value, postgresqlType(type));
  if (context.mode === "online") return literal === undefined || isForDriver(value) ? driverLiteral(value) : literal;
  if (literal === undefined) throw noLiteral(value, postgresqlType(type));
  return literal.replaceAll("\\", "\\\\");
}

/** A string literal; a backslash stands for itself, except offline, where it is doubled. */
export function renderString(text: string, context: CompileContext): string {
  return renderLiteral(text, { name: "String" }, context);
}

/** Literals that SQLAlchemy writes and PostgreSQL does not take as they are meant: bytes with a backslash, an array of nothing. */
function isForDriver(value: PlainValue): boolean {
  if (typeof value !== "object") return false;
  return "kind" in value ? value.kind === "bytes" : value.length === 0;
}

function noLiteral(value: PlainValue, type: SqlType): CompileError {
  const shown = `literal value "${pythonRepr(value)}" with datatype ${type.name === "NullType" ? "NULL" : compileType(type)}`;
  return new CompileError(
    hasLiterals(type)
      ? `Could not render ${shown}; see parent stack trace for more detail.`
      : `No literal value renderer is available for ${shown}`,
  );
}

function pythonRepr(value: PlainValue): string {
  if (typeof value === "string") return `'${value}'`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  return JSON.stringify("kind" in value && "value" in value ? value.value : value);
}
