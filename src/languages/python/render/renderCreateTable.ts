import type { CreateTableOp } from "../../../engine/operations/operation.ts";
import type { Constraint } from "../../../engine/schema/constraint.ts";
import { nameText } from "../../../engine/schema/name.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderIdentifier, type PythonRenderContext } from "./pythonRenderContext.ts";
import { renderColumn } from "./renderColumn.ts";
import { renderConstraint } from "./renderConstraint.ts";

const MAX_PYTHON_ARGUMENTS = 255;

/** Columns, then constraints sorted by their text, then options. Source: alembic.autogenerate.render._add_table. */
export function renderCreateTable(op: CreateTableOp, context: PythonRenderContext): string {
  const constraints = allConstraints(op);
  const keyColumns = new Set(
    constraints.flatMap((constraint) => (constraint.kind === "primaryKey" ? constraint.columns : [])),
  );
  const args = [
    ...op.columns.flatMap((column) => renderColumn(column, context, keyColumns.has(nameText(column.name))) || []),
    ...constraints.flatMap((constraint) => renderConstraint(constraint, context) ?? []).sort(),
  ];
  const joined = args.join(",\n");
  const lines = [args.length > MAX_PYTHON_ARGUMENTS ? `*[${joined}]` : joined, ...renderTableOptions(op)];
  return `${context.op}create_table(${renderIdentifier(op.tableName)},\n${lines.join(",\n")}\n)`;
}

/** The keywords of create_table, in Alembic's order. */
export function renderTableOptions(op: CreateTableOp): readonly string[] {
  const lines: string[] = [];
  if (op.schema) lines.push(`schema=${pythonString(op.schema)}`);
  if (op.comment) lines.push(`comment=${pythonString(op.comment)}`);
  if (op.info !== undefined && Object.keys(op.info).length > 0) lines.push(`info=${pythonLiteral(op.info)}`);
  lines.push(...dialectOptions(op));
  if (op.prefixes !== undefined && op.prefixes.length > 0)
    lines.push(`prefixes=[${op.prefixes.map((prefix) => `'${prefix}'`).join(", ")}]`);
  if (op.ifNotExists !== undefined) lines.push(`if_not_exists=${pythonLiteral(op.ifNotExists)}`);
  return lines;
}

function dialectOptions(op: CreateTableOp): string[] {
  const options: readonly (readonly [string, unknown])[] = [
    ["postgresql_inherits", op.inherits],
    ["postgresql_on_commit", op.onCommit],
    ["postgresql_partition_by", op.partitionBy],
    ["postgresql_tablespace", op.tablespace],
    ["postgresql_using", op.using],
    ["postgresql_with_oids", op.withOids],
  ];
  return options.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${pythonLiteral(value)}`]));
}

/** The constraints of the operation and those that its columns' flags bring. */
export function allConstraints(op: CreateTableOp): Constraint[] {
  const constraints = [...(op.constraints ?? [])];
  const keys = op.columns.filter((column) => column.primaryKey === true).map((column) => nameText(column.name));
  if (keys.length > 0 && !constraints.some((constraint) => constraint.kind === "primaryKey")) {
    constraints.push({ kind: "primaryKey", columns: keys });
  }
  for (const column of op.columns) {
    const columns = [nameText(column.name)];
    if (column.unique === true && column.index !== true) constraints.push({ kind: "unique", columns });
    for (const { target, ...options } of column.foreignKeys ?? []) {
      constraints.push({ kind: "foreignKey", columns, refs: [target], ...options });
    }
  }
  return constraints;
}
