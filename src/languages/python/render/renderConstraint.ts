import type {
  CheckConstraint,
  Constraint,
  ExcludeConstraint,
  ForeignKeyConstraint,
  UniqueConstraint,
} from "../../../engine/schema/constraint.ts";
import { sqlText } from "./sqlText.ts";
import { renderConstraintItem } from "../../../engine/readRenderedItem.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderName, requirePostgresql, type PythonRenderContext } from "./pythonRenderContext.ts";
import { renderDialectOptions, renderExcludeExpression, renderText } from "./renderExpression.ts";

/** A constraint inside create_table; null where there is nothing to write. Source: alembic.autogenerate.render._render_constraint. */
export function renderConstraint(constraint: Constraint, context: PythonRenderContext): string | null {
  const rendered = renderConstraintItem(constraint, context.renderItem);
  if (rendered !== false) return rendered;
  switch (constraint.kind) {
    case "primaryKey":
      if (constraint.columns.length === 0) return null;
      return `${context.sa}PrimaryKeyConstraint(${[...constraint.columns.map(pythonString), ...nameArgument(constraint, context)].join(", ")})`;
    case "unique":
      return renderUnique(constraint, context);
    case "check":
      return renderCheck(constraint, context);
    case "foreignKey":
      return renderForeignKey(constraint, context);
    case "exclude":
      return `${requirePostgresql(context)}ExcludeConstraint(${excludeArguments(constraint, context, nameArgument(constraint, context)).join(", ")})`;
  }
}

/** Elements, `where` and the other keywords, which Alembic writes as text: `deferrable='True'`. */
export function excludeArguments(
  constraint: Pick<ExcludeConstraint, "elements" | "where" | "deferrable" | "initially" | "using">,
  context: PythonRenderContext,
  last: readonly string[],
): string[] {
  return [
    ...constraint.elements.map(
      ([expression, operator]) => `(${renderExcludeExpression(expression, context)}, ${pythonString(operator)})`,
    ),
    ...(constraint.where === undefined ? [] : [`where=${renderText(constraint.where, context)}`]),
    ...(constraint.deferrable === true ? ["deferrable='True'"] : []),
    ...(constraint.initially ? [`initially=${pythonString(constraint.initially)}`] : []),
    `using=${pythonString(constraint.using ?? "gist")}`,
    ...last,
  ];
}

function renderUnique(constraint: UniqueConstraint, context: PythonRenderContext): string {
  const args = [
    ...constraint.columns.map(pythonString),
    ...(constraint.deferrable === true ? ["deferrable=True"] : []),
    ...(constraint.initially ? [`initially=${pythonString(constraint.initially)}`] : []),
    ...nameArgument(constraint, context),
    ...renderDialectOptions(constraint, context),
  ];
  return `${context.sa}UniqueConstraint(${args.join(", ")})`;
}

function renderCheck(constraint: CheckConstraint, context: PythonRenderContext): string {
  const args = [pythonString(sqlText(constraint.sqltext)), ...nameArgument(constraint, context)];
  return `${context.sa}CheckConstraint(${args.join(", ")})`;
}

function renderForeignKey(constraint: ForeignKeyConstraint, context: PythonRenderContext): string {
  const options = [
    ...nameArgument(constraint, context),
    ...(constraint.onUpdate ? [`onupdate=${pythonString(constraint.onUpdate)}`] : []),
    ...(constraint.onDelete ? [`ondelete=${pythonString(constraint.onDelete)}`] : []),
    ...(constraint.initially ? [`initially=${pythonString(constraint.initially)}`] : []),
    ...(constraint.deferrable === true ? ["deferrable=True"] : []),
    ...(constraint.useAlter === true ? ["use_alter=True"] : []),
    ...(constraint.match ? [`match=${pythonString(constraint.match)}`] : []),
  ];
  return `${context.sa}ForeignKeyConstraint(${pythonLiteral(constraint.columns)}, ${pythonLiteral(constraint.refs)}, ${options.join(", ")})`;
}

function nameArgument(constraint: Constraint, context: PythonRenderContext): string[] {
  return constraint.name === undefined || constraint.name === null
    ? []
    : [`name=${renderName(constraint.name, context)}`];
}
