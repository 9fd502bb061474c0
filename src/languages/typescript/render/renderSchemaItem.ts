import type { AlterServerDefault } from "../../../engine/operations/operation.ts";
import type { Column } from "../../../engine/schema/column.ts";
import type { Constraint } from "../../../engine/schema/constraint.ts";
import type { Name } from "../../../engine/schema/name.ts";
import type { LiteralValue, SqlExpression, TextClause } from "../../../engine/schema/sqlExpression.ts";
import type { Index } from "../../../engine/schema/tableIndex.ts";
import { renderConstraintItem } from "../../../engine/readRenderedItem.ts";
import type { TypeScriptRenderContext } from "./renderContext.ts";
import { renderType } from "./renderType.ts";
import { call, literal, optionsObject, quoted, type SourceNode } from "./sourceNode.ts";

export function renderName(name: Name | null | undefined, context: TypeScriptRenderContext): SourceNode {
  if (name === null || name === undefined) return "null";
  if (typeof name === "string") return quoted(name);
  return name.kind === "f"
    ? call(`${context.op}.f`, quoted(name.name))
    : call("sa.quotedName", quoted(name.name), String(name.quote));
}

export function optionalName(name: Name | null | undefined, context: TypeScriptRenderContext): SourceNode | undefined {
  return name === null || name === undefined ? undefined : renderName(name, context);
}

export function renderText(clause: TextClause): SourceNode {
  const text = call("sa.text", quoted(clause.text));
  if (clause.bindparams === undefined || Object.keys(clause.bindparams).length === 0) return text;
  return call(
    `sa.text(${quoted(clause.text)}).bindparams`,
    optionsObject(
      Object.fromEntries(Object.entries(clause.bindparams).map(([key, value]) => [key, renderValue(value)])),
    ),
  );
}

export function renderSql(sql: string | TextClause | undefined): SourceNode | undefined {
  return sql === undefined ? undefined : typeof sql === "string" ? quoted(sql) : renderText(sql);
}

export function renderValue(value: LiteralValue): SourceNode {
  if (typeof value === "object" && value !== null && "kind" in value) {
    if (value.kind === "text") return renderText(value);
    if (value.kind === "inlineLiteral") return call("op.inlineLiteral", renderValue(value.value));
    return literal(value.value) ?? "null";
  }
  return literal(value) ?? "null";
}

export function renderServerDefault(
  value: AlterServerDefault | undefined,
  context: TypeScriptRenderContext,
): SourceNode | undefined {
  if (value === undefined || value === false) return undefined;
  const rendered = context.renderItem("server_default", value);
  if (rendered !== false) return rendered;
  if (value === null) return "null";
  if (typeof value === "string") return quoted(value);
  switch (value.kind) {
    case "text":
      return renderText(value);
    case "literalColumn":
      return call("sa.text", quoted(value.text));
    case "fetchedValue":
      return call("sa.FetchedValue");
    case "identity":
      return call("sa.Identity", optionsObject(literals(value.identity)));
    case "computed":
      return call(
        "sa.Computed",
        quoted(value.computed.sqltext),
        optionsObject({ persisted: literal(value.computed.persisted) }),
      );
  }
}

/** Undefined where env's `renderItem` leaves the column out. */
export function renderColumn(column: Column, context: TypeScriptRenderContext): SourceNode | undefined {
  const rendered = context.renderItem("column", column);
  if (rendered !== false) return rendered;
  return call(
    "sa.Column",
    renderName(column.name, context),
    renderType(column.type, context),
    ...(column.foreignKeys ?? []).map(({ target, name, ...options }) =>
      call("sa.ForeignKey", quoted(target), optionsObject({ name: optionalName(name, context), ...literals(options) })),
    ),
    ...(column.checks ?? []).map((check) => renderConstraint(check, context)),
    column.identity === undefined
      ? undefined
      : renderServerDefault({ kind: "identity", identity: column.identity }, context),
    column.computed === undefined
      ? undefined
      : renderServerDefault({ kind: "computed", computed: column.computed }, context),
    optionsObject({
      primaryKey: literal(column.primaryKey),
      serverDefault: renderServerDefault(column.serverDefault ?? undefined, context),
      autoincrement: literal(column.autoincrement === "auto" ? undefined : column.autoincrement),
      nullable: literal(column.nullable),
      unique: literal(column.unique),
      index: literal(column.index),
      comment: literal(column.comment ?? undefined),
    }),
  );
}

/** Undefined where env's `renderItem` leaves the constraint out. */
export function renderConstraint(constraint: Constraint, context: TypeScriptRenderContext): SourceNode | undefined {
  const rendered = renderConstraintItem(constraint, context.renderItem);
  if (rendered !== false) return rendered;
  const name = optionalName(constraint.name, context);
  switch (constraint.kind) {
    case "primaryKey":
    case "unique": {
      const { kind, name: _, columns, ...options } = constraint;
      return call(
        kind === "unique" ? "sa.UniqueConstraint" : "sa.PrimaryKeyConstraint",
        ...columns.map(quoted),
        optionsObject({ name, ...literals(options) }),
      );
    }
    case "check": {
      const { kind: _kind, name: _, sqltext, ...options } = constraint;
      return call("sa.CheckConstraint", renderSql(sqltext), optionsObject({ name, ...literals(options) }));
    }
    case "foreignKey": {
      const { kind: _kind, name: _, columns, refs, ...options } = constraint;
      return call(
        "sa.ForeignKeyConstraint",
        literal(columns),
        literal(refs),
        optionsObject({ name, ...literals(options) }),
      );
    }
    case "exclude": {
      context.imports.add('import * as postgresql from "sqlalchemy/postgresql";');
      const { kind: _kind, name: _, elements, where, ...options } = constraint;
      return call(
        "postgresql.ExcludeConstraint",
        ...renderElements(elements),
        optionsObject({ name, ...literals(options), where: renderSql(where) }),
      );
    }
  }
}

export function renderElements(elements: readonly (readonly [SqlExpression, string])[]): SourceNode[] {
  return elements.map(([expression, operator]) => ({
    kind: "list",
    items: [renderExpression(expression), quoted(operator)],
  }));
}

export function renderExpression(expression: SqlExpression): SourceNode {
  if (typeof expression === "string") return quoted(expression);
  switch (expression.kind) {
    case "text":
      return renderText(expression);
    case "literalColumn":
      return call("sa.literalColumn", quoted(expression.text));
    case "column": {
      const order = expression.order === undefined ? "" : `.${expression.order}()`;
      const nulls =
        expression.nulls === undefined ? "" : expression.nulls === "first" ? ".nullsFirst()" : ".nullsLast()";
      return `sa.column(${quoted(expression.name)})${order}${nulls}`;
    }
  }
}

export function renderIndex(index: Index, context: TypeScriptRenderContext): SourceNode {
  const { name, columns, where, ...options } = index;
  return call(
    "sa.Index",
    renderName(name, context),
    ...columns.map(renderExpression),
    optionsObject({ ...literals(options), where: renderSql(where) }),
  );
}

/** The given options as literals; null and undefined ones are left out. */
export function literals(options: object): Record<string, SourceNode | undefined> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, isTextClause(value) ? renderText(value) : literal(value)]],
    ),
  );
}

function isTextClause(value: unknown): value is TextClause {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "text";
}
