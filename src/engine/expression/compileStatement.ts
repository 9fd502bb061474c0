import { compileText } from "../ddl/compileText.ts";
import { compileType } from "../ddl/compileType.ts";
import { CompileError } from "../ddl/ddlErrors.ts";
import { quoteName, quoteTable } from "../ddl/quoteName.ts";
import { renderLiteral } from "../ddl/renderLiteral.ts";
import { typeOfValue } from "../ddl/typeOfValue.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";
import type {
  Assignment,
  Bind,
  Case,
  ColumnReference,
  Compound,
  CteSource,
  Delete,
  Expression,
  ExpressionStatement,
  FunctionCall,
  Insert,
  OnConflict,
  Select,
  SelectStatement,
  Source,
  Update,
} from "./ast.ts";
import { isComparison, needsParentheses } from "./precedence.ts";
import { selectSources, sourceKey, sourceParts, sourcesOf } from "./sources.ts";

export interface CompileOptions {
  readonly mode: "offline" | "online";
  /** Values as literals, or as `:name`. Default: literals. */
  readonly binds?: "literals" | "names";
  /** Whether columns are written with their table. Default: true. */
  readonly qualified?: boolean;
  /** Values for binds that have a name and no value. */
  readonly parameters?: Readonly<Record<string, LiteralValue>>;
}

/**
 * A statement or an expression as SQL for PostgreSQL. Source: sqlalchemy.sql.compiler.SQLCompiler.
 * @throws CompileError for a bind without a value, and for a value that has no literal
 */
export function compileStatement(statement: ExpressionStatement | Expression, options: CompileOptions): string {
  return new StatementCompiler(options).compile(statement);
}

class StatementCompiler {
  readonly #options: CompileOptions;
  readonly #ctes = new Map<string, string>();
  #recursive = false;
  #qualified: boolean;
  /** Sources of the statements around the one that is written. */
  #outer: readonly string[] = [];
  #anonymous = new Map<string, number>();

  constructor(options: CompileOptions) {
    this.#options = options;
    this.#qualified = options.qualified ?? true;
  }

  compile(statement: ExpressionStatement | Expression): string {
    const text = this.#statement(statement);
    if (this.#ctes.size === 0) return text;
    const definitions = [...this.#ctes].map(([name, body]) => `${quoteName(name)} AS \n(${body})`);
    return `WITH ${this.#recursive ? "RECURSIVE " : ""}${definitions.join(", \n")}\n${text}`;
  }

  #statement(statement: ExpressionStatement | Expression): string {
    switch (statement.kind) {
      case "select":
      case "compound":
        return this.#select(statement);
      case "insert":
        return this.#insert(statement);
      case "update":
        return this.#update(statement);
      case "delete":
        return this.#delete(statement);
      default:
        return this.#expression(statement);
    }
  }

  #select(statement: SelectStatement): string {
    return statement.kind === "select" ? this.#plainSelect(statement) : this.#compound(statement);
  }

  #plainSelect(select: Select): string {
    const outer = this.#outer;
    const correlated = new Set((select.correlate ?? []).map(sourceKey));
    const all = selectSources(select);
    // A table of the statement around it is that one's, unless nothing would be left.
    const given = new Set((select.from ?? []).map(sourceKey));
    const own = all.filter((source) => {
      const key = sourceKey(source);
      return !correlated.has(key) && (given.has(key) || !outer.includes(key));
    });
    const sources = own.length === 0 && correlated.size === 0 ? all : own;
    this.#outer = [...outer, ...sources.flatMap(sourceParts).map(sourceKey)];
    const distinct =
      select.distinct === undefined
        ? ""
        : select.distinct === true
          ? "DISTINCT "
          : `DISTINCT ON (${this.#list(select.distinct)}) `;
    let text = `SELECT ${distinct}${select.columns.map((column) => this.#selected(column)).join(", ")}`;
    if (sources.length > 0) text += ` \nFROM ${sources.map((source) => this.#source(source)).join(", ")}`;
    if (select.where !== undefined) text += ` \nWHERE ${this.#expression(select.where)}`;
    if (select.groupBy !== undefined) text += ` GROUP BY ${this.#list(select.groupBy)}`;
    if (select.having !== undefined) text += ` \nHAVING ${this.#expression(select.having)}`;
    text += this.#tail(select);
    if (select.forUpdate !== undefined) text += forUpdateText(select.forUpdate);
    this.#outer = outer;
    return text;
  }

  #compound(compound: Compound): string {
    const selects = compound.selects.map((select) => {
      const text = this.#select(select);
      return select.kind === "compound" || select.orderBy !== undefined || select.limit !== undefined
        ? `(${text})`
        : text;
    });
    return selects.join(` ${compound.operator} `) + this.#tail(compound);
  }

  #tail({ orderBy, limit, offset }: SelectStatement): string {
    let text = "";
    if (orderBy !== undefined) text += ` ORDER BY ${this.#list(orderBy)}`;
    if (limit !== undefined) text += ` \n LIMIT ${this.#expression(limit)}`;
    if (offset !== undefined) text += `${limit === undefined ? " \n" : ""} OFFSET ${this.#expression(offset)}`;
    return text;
  }

  /** An expression among the columns gets a name where it has none. */
  #selected(column: Expression): string {
    const text = this.#expression(column);
    switch (column.kind) {
      case "function":
        return `${text} AS ${quoteName(this.#anonymousName(column.name.split(".").at(-1) ?? column.name))}`;
      case "cast":
        return column.operand.kind === "column"
          ? `${text} AS ${quoteName(column.operand.name)}`
          : `${text} AS ${this.#anonymousName("anon")}`;
      case "binary":
      case "unary":
      case "boolean":
      case "case":
      case "bind":
      case "extract":
      case "scalarSelect":
      case "exists":
      case "in":
      case "between":
        return column.kind === "unary" && column.operator === "DISTINCT "
          ? text
          : `${text} AS ${this.#anonymousName("anon")}`;
      default:
        return text;
    }
  }

  #anonymousName(base: string): string {
    const count = (this.#anonymous.get(base) ?? 0) + 1;
    this.#anonymous.set(base, count);
    return `${base}_${count}`;
  }

  #source(source: Source): string {
    switch (source.kind) {
      case "table": {
        const name = quoteTable(source.name, source.schema);
        return source.alias === undefined ? name : `${name} AS ${quoteName(source.alias)}`;
      }
      case "join": {
        const words = { inner: "JOIN", left: "LEFT OUTER JOIN", full: "FULL OUTER JOIN" }[source.type];
        const right = source.right.kind === "join" ? `(${this.#source(source.right)})` : this.#source(source.right);
        return `${this.#source(source.left)} ${words} ${right} ON ${this.#expression(source.on)}`;
      }
      case "subquery":
        return `${source.lateral === true ? "LATERAL " : ""}(${this.#inner(source.select, source.lateral === true)}) AS ${quoteName(source.alias)}`;
      case "cte":
        this.#define(source);
        return quoteName(source.name);
      case "functionTable":
        return `${this.#expression(source.function)} AS ${quoteName(source.alias)}`;
    }
  }

  #define({ name, recursive, select }: CteSource): void {
    if (select === undefined || this.#ctes.has(name)) return;
    if (recursive === true) this.#recursive = true;
    this.#ctes.set(name, "");
    const text = this.#inner(select, false);
    this.#ctes.delete(name);
    this.#ctes.set(name, text);
  }

  #inner(select: SelectStatement, seesOuter: boolean): string {
    const outer = this.#outer;
    if (!seesOuter) this.#outer = [];
    const text = this.#select(select);
    this.#outer = outer;
    return text;
  }

  #insert(insert: Insert): string {
    let text = `INSERT INTO ${quoteTable(insert.table.name, insert.table.schema)}`;
    const rows = insert.rows ?? [];
    if (insert.select !== undefined) {
      text += ` (${(insert.columns ?? []).map((name) => quoteName(name)).join(", ")}) ${this.#inner(insert.select, false)}`;
    } else if (rows.every((row) => row.length === 0)) {
      text += " DEFAULT VALUES";
    } else {
      const names = [...new Set(rows.flatMap((row) => row.map(([name]) => name)))];
      const values = rows.map((row) => {
        const given = new Map(row);
        return `(${names
          .map((name) => {
            const value = given.get(name);
            if (value === undefined)
              throw new CompileError(`a value is required for column "${name}" in every row of the INSERT`);
            return this.#assigned(value);
          })
          .join(", ")})`;
      });
      text += ` (${names.map((name) => quoteName(name)).join(", ")}) VALUES ${values.join(", ")}`;
    }
    if (insert.onConflict !== undefined) text += this.#onConflict(insert.onConflict);
    return text + this.#returning(insert.returning);
  }

  #onConflict({ target, set, where }: OnConflict): string {
    let text = " ON CONFLICT";
    if ("constraint" in target) text += ` ON CONSTRAINT ${quoteName(target.constraint)}`;
    else if (target.columns.length > 0) {
      text += ` (${target.columns.map((name) => quoteName(name)).join(", ")})`;
      if (target.where !== undefined)
        text += ` WHERE ${this.#unqualified(() => this.#expression(target.where as Expression))}`;
    }
    if (set === undefined) return `${text} DO NOTHING`;
    text += ` DO UPDATE SET ${this.#assignments(set)}`;
    return where === undefined ? text : `${text} WHERE ${this.#expression(where)}`;
  }

  #update(update: Update): string {
    const own = sourceKey(update.table);
    this.#outer = [own];
    const others = this.#otherSources(update, own);
    let text = `UPDATE ${this.#source(update.table)} SET ${this.#assignments(update.set)}`;
    if (others.length > 0) text += ` FROM ${others.map((source) => this.#source(source)).join(", ")}`;
    if (update.where !== undefined) text += ` WHERE ${this.#expression(update.where)}`;
    return text + this.#returning(update.returning);
  }

  #delete(statement: Delete): string {
    const own = sourceKey(statement.table);
    this.#outer = [own];
    const others = this.#otherSources(statement, own);
    let text = `DELETE FROM ${this.#source(statement.table)}`;
    if (others.length > 0) text += ` USING ${others.map((source) => this.#source(source)).join(", ")}`;
    if (statement.where !== undefined) text += ` WHERE ${this.#expression(statement.where)}`;
    return text + this.#returning(statement.returning);
  }

  #otherSources(statement: Update | Delete, own: string): readonly Source[] {
    const values = statement.kind === "update" ? statement.set.flatMap(([, value]) => sourcesOf(value)) : [];
    const found = new Map<string, Source>();
    for (const source of [...values, ...(statement.where === undefined ? [] : sourcesOf(statement.where))]) {
      if (sourceKey(source) !== own) found.set(sourceKey(source), source);
    }
    this.#outer = [...this.#outer, ...found.keys()];
    return [...found.values()];
  }

  /** `a=1, b=2`: SQLAlchemy writes no blanks around this sign. */
  #assignments(assignments: readonly Assignment[]): string {
    return assignments.map(([name, value]) => `${quoteName(name)}=${this.#assigned(value)}`).join(", ");
  }

  #assigned(value: Expression): string {
    const text = this.#expression(value);
    return value.kind === "binary" || value.kind === "boolean" ? `(${text})` : text;
  }

  #returning(columns: readonly Expression[] | undefined): string {
    return columns === undefined ? "" : ` RETURNING ${columns.map((column) => this.#selected(column)).join(", ")}`;
  }

  #list(expressions: readonly Expression[]): string {
    return expressions.map((expression) => this.#expression(expression)).join(", ");
  }

  #unqualified(work: () => string): string {
    const before = this.#qualified;
    this.#qualified = false;
    const text = work();
    this.#qualified = before;
    return text;
  }

  #expression(expression: Expression): string {
    switch (expression.kind) {
      case "column":
        return this.#column(expression);
      case "bind":
        return this.#bind(expression);
      case "text":
        return compileText(expression, { mode: this.#options.mode });
      case "literalColumn":
        return expression.text;
      case "constant":
        return expression.value === "null" ? "NULL" : expression.value;
      case "unary":
        return this.#unary(expression.operator, expression.operand);
      case "binary": {
        const { operator, left, right, escape } = expression;
        const text = `${this.#within(left, operator)} ${operator} ${this.#within(right, operator)}`;
        return escape === undefined ? text : `${text} ESCAPE ${this.#literal(escape)}`;
      }
      case "boolean":
        return expression.operands
          .map((operand) => this.#within(operand, expression.operator))
          .join(` ${expression.operator} `);
      case "arrayItem":
        return `${this.#operand(expression.operand)}[${this.#expression(expression.index)}]`;
      case "in":
        return this.#in(expression);
      case "between": {
        const word = expression.symmetric === true ? "BETWEEN SYMMETRIC" : "BETWEEN";
        return `${this.#operand(expression.operand)} ${word} ${this.#operand(expression.low)} AND ${this.#operand(expression.high)}`;
      }
      case "function":
        return this.#function(expression);
      case "case":
        return this.#case(expression);
      case "order":
        return this.#order(expression);
      case "tuple":
        return `(${this.#list(expression.items)})`;
      case "array":
        return expression.items.length === 0 && expression.type !== undefined
          ? `ARRAY[]::${compileType(expression.type)}`
          : `ARRAY[${this.#list(expression.items)}]`;
      case "cast":
        return `CAST(${this.#expression(expression.operand)} AS ${compileType(expression.type)})`;
      case "extract":
        return `EXTRACT(${expression.field} FROM ${this.#expression(expression.operand)})`;
      case "label":
        return `${this.#operand(expression.operand)} AS ${quoteName(expression.name)}`;
      case "collate":
        return `${this.#operand(expression.operand)} COLLATE "${expression.collation.replaceAll('"', '""')}"`;
      case "scalarSelect":
        return `(${this.#select(expression.select)})`;
      case "exists":
        return `EXISTS (${this.#select(expression.select)})`;
    }
  }

  #column({ name, from }: ColumnReference): string {
    const column = name === "*" ? "*" : quoteName(name);
    if (from === undefined || !this.#qualified) return column;
    switch (from.kind) {
      case "table":
        return `${from.alias === undefined ? quoteTable(from.name, from.schema) : quoteName(from.alias)}.${column}`;
      case "cte":
        return `${quoteName(from.name)}.${column}`;
      case "subquery":
      case "functionTable":
        return `${quoteName(from.alias)}.${column}`;
      case "join":
        return column;
    }
  }

  #bind({ name, value, type }: Bind): string {
    const { binds = "literals", parameters = {}, mode } = this.#options;
    const given = name !== undefined && Object.hasOwn(parameters, name) ? parameters[name] : value;
    if (binds === "names") return `:${name ?? this.#anonymousName("param")}`;
    if (given === undefined)
      throw new CompileError(`Bind parameter '${name ?? ""}' without a renderable value not allowed here.`);
    const typed = type ?? typeOfValue(given);
    return renderLiteral(given, typed, { mode });
  }

  #literal(text: string): string {
    return renderLiteral(text, { name: "String" }, { mode: this.#options.mode });
  }

  #unary(operator: string, operand: Expression): string {
    if (operator === "ANY" || operator === "ALL") {
      const text = this.#expression(operand);
      return `${operator} ${text.startsWith("(") ? text : `(${text})`}`;
    }
    const inner = this.#expression(operand);
    const grouped = operand.kind === "boolean" || operand.kind === "binary" || operand.kind === "between";
    return `${operator}${grouped ? `(${inner})` : inner}`;
  }

  #within(operand: Expression, operator: string): string {
    const text = operand.kind === "label" ? this.#expression(operand.operand) : this.#expression(operand);
    return needsParentheses(operand, operator) ? `(${text})` : text;
  }

  /** An operand of something that binds closely. */
  #operand(operand: Expression): string {
    const inner = operand.kind === "label" ? operand.operand : operand;
    const text = this.#expression(inner);
    return inner.kind === "boolean" || (inner.kind === "binary" && isComparison(inner.operator)) ? `(${text})` : text;
  }

  #in({ operand, negated, values, select }: Extract<Expression, { readonly kind: "in" }>): string {
    const left = this.#operand(operand);
    const word = negated ? "NOT IN" : "IN";
    if (select !== undefined) {
      const text = this.#select(select);
      return negated ? `(${left} NOT IN (${text}))` : `${left} IN (${text})`;
    }
    const items = values ?? [];
    if (items.length === 0)
      return negated ? `(${left} NOT IN (SELECT NULL WHERE false))` : `${left} IN (SELECT NULL WHERE false)`;
    return negated ? `(${left} ${word} (${this.#list(items)}))` : `${left} ${word} (${this.#list(items)})`;
  }

  #function({ name, args, orderBy, filter, withinGroup, over }: FunctionCall): string {
    const short = name.toLowerCase();
    if (args.length === 0 && bareFunctions.has(short)) return name.toUpperCase();
    const quoted = name.split(".").map(functionName).join(".");
    const inside = args.length === 0 && short === "count" ? "*" : this.#list(args);
    let text = `${quoted}(${inside}${orderBy === undefined ? "" : ` ORDER BY ${this.#list(orderBy)}`})`;
    if (withinGroup !== undefined) text += ` WITHIN GROUP (ORDER BY ${this.#list(withinGroup)})`;
    if (filter !== undefined) text += ` FILTER (WHERE ${this.#expression(filter)})`;
    if (over === undefined) return text;
    const parts = [
      ...(over.partitionBy.length === 0 ? [] : [`PARTITION BY ${this.#list(over.partitionBy)}`]),
      ...(over.orderBy.length === 0 ? [] : [`ORDER BY ${this.#list(over.orderBy)}`]),
    ];
    return `${text} OVER (${parts.join(" ")})`;
  }

  #case({ value, whens, otherwise }: Case): string {
    const start = value === undefined ? "CASE" : `CASE ${this.#expression(value)}`;
    const branches = whens.map(
      ([condition, result]) =>
        ` WHEN ${whenText(condition, this.#expression(condition))} THEN ${this.#expression(result)}`,
    );
    return `${start}${branches.join("")}${otherwise === undefined ? "" : ` ELSE ${this.#expression(otherwise)}`} END`;
  }

  #order({ operand, direction, nulls }: Extract<Expression, { readonly kind: "order" }>): string {
    const inner = operand.kind === "label" ? quoteName(operand.name) : this.#expression(operand);
    return `${inner}${direction === undefined ? "" : ` ${direction.toUpperCase()}`}${nulls === undefined ? "" : ` NULLS ${nulls.toUpperCase()}`}`;
  }
}

/** SQLAlchemy puts a condition with an operator into parentheses behind WHEN. */
function whenText(condition: Expression, text: string): string {
  return ["binary", "boolean", "in", "between", "unary"].includes(condition.kind) && !text.startsWith("(")
    ? `(${text})`
    : text;
}

function forUpdateText({ read, nowait, skipLocked, keyShare }: NonNullable<Select["forUpdate"]>): string {
  const lock = read ? (keyShare ? " FOR KEY SHARE" : " FOR SHARE") : keyShare ? " FOR NO KEY UPDATE" : " FOR UPDATE";
  return `${lock}${nowait ? " NOWAIT" : ""}${skipLocked ? " SKIP LOCKED" : ""}`;
}

/** Functions that SQL writes without parentheses. Source: sqlalchemy.sql.functions.AnsiFunction. */
const bareFunctions = new Set([
  "current_date",
  "current_time",
  "current_timestamp",
  "current_user",
  "localtime",
  "localtimestamp",
  "session_user",
  "user",
]);

function functionName(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/i.test(name) ? name : quoteName(name);
}
