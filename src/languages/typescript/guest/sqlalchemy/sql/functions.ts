import type { Expression } from "../../../../../engine/expression/ast.ts";
import { typeData, type TypeArgument } from "../typeEngine.ts";
import type { SqlValue } from "../literalValue.ts";
import {
  ColumnElement,
  expressionOf,
  isSelect,
  SqlExpressionNode,
  type Operand,
  type SelectLike,
} from "./columnElement.ts";

/** `a AND b` */
export function and_(...conditions: readonly ColumnElement[]): ColumnElement {
  return joined("AND", conditions, "true");
}

/** `a OR b` */
export function or_(...conditions: readonly ColumnElement[]): ColumnElement {
  return joined("OR", conditions, "false");
}

function joined(operator: "AND" | "OR", conditions: readonly ColumnElement[], empty: "true" | "false"): ColumnElement {
  const [first] = conditions;
  if (first === undefined) return new SqlExpressionNode({ kind: "constant", value: empty });
  if (conditions.length === 1) return first;
  return new SqlExpressionNode({ kind: "boolean", operator, operands: conditions.map((one) => one.toAst()) });
}

/** `NOT a` */
export function not_(condition: ColumnElement): ColumnElement {
  const ast = condition.toAst();
  if (ast.kind === "in") return new SqlExpressionNode({ ...ast, negated: !ast.negated });
  const opposite = ast.kind === "binary" ? opposites[ast.operator] : undefined;
  if (ast.kind === "binary" && opposite !== undefined) return new SqlExpressionNode({ ...ast, operator: opposite });
  return new SqlExpressionNode({ kind: "unary", operator: "NOT ", operand: ast });
}

const opposites: Readonly<Record<string, string>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  IS: "IS NOT",
  "IS NOT": "IS",
  LIKE: "NOT LIKE",
  "NOT LIKE": "LIKE",
  ILIKE: "NOT ILIKE",
};

export interface CaseOptions {
  /** The result where no condition holds. */
  else?: Operand | null;
  /** What the conditions are compared with: `CASE value WHEN ...`. */
  value?: Operand;
}

/** `CASE WHEN ... THEN ... ELSE ... END`: `case_([[posts.c.price.gt(2), "dear"]], { else: "cheap" })`. */
export function case_(
  whens: readonly (readonly [ColumnElement | Operand, Operand | null])[],
  options: CaseOptions = {},
): ColumnElement {
  return new SqlExpressionNode({
    kind: "case",
    whens: whens.map(([condition, result]) => [expressionOf(condition), expressionOf(result)] as const),
    ...(options.value === undefined ? {} : { value: expressionOf(options.value) }),
    ...(options.else === undefined ? {} : { otherwise: expressionOf(options.else) }),
  });
}

/** `CAST(a AS type)` */
export function cast(operand: Operand, type: TypeArgument): ColumnElement {
  return new SqlExpressionNode({ kind: "cast", operand: expressionOf(operand), type: typeData(type) });
}

/** `EXTRACT(field FROM a)` */
export function extract(field: string, operand: Operand): ColumnElement {
  return new SqlExpressionNode({ kind: "extract", field, operand: expressionOf(operand) });
}

/** A value as an expression. */
export function literal(value: SqlValue, type?: TypeArgument): ColumnElement {
  return new SqlExpressionNode(expressionOf(value, type === undefined ? undefined : typeData(type)));
}

/** A parameter by its name; its value comes at the execution. */
export function bindparam(name: string, type?: TypeArgument): ColumnElement {
  return new SqlExpressionNode({ kind: "bind", name, ...(type === undefined ? {} : { type: typeData(type) }) });
}

/** NULL */
export function null_(): ColumnElement {
  return new SqlExpressionNode({ kind: "constant", value: "null" });
}

/** true */
export function true_(): ColumnElement {
  return new SqlExpressionNode({ kind: "constant", value: "true" });
}

/** false */
export function false_(): ColumnElement {
  return new SqlExpressionNode({ kind: "constant", value: "false" });
}

/** `(a, b)` */
export function tuple_(...items: readonly Operand[]): ColumnElement {
  return new SqlExpressionNode({ kind: "tuple", items: items.map((item) => expressionOf(item)) });
}

/** `EXISTS (SELECT ...)` */
export function exists(select: SelectLike): ColumnElement {
  if (!isSelect(select))
    throw new TypeError("exists(): expected a select, such as exists(select(posts.c.id).where(...))");
  return new SqlExpressionNode({ kind: "exists", select: select.toSelect() });
}

/** `ANY (a)` */
export function any_(array: ColumnElement): ColumnElement {
  return new SqlExpressionNode({ kind: "unary", operator: "ANY", operand: array.toAst() });
}

/** A call of a function that is there by name. */
export function functionCall(
  name: string,
  args: readonly Operand[],
): Extract<Expression, { readonly kind: "function" }> {
  return { kind: "function", name, args: args.map((arg) => expressionOf(arg)) };
}
