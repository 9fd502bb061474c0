import type { Expression, SelectStatement } from "../../../../../engine/expression/ast.ts";
import type { SqlType } from "../../../../../engine/schema/sqlType.ts";
import { literalValue, type SqlValue } from "../literalValue.ts";
import { typeData, type TypeArgument } from "../typeEngine.ts";

/** A select, where it stands for its rows or its one value. */
export interface SelectLike {
  toSelect(): SelectStatement;
}

/** What may stand beside an operator: an expression, a select with one value, or a value of JavaScript. */
export type Operand = ColumnElement | SelectLike | SqlValue;

/**
 * An expression of SQL with its operators as methods: `users.c.id.eq(1)`, `posts.c.title.like("a%")`.
 * Source: sqlalchemy.sql.elements.ColumnElement.
 */
export abstract class ColumnElement {
  /** The expression as the engine's syntax tree. */
  abstract toAst(): Expression;

  /** `a = b`; `a IS NULL` for null. */
  eq(other: Operand | null): ColumnElement {
    return other === null ? this.is_(null) : this.op("=", other);
  }
  /** `a != b`; `a IS NOT NULL` for null. */
  ne(other: Operand | null): ColumnElement {
    return other === null ? this.isNot(null) : this.op("!=", other);
  }
  /** `a < b` */
  lt(other: Operand): ColumnElement {
    return this.op("<", other);
  }
  /** `a <= b` */
  le(other: Operand): ColumnElement {
    return this.op("<=", other);
  }
  /** `a > b` */
  gt(other: Operand): ColumnElement {
    return this.op(">", other);
  }
  /** `a >= b` */
  ge(other: Operand): ColumnElement {
    return this.op(">=", other);
  }
  /** `a + b` */
  add(other: Operand): ColumnElement {
    return this.op("+", other);
  }
  /** `a - b` */
  sub(other: Operand): ColumnElement {
    return this.op("-", other);
  }
  /** `a * b` */
  mul(other: Operand): ColumnElement {
    return this.op("*", other);
  }
  /** `a / b` */
  div(other: Operand): ColumnElement {
    return this.op("/", other);
  }
  /** `a || b` */
  concat(other: Operand): ColumnElement {
    return this.op("||", other);
  }
  /** `a LIKE b` */
  like(other: Operand): ColumnElement {
    return this.op("LIKE", other);
  }
  /** `a NOT LIKE b` */
  notLike(other: Operand): ColumnElement {
    return this.op("NOT LIKE", other);
  }
  /** `a ILIKE b` */
  ilike(other: Operand): ColumnElement {
    return this.op("ILIKE", other);
  }
  /** `a IS NULL`, `a IS true`, `a IS false` */
  is_(value: null | boolean): ColumnElement {
    return new SqlExpressionNode({ kind: "binary", operator: "IS", left: this.toAst(), right: constant(value) });
  }
  /** `a IS NOT NULL`, `a IS NOT true`, `a IS NOT false` */
  isNot(value: null | boolean): ColumnElement {
    return new SqlExpressionNode({ kind: "binary", operator: "IS NOT", left: this.toAst(), right: constant(value) });
  }
  /** `a IN (...)`, of values or of a select. */
  in_(values: readonly Operand[] | SelectLike): ColumnElement {
    return new SqlExpressionNode({ kind: "in", operand: this.toAst(), negated: false, ...inside(values) });
  }
  /** `a NOT IN (...)` */
  notIn(values: readonly Operand[] | SelectLike): ColumnElement {
    return new SqlExpressionNode({ kind: "in", operand: this.toAst(), negated: true, ...inside(values) });
  }
  /** `a BETWEEN b AND c` */
  between(low: Operand, high: Operand): ColumnElement {
    return new SqlExpressionNode({
      kind: "between",
      operand: this.toAst(),
      low: expressionOf(low),
      high: expressionOf(high),
    });
  }
  /** Any operator of PostgreSQL: `column.op("&&", other)`. */
  op(operator: string, other: Operand): ColumnElement {
    return new SqlExpressionNode({ kind: "binary", operator, left: this.toAst(), right: expressionOf(other) });
  }
  /** `a ASC` */
  asc(): ColumnElement {
    return new SqlExpressionNode({ ...orderOf(this.toAst()), direction: "asc" });
  }
  /** `a DESC` */
  desc(): ColumnElement {
    return new SqlExpressionNode({ ...orderOf(this.toAst()), direction: "desc" });
  }
  /** `a NULLS FIRST` */
  nullsFirst(): ColumnElement {
    return new SqlExpressionNode({ ...orderOf(this.toAst()), nulls: "first" });
  }
  /** `a NULLS LAST` */
  nullsLast(): ColumnElement {
    return new SqlExpressionNode({ ...orderOf(this.toAst()), nulls: "last" });
  }
  /** `a AS name` */
  label(name: string): ColumnElement {
    return new SqlExpressionNode({ kind: "label", name, operand: this.toAst() });
  }
  /** `CAST(a AS type)` */
  cast(type: TypeArgument): ColumnElement {
    return new SqlExpressionNode({ kind: "cast", operand: this.toAst(), type: typeData(type) });
  }
  /** `DISTINCT a` */
  distinct(): ColumnElement {
    return new SqlExpressionNode({ kind: "unary", operator: "DISTINCT ", operand: this.toAst() });
  }
}

/** An expression that is there as data. */
export class SqlExpressionNode extends ColumnElement {
  readonly #ast: Expression;
  constructor(ast: Expression) {
    super();
    this.#ast = ast;
  }
  toAst(): Expression {
    return this.#ast;
  }
}

/** An operand as the engine's syntax tree; a value becomes a parameter. @throws TypeError at what SQL has no value for */
export function expressionOf(value: Operand, type?: SqlType): Expression {
  if (value instanceof ColumnElement) return value.toAst();
  if (isSelect(value)) return { kind: "scalarSelect", select: value.toSelect() };
  const bound = literalValue("the expression", "operand", value);
  return { kind: "bind", value: bound, ...(type === undefined ? {} : { type }) };
}

export function isSelect(value: unknown): value is SelectLike {
  return typeof value === "object" && value !== null && "toSelect" in value && typeof value.toSelect === "function";
}

function inside(values: readonly Operand[] | SelectLike) {
  return isSelect(values) ? { select: values.toSelect() } : { values: values.map((value) => expressionOf(value)) };
}

function orderOf(ast: Expression): Extract<Expression, { readonly kind: "order" }> {
  return ast.kind === "order" ? ast : { kind: "order", operand: ast };
}

function constant(value: null | boolean): Expression {
  return { kind: "constant", value: value === null ? "null" : value ? "true" : "false" };
}
