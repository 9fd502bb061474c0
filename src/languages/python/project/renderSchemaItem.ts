import type { Column, ForeignKey } from "../../../engine/schema/column.ts";
import type { Constraint } from "../../../engine/schema/constraint.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import type { Index } from "../../../engine/schema/tableIndex.ts";
import { renderColumn } from "../render/renderColumn.ts";
import { renderConstraint } from "../render/renderConstraint.ts";
import { renderDialectOptions, renderIndexExpression } from "../render/renderExpression.ts";
import { renderIdentifier, renderName, type PythonRenderContext } from "../render/pythonRenderContext.ts";
import { renderType } from "../render/renderType.ts";

/** `sa.Column(...)` with everything that the column says of itself; autogenerate's own text leaves keys, flags and checks to others. */
export function renderWholeColumn(column: Column, context: PythonRenderContext, name = true): string {
  const type = renderType(column.type, context);
  const usual = renderColumn(column, context) ?? "";
  const rest = usual.slice(`${context.sa}Column(${renderIdentifier(column.name)}, ${type}, `.length, -1);
  const named = name ? [renderIdentifier(column.name)] : [];
  const items = [
    ...(column.foreignKeys ?? []).map((key) => renderForeignKey(key, context)),
    ...(column.checks ?? []).map((check) => renderWholeConstraint(check, context)),
  ];
  const flags = [
    ...(column.primaryKey === true ? ["primary_key=True"] : []),
    ...(column.unique === true ? ["unique=True"] : []),
    ...(column.index === true ? ["index=True"] : []),
  ];
  return `${context.sa}Column(${[...named, type, ...items, rest, ...flags].join(", ")})`;
}

function renderForeignKey(key: ForeignKey, context: PythonRenderContext): string {
  const options: readonly (readonly [string, unknown])[] = [
    ["onupdate", key.onUpdate],
    ["ondelete", key.onDelete],
    ["deferrable", key.deferrable],
    ["initially", key.initially],
    ["match", key.match],
    ["use_alter", key.useAlter],
  ];
  const args = [
    pythonString(key.target),
    ...(key.name === undefined ? [] : [`name=${renderName(key.name, context)}`]),
    ...options.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${pythonLiteral(value)}`])),
  ];
  return `${context.sa}ForeignKey(${args.join(", ")})`;
}

/** A constraint with the options that autogenerate does not write. */
export function renderWholeConstraint(constraint: Constraint, context: PythonRenderContext): string {
  const usual = renderConstraint(constraint, context) ?? "";
  const more = missingOptions(constraint, context);
  if (more.length === 0) return usual;
  return `${usual.slice(0, -1).replace(/, $/, "")}, ${more.join(", ")})`;
}

function missingOptions(constraint: Constraint, context: PythonRenderContext): readonly string[] {
  switch (constraint.kind) {
    case "primaryKey":
      return [...timing(constraint), ...renderDialectOptions(constraint, context)];
    case "check":
      return [...timing(constraint), ...renderDialectOptions(constraint, context)];
    case "foreignKey":
      return renderDialectOptions(constraint, context);
    case "exclude":
      return constraint.ops === undefined ? [] : renderDialectOptions({ ops: constraint.ops }, context);
    case "unique":
      return [];
  }
}

/** `deferrable` and `initially` where Alembic's own text has no place for them. */
export function timing({
  deferrable,
  initially,
}: {
  readonly deferrable?: boolean;
  readonly initially?: string;
}): readonly string[] {
  return [
    ...(deferrable === undefined ? [] : [`deferrable=${pythonLiteral(deferrable)}`]),
    ...(initially === undefined ? [] : [`initially=${pythonString(initially)}`]),
  ];
}

/** `sa.Index(...)` inside of a table. */
export function renderIndex(index: Index, context: PythonRenderContext): string {
  const args = [
    renderName(index.name ?? null, context),
    ...index.columns.map((expression) => renderIndexExpression(expression, context)),
    ...(index.unique === true ? ["unique=True"] : []),
    ...renderDialectOptions(index, context),
  ];
  return `${context.sa}Index(${args.join(", ")})`;
}
