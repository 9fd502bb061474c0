import type {
  ColumnExpression as ColumnExpressionData,
  FetchedValue as FetchedValueData,
  LiteralColumn,
  SqlExpression as SqlExpressionData,
  TextClause as TextClauseData,
} from "../../../../engine/schema/sqlExpression.ts";
import type { QuotedName } from "../../../../engine/schema/name.ts";
import type { Expression } from "../../../../engine/expression/ast.ts";
import { callHost } from "../host.ts";
import { literalValues, type SqlValue } from "./literalValue.ts";
import { ColumnElement, type Operand } from "./sql/columnElement.ts";
import { functionCall } from "./sql/functions.ts";
import { TypeEngine, typeData, type TypeArgument } from "./typeEngine.ts";

/** SQL as text. */
export class TextClause extends ColumnElement {
  readonly kind = "text";
  readonly #text: string;
  readonly #values: Readonly<Record<string, SqlValue>>;

  constructor(sql: string, values: Readonly<Record<string, SqlValue>> = {}) {
    super();
    this.#text = sql;
    this.#values = values;
  }

  get text(): string {
    return this.#text;
  }

  /** The values of its parameters: `text("title = :title").bindparams({ title: "x" })`. */
  bindparams(values: Readonly<Record<string, SqlValue>>): TextClause {
    return new TextClause(this.text, { ...this.#values, ...values });
  }

  toJSON(): TextClauseData {
    const values = literalValues("text", this.#values);
    return { kind: "text", text: this.text, ...(Object.keys(values).length === 0 ? {} : { bindparams: values }) };
  }

  toAst(): Expression {
    return this.toJSON();
  }
}

/** A call of a function of SQL: an expression, and SQL for a server default. */
export class FunctionElement extends TextClause {
  readonly #name: string;
  readonly #args: readonly Operand[];
  constructor(name: string, args: readonly Operand[]) {
    super("");
    this.#name = name;
    this.#args = args;
  }

  override get text(): string {
    if (this.#args.length === 0) return `${this.#name}()`;
    return callHost<string>("compileExpression", {
      statement: this.toAst(),
      literals: true,
      qualified: false,
      escaped: true,
    });
  }

  override toAst(): Expression {
    return functionCall(this.#name, this.#args);
  }
}

/** What a column's `serverDefault` may be: a string is a value that is quoted, `text("now()")` is SQL. */
export type ServerDefault = string | TextClause | LiteralColumn | FetchedValueData;

/** A column of an index by its name, or SQL. */
export type SqlExpression = string | TextClause | LiteralColumn | ColumnExpressionData;

/** SQL as the engine takes it. */
export function sqlData(sql: string | TextClause): string | TextClauseData {
  return typeof sql === "string" ? sql : sql.toJSON();
}

/** An index's column as the engine takes it. */
export function expressionData(expression: SqlExpression): SqlExpressionData {
  return expression instanceof TextClause ? expression.toJSON() : expression;
}

/** `where` as the engine takes it, where it was given. */
export function whereData(options: { readonly where?: string | TextClause }): {
  readonly where?: string | TextClauseData;
} {
  return options.where === undefined ? {} : { where: sqlData(options.where) };
}

/**
 * SQL that is used as it stands. `:name` is a parameter; write `\\:` for a colon before a word.
 * @example text("now()")
 */
export function text(sql: string): TextClause {
  if (typeof sql !== "string") throw new TypeError("text(): expected SQL in quotes");
  return new TextClause(sql);
}

/** SQL for a column-like expression, such as `literalColumn("lower(email)")` in an index. */
export function literalColumn(sql: string): LiteralColumn {
  return { kind: "literalColumn", text: sql };
}

/** A column by its name, with an order for an index: `column("created_at").desc().nullsLast()`. */
export class ColumnClause extends ColumnElement implements ColumnExpressionData {
  readonly kind = "column";
  readonly name: string;
  declare readonly order?: "asc" | "desc";
  declare readonly nulls?: "first" | "last";
  readonly #type: TypeEngine | null;
  constructor(name: string, type: TypeEngine | null = null, order?: "asc" | "desc", nulls?: "first" | "last") {
    super();
    this.name = name;
    this.#type = type;
    if (order !== undefined) this.order = order;
    if (nulls !== undefined) this.nulls = nulls;
  }
  get type(): TypeEngine | null {
    return this.#type;
  }
  override desc(): ColumnClause {
    return new ColumnClause(this.name, this.#type, "desc", this.nulls);
  }
  override asc(): ColumnClause {
    return new ColumnClause(this.name, this.#type, "asc", this.nulls);
  }
  override nullsFirst(): ColumnClause {
    return new ColumnClause(this.name, this.#type, this.order, "first");
  }
  override nullsLast(): ColumnClause {
    return new ColumnClause(this.name, this.#type, this.order, "last");
  }
  toAst(): Expression {
    const { name, order: direction, nulls } = this;
    const column: Expression = { kind: "column", name };
    if (direction === undefined && nulls === undefined) return column;
    return {
      kind: "order",
      operand: column,
      ...(direction === undefined ? {} : { direction }),
      ...(nulls === undefined ? {} : { nulls }),
    };
  }
}

/** A column by its name, for an index; with its type for `table()`. */
export function column(name: string, type?: TypeArgument): ColumnClause {
  return new ColumnClause(name, type === undefined ? null : new TypeEngine(typeData(type)));
}

/** SQL functions: `func.now()`, `func.lower(users.c.email)`, `func.count()`. */
export const func: Readonly<Record<string, (...args: readonly Operand[]) => FunctionElement>> = new Proxy(
  {} as Record<string, (...args: readonly Operand[]) => FunctionElement>,
  {
    get:
      (_, name) =>
      (...args: readonly Operand[]) =>
        new FunctionElement(globalThis.String(name), args),
  },
);

/** The database fills the column by means that the model does not describe. */
export function FetchedValue(): FetchedValueData {
  return { kind: "fetchedValue" };
}

/** A name whose quoting is forced on or off. */
export function quotedName(name: string, quote: boolean): QuotedName {
  return { kind: "quotedName", name, quote };
}
