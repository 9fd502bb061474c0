import type {
  Assignment,
  Delete as DeleteData,
  Insert as InsertData,
  TableSource,
  Update as UpdateData,
} from "../../../../../engine/expression/ast.ts";
import type { SqlType } from "../../../../../engine/schema/sqlType.ts";
import { expressionOf, type ColumnElement, type Operand, type SelectLike } from "./columnElement.ts";
import { and_ } from "./functions.ts";
import type { Executable } from "./select.ts";

/** A table whose rows are changed. */
export interface Target {
  toSource(): TableSource;
  /** The type of a column; undefined where it is not known. */
  typeOf(column: string): SqlType | undefined;
}

/** Values by column. */
export type Values = Readonly<Record<string, Operand | null>>;

/** `INSERT INTO ...` */
export class Insert implements Executable {
  readonly #target: Target;
  readonly #data: InsertData;
  constructor(target: Target, data: InsertData) {
    this.#target = target;
    this.#data = data;
  }
  /** One row, or several. */
  values(...rows: readonly Values[]): Insert {
    const added = rows.map((row) => assignments(this.#target, row));
    return new Insert(this.#target, { ...this.#data, rows: [...(this.#data.rows ?? []), ...added] });
  }
  /** `INSERT INTO ... SELECT ...` */
  fromSelect(columns: readonly string[], select: SelectLike): Insert {
    return new Insert(this.#target, { ...this.#data, columns, select: select.toSelect() });
  }
  /** `ON CONFLICT (columns) DO NOTHING` */
  onConflictDoNothing(columns: readonly string[] = []): Insert {
    return new Insert(this.#target, { ...this.#data, onConflict: { target: { columns } } });
  }
  /** `ON CONFLICT (columns) DO UPDATE SET ...` */
  onConflictDoUpdate(columns: readonly string[], set: Values): Insert {
    return new Insert(this.#target, {
      ...this.#data,
      onConflict: { target: { columns }, set: assignments(this.#target, set) },
    });
  }
  /** RETURNING */
  returning(...columns: readonly ColumnElement[]): Insert {
    return new Insert(this.#target, { ...this.#data, returning: columns.map((column) => column.toAst()) });
  }
  toStatement(): InsertData {
    return this.#data.rows === undefined && this.#data.select === undefined
      ? { ...this.#data, rows: [[]] }
      : this.#data;
  }
}

/** `UPDATE ...` */
export class Update implements Executable {
  readonly #target: Target;
  readonly #data: UpdateData;
  readonly #conditions: readonly ColumnElement[];
  constructor(target: Target, data: UpdateData, conditions: readonly ColumnElement[] = []) {
    this.#target = target;
    this.#data = data;
    this.#conditions = conditions;
  }
  /** SET */
  values(values: Values): Update {
    const set = [...this.#data.set, ...assignments(this.#target, values)];
    return new Update(this.#target, { ...this.#data, set }, this.#conditions);
  }
  /** WHERE; several conditions are joined by AND. */
  where(...conditions: readonly ColumnElement[]): Update {
    return new Update(this.#target, this.#data, [...this.#conditions, ...conditions]);
  }
  /** RETURNING */
  returning(...columns: readonly ColumnElement[]): Update {
    const returning = columns.map((column) => column.toAst());
    return new Update(this.#target, { ...this.#data, returning }, this.#conditions);
  }
  toStatement(): UpdateData {
    return this.#conditions.length === 0 ? this.#data : { ...this.#data, where: and_(...this.#conditions).toAst() };
  }
}

/** `DELETE FROM ...` */
export class Delete implements Executable {
  readonly #data: DeleteData;
  readonly #conditions: readonly ColumnElement[];
  constructor(data: DeleteData, conditions: readonly ColumnElement[] = []) {
    this.#data = data;
    this.#conditions = conditions;
  }
  /** WHERE; several conditions are joined by AND. */
  where(...conditions: readonly ColumnElement[]): Delete {
    return new Delete(this.#data, [...this.#conditions, ...conditions]);
  }
  /** RETURNING */
  returning(...columns: readonly ColumnElement[]): Delete {
    return new Delete({ ...this.#data, returning: columns.map((column) => column.toAst()) }, this.#conditions);
  }
  toStatement(): DeleteData {
    return this.#conditions.length === 0 ? this.#data : { ...this.#data, where: and_(...this.#conditions).toAst() };
  }
}

/**
 * `INSERT INTO table`.
 * @example insert(posts).values({ title: "first" }).returning(posts.c.id)
 */
export function insert(table: Target): Insert {
  return new Insert(table, { kind: "insert", table: table.toSource() });
}

/**
 * `UPDATE table`.
 * @example update(posts).where(posts.c.id.eq(1)).values({ title: "second" })
 */
export function update(table: Target): Update {
  return new Update(table, { kind: "update", table: table.toSource(), set: [] });
}

/**
 * `DELETE FROM table`; `delete` is a word of the language itself.
 * @example delete_(posts).where(posts.c.id.eq(1))
 */
export function delete_(table: Target): Delete {
  return new Delete({ kind: "delete", table: table.toSource() });
}

function assignments(target: Target, values: Values): readonly Assignment[] {
  return Object.entries(values).map(([name, value]) => [name, expressionOf(value, target.typeOf(name))] as const);
}
