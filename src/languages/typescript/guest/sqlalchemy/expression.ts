import type {
  ColumnExpression as ColumnExpressionData,
  FetchedValue as FetchedValueData,
  LiteralColumn,
  LiteralValue,
  TextClause as TextClauseData,
} from "../../../../engine/schema/sqlExpression.ts";
import type { QuotedName } from "../../../../engine/schema/name.ts";

/** SQL as text. */
export class TextClause implements TextClauseData {
  readonly kind = "text";
  readonly text: string;
  declare readonly bindparams?: Readonly<Record<string, LiteralValue>>;
  constructor(sql: string, bindparams?: Readonly<Record<string, LiteralValue>>) {
    this.text = sql;
    if (bindparams !== undefined) this.bindparams = bindparams;
  }
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
export class ColumnClause implements ColumnExpressionData {
  readonly kind = "column";
  readonly name: string;
  declare readonly order?: "asc" | "desc";
  declare readonly nulls?: "first" | "last";
  constructor(name: string, order?: "asc" | "desc", nulls?: "first" | "last") {
    this.name = name;
    if (order !== undefined) this.order = order;
    if (nulls !== undefined) this.nulls = nulls;
  }
  desc(): ColumnClause {
    return new ColumnClause(this.name, "desc", this.nulls);
  }
  asc(): ColumnClause {
    return new ColumnClause(this.name, "asc", this.nulls);
  }
  nullsFirst(): ColumnClause {
    return new ColumnClause(this.name, this.order, "first");
  }
  nullsLast(): ColumnClause {
    return new ColumnClause(this.name, this.order, "last");
  }
}

/** A column by its name, for an index or for `table()`. */
export function column(name: string): ColumnClause {
  return new ColumnClause(name);
}

/** SQL functions as server defaults: `func.now()` is `now()`. */
export const func: Readonly<Record<string, () => TextClause>> = new Proxy({} as Record<string, () => TextClause>, {
  get: (_, name) => () => new TextClause(`${globalThis.String(name)}()`),
});

/** The database fills the column by means that the model does not describe. */
export function FetchedValue(): FetchedValueData {
  return { kind: "fetchedValue" };
}

/** A name whose quoting is forced on or off. */
export function quotedName(name: string, quote: boolean): QuotedName {
  return { kind: "quotedName", name, quote };
}
