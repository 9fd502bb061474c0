import type { LiteralValue, TextClause } from "../../../engine/schema/sqlExpression.ts";
import { pythonLiteral, pythonString } from "../../../engine/pythonLiteral.ts";
import { renderType } from "../render/renderType.ts";
import type { PythonRenderContext } from "../render/pythonRenderContext.ts";

/** A value of a row or of a bound parameter as the Python object that a driver takes; collects the imports that it needs. */
export function pythonValue(value: LiteralValue, context: PythonRenderContext): string {
  if (value === null || typeof value !== "object") return pythonLiteral(value);
  if (isList(value)) return `[${value.map((item) => pythonValue(item, context)).join(", ")}]`;
  switch (value.kind) {
    case "date":
    case "datetime":
    case "time":
      context.imports.add("import datetime");
      return `datetime.${value.kind}.fromisoformat(${pythonString(value.value)})`;
    case "integer":
      return value.value;
    case "decimal":
      context.imports.add("import decimal");
      return `decimal.Decimal(${pythonString(value.value)})`;
    case "uuid":
      context.imports.add("import uuid");
      return `uuid.UUID(${pythonString(value.value)})`;
    case "bytes":
      return `bytes.fromhex(${pythonString(value.value)})`;
    case "json":
      return pythonLiteral(value.value);
    case "inlineLiteral": {
      const type = value.type === undefined ? "" : `, type_=${renderType(value.type, context)}`;
      return `${context.op}inline_literal(${pythonValue(value.value, context)}${type})`;
    }
    case "text":
      return renderClause(value, context);
  }
}

function isList(value: LiteralValue): value is readonly LiteralValue[] {
  return Array.isArray(value);
}

/** `sa.text(...)` as it was written, with what was bound to it. */
export function renderClause({ text, bindparams }: TextClause, context: PythonRenderContext): string {
  const bound = Object.entries(bindparams ?? {}).map(
    ([name, value]) => `${pythonString(name)}: ${pythonValue(value, context)}`,
  );
  const clause = `${context.sa}text(${pythonString(text)})`;
  return bound.length === 0 ? clause : `${clause}.bindparams(**{${bound.join(", ")}})`;
}
