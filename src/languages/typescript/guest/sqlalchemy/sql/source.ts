import type { Expression, Source } from "../../../../../engine/expression/ast.ts";
import { ColumnElement } from "./columnElement.ts";

/** What stands in FROM: a table, another name of one, a select, or several joined. */
export abstract class FromClause {
  /** The columns by name. */
  abstract readonly c: Readonly<Record<string, ColumnElement>>;
  abstract toSource(): Source;

  /** `a JOIN b ON condition` */
  join(right: FromClause, condition: ColumnElement): FromClause {
    return new Join(this, right, condition, "inner");
  }
  /** `a LEFT OUTER JOIN b ON condition` */
  outerJoin(right: FromClause, condition: ColumnElement): FromClause {
    return new Join(this, right, condition, "left");
  }
}

/** A column of something in FROM. */
export class SourceColumn extends ColumnElement {
  readonly name: string;
  readonly #source: () => Source;
  constructor(name: string, source: () => Source) {
    super();
    this.name = name;
    this.#source = source;
  }
  toAst(): Expression {
    return { kind: "column", name: this.name, from: this.#source() };
  }
}

/** Columns by name of a source. */
export function columnsOf(names: readonly string[], source: () => Source): Readonly<Record<string, SourceColumn>> {
  return Object.fromEntries(names.map((name) => [name, new SourceColumn(name, source)]));
}

class Join extends FromClause {
  readonly c: Readonly<Record<string, ColumnElement>>;
  readonly #source: Source;
  constructor(left: FromClause, right: FromClause, condition: ColumnElement, type: "inner" | "left") {
    super();
    this.c = { ...right.c, ...left.c };
    this.#source = { kind: "join", left: left.toSource(), right: right.toSource(), on: condition.toAst(), type };
  }
  toSource(): Source {
    return this.#source;
  }
}

/** A table or select under a name of its own. */
export class Alias extends FromClause {
  readonly name: string;
  readonly c: Readonly<Record<string, ColumnElement>>;
  readonly #source: Source;
  constructor(name: string, source: Source, columns: readonly string[]) {
    super();
    this.name = name;
    this.#source = source;
    this.c = columnsOf(columns, () => source);
  }
  toSource(): Source {
    return this.#source;
  }
}
