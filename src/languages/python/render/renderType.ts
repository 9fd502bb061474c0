import { describeType, describeTypeWith } from "../../../engine/autogenerate/describeType.ts";
import { pythonString } from "../../../engine/pythonLiteral.ts";
import type { SqlType } from "../../../engine/schema/sqlType.ts";
import { requirePostgresql, type PythonRenderContext } from "./pythonRenderContext.ts";

/** `sa.X(...)` or `postgresql.X(...)`, with `.with_variant(...)`. Source: alembic.autogenerate.render._repr_type. */
export function renderType(type: SqlType, context: PythonRenderContext): string {
  const rendered = context.renderItem("type", type);
  if (rendered !== false) return rendered ?? "None";
  const base = renderBaseType(type, context);
  const variants = Object.entries(type.variants ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
  return variants.reduce(
    (text, [dialect, variant]) => `${text}.with_variant(${renderBaseType(variant, context)}, ${pythonString(dialect)})`,
    base,
  );
}

function renderBaseType(type: SqlType, context: PythonRenderContext): string {
  if (type.own !== undefined) return (context.userModulePrefix ?? `${type.own.module}.`) + type.own.text;
  const prefix = type.dialect === "postgresql" ? requirePostgresql(context) : context.sa;
  return prefix + describeTypeWith(type, (inner) => renderInnerType(inner, context));
}

/** Alembic puts the prefix into an inner type by a regular expression made of the type's own text, which does not find every text. */
function renderInnerType(type: SqlType, context: PythonRenderContext): string {
  const bare = describeType(type);
  return /[\\^$*+?[|]/.test(bare) ? bare : renderType(type, context);
}
