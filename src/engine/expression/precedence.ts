import type { Expression } from "./ast.ts";

/** How closely an operator binds; a higher number binds closer. Source: sqlalchemy.sql.operators, _PRECEDENCE. */
const precedences: Readonly<Record<string, number>> = {
  OR: 2,
  AND: 3,
  NOT: 4,
  "=": 5,
  "!=": 5,
  "<": 5,
  "<=": 5,
  ">": 5,
  ">=": 5,
  IS: 5,
  "IS NOT": 5,
  "IS DISTINCT FROM": 5,
  "IS NOT DISTINCT FROM": 5,
  LIKE: 5,
  ILIKE: 5,
  "NOT LIKE": 5,
  "NOT ILIKE": 5,
  "@@": 5,
  "||": 6,
  "+": 7,
  "-": 7,
  "*": 8,
  "/": 8,
  "%": 8,
};

const custom = 6;
const associative = new Set(["AND", "OR", "+", "*", "||"]);

export function isComparison(operator: string): boolean {
  return (precedences[operator] ?? custom) <= 5;
}

/** Whether an operand of `operator` stands in parentheses. */
export function needsParentheses(operand: Expression, operator: string): boolean {
  switch (operand.kind) {
    case "binary":
      return binds(operand.operator, operator);
    case "boolean":
      return operand.operands.length > 1 && binds(operand.operator, operator);
    case "label":
      return needsParentheses(operand.operand, operator);
    case "in":
    case "between":
      return (precedences[operator] ?? custom) >= 5;
    default:
      return false;
  }
}

function binds(inner: string, outer: string): boolean {
  if (inner === outer && associative.has(inner)) return false;
  return (precedences[inner] ?? custom) <= (precedences[outer] ?? custom);
}
