import type { Expression, SelectStatement, Source } from "./ast.ts";
import { nameText } from "../schema/name.ts";

/** What tells one source from another: two references to a table are one source, two aliases of it are two. */
export function sourceKey(source: Source): string {
  switch (source.kind) {
    case "table":
      return JSON.stringify([
        source.alias === undefined ? (source.schema ?? null) : "",
        source.alias ?? nameText(source.name),
      ]);
    case "cte":
      return JSON.stringify(["cte", source.name]);
    case "subquery":
    case "functionTable":
      return JSON.stringify(["", source.alias]);
    case "join":
      return JSON.stringify(["join", sourceKey(source.left), sourceKey(source.right)]);
  }
}

/** The sources inside of a join, or the source itself. */
export function sourceParts(source: Source): readonly Source[] {
  return source.kind === "join" ? [...sourceParts(source.left), ...sourceParts(source.right)] : [source];
}

/** The sources that the columns of an expression come from, in order; selects inside of it keep theirs to themselves. */
export function sourcesOf(expression: Expression): readonly Source[] {
  switch (expression.kind) {
    case "column":
      return expression.from === undefined ? [] : [expression.from];
    case "bind":
    case "text":
    case "literalColumn":
    case "constant":
    case "scalarSelect":
    case "exists":
      return [];
    case "unary":
    case "cast":
    case "extract":
    case "label":
    case "collate":
    case "order":
      return sourcesOf(expression.operand);
    case "binary":
      return [...sourcesOf(expression.left), ...sourcesOf(expression.right)];
    case "boolean":
      return expression.operands.flatMap(sourcesOf);
    case "arrayItem":
      return [...sourcesOf(expression.operand), ...sourcesOf(expression.index)];
    case "in":
      return [...sourcesOf(expression.operand), ...(expression.values ?? []).flatMap(sourcesOf)];
    case "between":
      return [expression.operand, expression.low, expression.high].flatMap(sourcesOf);
    case "function":
      return [
        ...expression.args,
        ...(expression.orderBy ?? []),
        ...(expression.filter === undefined ? [] : [expression.filter]),
        ...(expression.withinGroup ?? []),
        ...(expression.over?.partitionBy ?? []),
        ...(expression.over?.orderBy ?? []),
      ].flatMap(sourcesOf);
    case "case":
      return [
        ...(expression.value === undefined ? [] : [expression.value]),
        ...expression.whens.flat(),
        ...(expression.otherwise === undefined ? [] : [expression.otherwise]),
      ].flatMap(sourcesOf);
    case "tuple":
    case "array":
      return expression.items.flatMap(sourcesOf);
  }
}

/** The sources of a select: those that are given, then those of its columns and conditions. */
export function selectSources(select: Extract<SelectStatement, { readonly kind: "select" }>): readonly Source[] {
  const implied = [...select.columns, ...(select.where === undefined ? [] : [select.where])].flatMap(sourcesOf);
  const given = select.from ?? [];
  const seen = new Set(given.flatMap(sourceParts).map(sourceKey));
  const found: Source[] = [...given];
  for (const source of implied) {
    if (seen.has(sourceKey(source))) continue;
    seen.add(sourceKey(source));
    found.push(source);
  }
  return found;
}
