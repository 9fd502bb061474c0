import type { Expression, Select as SelectData, SelectStatement } from "../../../../../engine/expression/ast.ts";
import { ColumnElement, type SelectLike, SqlExpressionNode } from "./columnElement.ts";
import { and_ } from "./functions.ts";
import { Alias, FromClause } from "./source.ts";

/** What can be executed. */
export interface Executable {
  toStatement(): import("../../../../../engine/expression/ast.ts").ExpressionStatement;
}

/** What `select()` takes: expressions, or tables for all their columns. */
export type Entity = ColumnElement | FromClause;

/** A select that grows by its methods; each gives a new one. */
export class Select implements SelectLike, Executable {
  readonly #data: SelectData;
  readonly #conditions: readonly ColumnElement[];
  constructor(data: SelectData, conditions: readonly ColumnElement[] = []) {
    this.#data = data;
    this.#conditions = conditions;
  }

  #with(changes: Partial<SelectData>): Select {
    return new Select({ ...this.#data, ...changes }, this.#conditions);
  }

  /** WHERE; several conditions are joined by AND. */
  where(...conditions: readonly ColumnElement[]): Select {
    return new Select(this.#data, [...this.#conditions, ...conditions]);
  }
  /** FROM */
  selectFrom(...sources: readonly FromClause[]): Select {
    return this.#with({ from: [...(this.#data.from ?? []), ...sources.map((source) => source.toSource())] });
  }
  /** GROUP BY */
  groupBy(...expressions: readonly ColumnElement[]): Select {
    return this.#with({ groupBy: [...(this.#data.groupBy ?? []), ...asts(expressions)] });
  }
  /** HAVING */
  having(...conditions: readonly ColumnElement[]): Select {
    return this.#with({ having: and_(...conditions).toAst() });
  }
  /** ORDER BY */
  orderBy(...expressions: readonly ColumnElement[]): Select {
    return this.#with({ orderBy: [...(this.#data.orderBy ?? []), ...asts(expressions)] });
  }
  /** LIMIT */
  limit(count: number): Select {
    return this.#with({ limit: { kind: "bind", value: count } });
  }
  /** OFFSET */
  offset(count: number): Select {
    return this.#with({ offset: { kind: "bind", value: count } });
  }
  /** DISTINCT, or DISTINCT ON (...) */
  distinct(...expressions: readonly ColumnElement[]): Select {
    return this.#with({ distinct: expressions.length === 0 ? true : asts(expressions) });
  }
  /** `a UNION b` */
  union(...others: readonly SelectLike[]): Compound {
    return new Compound("UNION", [this, ...others]);
  }
  /** `a UNION ALL b` */
  unionAll(...others: readonly SelectLike[]): Compound {
    return new Compound("UNION ALL", [this, ...others]);
  }
  /** The one value of the select, as an expression. */
  scalarSubquery(): ColumnElement {
    return new SqlExpressionNode({ kind: "scalarSelect", select: this.toSelect() });
  }
  /** `(SELECT ...) AS name`, with its columns in `c`. */
  subquery(name: string): Alias {
    return new Alias(name, { kind: "subquery", select: this.toSelect(), alias: name }, columnNames(this.#data.columns));
  }
  /** `WITH name AS (SELECT ...)`, with its columns in `c`. */
  cte(name: string): Alias {
    return new Alias(name, { kind: "cte", name, select: this.toSelect() }, columnNames(this.#data.columns));
  }

  toSelect(): SelectStatement {
    if (this.#conditions.length === 0) return this.#data;
    return { ...this.#data, where: and_(...this.#conditions).toAst() };
  }
  toStatement(): SelectStatement {
    return this.toSelect();
  }
}

/** Selects joined by UNION and the like. */
export class Compound implements SelectLike, Executable {
  readonly #operator: "UNION" | "UNION ALL";
  readonly #selects: readonly SelectLike[];
  constructor(operator: "UNION" | "UNION ALL", selects: readonly SelectLike[]) {
    this.#operator = operator;
    this.#selects = selects;
  }
  toSelect(): SelectStatement {
    return { kind: "compound", operator: this.#operator, selects: this.#selects.map((select) => select.toSelect()) };
  }
  toStatement(): SelectStatement {
    return this.toSelect();
  }
}

/**
 * SELECT of columns, expressions and whole tables.
 * @example select(users.c.id, users.c.email).where(users.c.id.gt(10)).orderBy(users.c.email)
 */
export function select(...entities: readonly Entity[]): Select {
  const columns = entities.flatMap((entity) => (entity instanceof FromClause ? Object.values(entity.c) : [entity]));
  if (!columns.every((column) => column instanceof ColumnElement))
    throw new TypeError("select(): expected columns such as users.c.id, expressions or tables");
  return new Select({ kind: "select", columns: asts(columns) });
}

function asts(expressions: readonly ColumnElement[]): readonly Expression[] {
  return expressions.map((expression) => expression.toAst());
}

function columnNames(columns: readonly Expression[]): readonly string[] {
  return columns.flatMap((column) => (column.kind === "column" || column.kind === "label" ? [column.name] : []));
}
