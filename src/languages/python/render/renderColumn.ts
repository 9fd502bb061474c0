import type { Column, Computed, Identity } from "../../../engine/schema/column.ts";
import type { AlterServerDefault } from "../../../engine/operations/operation.ts";
import { wholeNumberText } from "../../../engine/schema/wholeNumber.ts";
import { sqlText } from "./sqlText.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderIdentifier, type PythonRenderContext } from "./pythonRenderContext.ts";
import { renderType } from "./renderType.ts";

const IDENTITY_ARGUMENTS: readonly (readonly [keyof Identity, string])[] = [
  ["onNull", "on_null"],
  ["start", "start"],
  ["increment", "increment"],
  ["minValue", "minvalue"],
  ["maxValue", "maxvalue"],
  ["noMinValue", "nominvalue"],
  ["noMaxValue", "nomaxvalue"],
  ["cycle", "cycle"],
  ["cache", "cache"],
];

/**
 * `sa.Column(...)`, or null where env's `renderItem` leaves the column out. A column that is a key or an identity is not nullable unless it says so.
 * Source: alembic.autogenerate.render._render_column.
 */
export function renderColumn(column: Column, context: PythonRenderContext, inPrimaryKey = false): string | null {
  const rendered = context.renderItem("column", column);
  if (rendered !== false) return rendered;
  const args = [...serverDefaultArgument(column, context)];
  if (column.autoincrement !== undefined && column.autoincrement !== "auto") {
    args.push(
      `autoincrement=${typeof column.autoincrement === "string" ? column.autoincrement : pythonLiteral(column.autoincrement)}`,
    );
  }
  const nullable = column.nullable ?? !(inPrimaryKey || column.primaryKey === true || column.identity !== undefined);
  args.push(`nullable=${pythonLiteral(nullable)}`);
  if (column.comment) args.push(`comment=${pythonString(column.comment)}`);
  return `${context.sa}Column(${renderIdentifier(column.name)}, ${renderType(column.type, context)}, ${args.join(", ")})`;
}

function serverDefaultArgument(column: Column, context: PythonRenderContext): readonly string[] {
  const { computed, identity, serverDefault } = column;
  const positional =
    computed !== undefined
      ? ({ kind: "computed", computed } as const)
      : identity !== undefined
        ? ({ kind: "identity", identity } as const)
        : null;
  const value = positional ?? serverDefault ?? null;
  const text = value === null ? null : renderServerDefault(value, context);
  if (text === null) return [];
  return [positional === null ? `server_default=${text}` : text];
}

/** Null where env's `renderItem` leaves the default out. Source: alembic.autogenerate.render._render_server_default; one quote at either end of a literal is taken for SQL's. */
export function renderServerDefault(
  value: Exclude<AlterServerDefault, false>,
  context: PythonRenderContext,
): string | null {
  const rendered = context.renderItem("server_default", value);
  if (rendered !== false) return rendered;
  if (value === null) return "None";
  if (typeof value === "string") return pythonString(value.replace(/^'|'(?=\n?$)/g, ""));
  switch (value.kind) {
    case "identity":
      return renderIdentity(value.identity, context);
    case "computed":
      return renderComputed(value.computed, context);
    case "text":
      return `${context.sa}text(${pythonString(sqlText(value))})`;
    case "literalColumn":
      return `${context.sa}text(${pythonString(value.text)})`;
    case "fetchedValue":
      return `${context.sa}FetchedValue()`;
  }
}

function renderComputed(computed: Computed, context: PythonRenderContext): string {
  const persisted = computed.persisted === undefined ? "" : `persisted=${pythonLiteral(computed.persisted)}`;
  return `${context.sa}Computed(${pythonString(sqlText(computed.sqltext))}, ${persisted})`;
}

function renderIdentity(identity: Identity, context: PythonRenderContext): string {
  const args = [`always=${pythonLiteral(identity.always ?? false)}`];
  for (const [key, name] of IDENTITY_ARGUMENTS) {
    const value = identity[key];
    if (value !== undefined)
      args.push(`${name}=${typeof value === "boolean" ? pythonLiteral(value) : wholeNumberText(value)}`);
  }
  return `${context.sa}Identity(${args.join(", ")})`;
}
