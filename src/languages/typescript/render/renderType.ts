import type { SqlType } from "../../../engine/schema/sqlType.ts";
import type { TypeScriptRenderContext } from "./renderContext.ts";
import { call, literal, optionsObject, printNode, quoted, type SourceNode } from "./sourceNode.ts";

const LENGTH_FIRST = new Set([
  "String",
  "Text",
  "Unicode",
  "UnicodeText",
  "VARCHAR",
  "NVARCHAR",
  "CHAR",
  "NCHAR",
  "TEXT",
  "CLOB",
  "LargeBinary",
  "BINARY",
  "VARBINARY",
  "BLOB",
  "BYTEA",
  "BIT",
]);
const PRECISION_FIRST = new Set([
  "Numeric",
  "NUMERIC",
  "DECIMAL",
  "Float",
  "FLOAT",
  "Double",
  "DOUBLE",
  "DOUBLE_PRECISION",
  "REAL",
]);

/** `sa.X(...)` or `postgresql.X(...)`: the main argument in its place, the others in an options object. */
export function renderType(type: SqlType, context: TypeScriptRenderContext): SourceNode | undefined {
  const rendered = context.renderItem("type", type);
  if (rendered !== false) return rendered;
  const {
    name,
    dialect,
    variants,
    length,
    precision,
    scale,
    values,
    enumName,
    constraintName,
    domainName,
    item,
    dataType,
    ...rest
  } = type;
  const prefix = dialect === "postgresql" ? "postgresql." : "sa.";
  if (dialect === "postgresql") context.imports.add('import * as postgresql from "sqlalchemy/postgresql";');
  const nested = (inner: SqlType | undefined) => (inner === undefined ? undefined : renderType(inner, context));
  const positional: (SourceNode | undefined)[] = [];
  const named: Record<string, SourceNode | undefined> = {};
  if (LENGTH_FIRST.has(name)) positional.push(literal(length ?? undefined));
  else named["length"] = literal(length ?? undefined);
  if (PRECISION_FIRST.has(name) && typeof precision === "number") {
    positional.push(String(precision));
    if (typeof scale === "number") positional.push(String(scale));
  } else {
    named["precision"] = literal(precision ?? undefined);
    named["scale"] = literal(scale ?? undefined);
  }
  if (values !== undefined) positional.push(...values.map(quoted));
  if (domainName !== undefined) positional.push(quoted(domainName));
  positional.push(nested(item), nested(dataType));
  named["name"] = name === "DOMAIN" ? undefined : literal(enumName ?? constraintName);
  if (name === "DOMAIN") named["constraintName"] = literal(constraintName);
  for (const [key, value] of Object.entries(rest)) {
    if (value === null || value === undefined) continue;
    named[key] =
      key === "astextType" || key === "textType"
        ? nested(value as SqlType)
        : isText(value)
          ? call("sa.text", quoted(value.text))
          : literal(value);
  }
  const base = call(prefix + name, ...positional, optionsObject(named));
  return Object.entries(variants ?? {}).reduce<SourceNode>(
    (inner, [variantDialect, variant]) =>
      call(`${flatText(inner)}.withVariant`, nested(variant), quoted(variantDialect)),
    base,
  );
}

function isText(value: unknown): value is { readonly kind: "text"; readonly text: string } {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "text" && "text" in value;
}

function flatText(node: SourceNode): string {
  return printNode(node, 0, Number.NEGATIVE_INFINITY, 0);
}
