import type { AlterColumnOp } from "../../../engine/operations/operation.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderIdentifier, type PythonRenderContext } from "./pythonRenderContext.ts";
import { renderServerDefault } from "./renderColumn.ts";
import { renderType } from "./renderType.ts";

const INDENT = " ".repeat(11);

/** One argument a line. Existing facts that the change itself states are left out. Source: alembic.autogenerate.render._alter_column. */
export function renderAlterColumn(op: AlterColumnOp, context: PythonRenderContext): string {
  const serverDefault = op.serverDefault ?? (op.serverDefault === null ? null : false);
  const args: string[] = [];
  if (op.existingType !== undefined) args.push(`existing_type=${renderType(op.existingType, context)}`);
  if (serverDefault !== false) args.push(`server_default=${renderServerDefault(serverDefault, context) ?? "None"}`);
  if (op.newColumnName !== undefined && op.newColumnName !== null)
    args.push(`new_column_name=${pythonString(op.newColumnName)}`);
  if (op.type !== undefined && op.type !== null) args.push(`type_=${renderType(op.type, context)}`);
  const nullable = op.nullable ?? null;
  if (nullable !== null) args.push(`nullable=${pythonLiteral(nullable)}`);
  if (op.comment !== undefined && op.comment !== false) args.push(`comment=${pythonLiteral(op.comment)}`);
  if (op.existingComment !== undefined && op.existingComment !== null)
    args.push(`existing_comment=${pythonString(op.existingComment)}`);
  if (nullable === null && op.existingNullable !== undefined && op.existingNullable !== null) {
    args.push(`existing_nullable=${pythonLiteral(op.existingNullable)}`);
  }
  if (op.autoincrement !== undefined && op.autoincrement !== null)
    args.push(`autoincrement=${pythonLiteral(op.autoincrement)}`);
  if (serverDefault === false && op.existingServerDefault) {
    args.push(`existing_server_default=${renderServerDefault(op.existingServerDefault, context) ?? "None"}`);
  }
  if (op.schema && !context.batch) args.push(`schema=${pythonString(op.schema)}`);
  const table = context.batch ? "" : `${renderIdentifier(op.tableName)}, `;
  return `${context.op}alter_column(${table}${renderIdentifier(op.columnName)}${args.map((arg) => `,\n${INDENT}${arg}`).join("")})`;
}
