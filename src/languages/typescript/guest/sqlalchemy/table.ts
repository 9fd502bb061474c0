import type { Column as ColumnData } from "../../../../engine/schema/column.ts";
import type { Constraint as ConstraintData } from "../../../../engine/schema/constraint.ts";
import type { MetaData as MetaDataData, NamingConvention } from "../../../../engine/schema/metadata.ts";
import { nameText, type Name } from "../../../../engine/schema/name.ts";
import type { Table as TableData } from "../../../../engine/schema/table.ts";
import type { Index as IndexData } from "../../../../engine/schema/tableIndex.ts";
import { checkOptions, describe, present, requireName } from "../checkOptions.ts";
import type { TableSource } from "../../../../engine/expression/ast.ts";
import type { SqlType } from "../../../../engine/schema/sqlType.ts";
import { ColumnClause } from "./expression.ts";
import { Delete, delete_, Insert, insert, Update, update } from "./sql/dml.ts";
import { Alias, columnsOf, FromClause, type SourceColumn } from "./sql/source.ts";
import { ColumnItem, ConstraintItem, IndexItem } from "./schemaItem.ts";

export interface TableOptions {
  schema?: string | null;
  comment?: string | null;
  prefixes?: readonly string[];
  partitionBy?: string;
  inherits?: string | readonly string[];
  onCommit?: string;
  tablespace?: string;
  using?: string;
  info?: Readonly<Record<string, unknown>>;
}

const tableOptions = [
  "schema",
  "comment",
  "prefixes",
  "partitionBy",
  "inherits",
  "onCommit",
  "tablespace",
  "using",
  "info",
  "ifNotExists",
];

/** What a table is made of. */
export type TableItem = ColumnItem | ConstraintItem | IndexItem;

export interface TableParts {
  readonly columns: readonly ColumnData[];
  readonly constraints: readonly ConstraintData[];
  readonly indexes: readonly IndexData[];
  readonly options: object;
}

/** Sorts the arguments of a table. @throws TypeError on anything that is no column, constraint, index or options */
export function readTableParts(callee: string, items: readonly unknown[]): TableParts {
  const columns: ColumnData[] = [];
  const constraints: ConstraintData[] = [];
  const indexes: IndexData[] = [];
  let options: object = {};
  for (const [position, item] of items.entries()) {
    if (item instanceof ColumnItem) columns.push(item.named());
    else if (item instanceof ConstraintItem) constraints.push(item.data);
    else if (item instanceof IndexItem) indexes.push(item.data);
    else if (
      typeof item === "object" &&
      item !== null &&
      position === items.length - 1 &&
      Object.getPrototypeOf(item) === Object.prototype
    )
      options = item;
    else
      throw new TypeError(
        `${callee}(): argument ${position + 2} is ${describe(item)}; expected Column(...), a constraint, Index(...) or options at the end`,
      );
  }
  checkOptions(callee, options, tableOptions);
  return { columns, constraints, indexes, options: present(options) };
}

/** The tables that the models describe. `Base.metadata` is one. */
export class MetaData {
  readonly schema: string | null;
  readonly namingConvention: NamingConvention | null;
  readonly #tables = new Map<string, TableData>();

  constructor(options: { schema?: string | null; namingConvention?: NamingConvention } = {}) {
    checkOptions("MetaData", options, ["schema", "namingConvention"]);
    this.schema = options.schema ?? null;
    this.namingConvention = options.namingConvention ?? null;
  }

  /** The tables by name, in the order in which they were made. */
  get tables(): Readonly<Record<string, TableData>> {
    return Object.fromEntries(this.#tables);
  }

  /** @throws Error when the table is there already */
  addTable(table: TableData): void {
    const key =
      table.schema === undefined || table.schema === null
        ? nameText(table.name)
        : `${table.schema}.${nameText(table.name)}`;
    if (this.#tables.has(key)) {
      const error = new Error(`Table '${key}' is already defined for this MetaData instance.`);
      error.name = "InvalidRequestError";
      throw error;
    }
    this.#tables.set(key, table);
  }

  /** The metadata as data. */
  toJSON(): MetaDataData {
    return {
      tables: [...this.#tables.values()],
      ...(this.schema === null ? {} : { schema: this.schema }),
      ...(this.namingConvention === null ? {} : { namingConvention: this.namingConvention }),
    };
  }
}

/** A table, with its columns by name in `c`: `posts.c.title`. */
export class TableObject extends FromClause {
  readonly name: Name;
  readonly schema: string | null;
  readonly data: TableData;
  readonly c: Readonly<Record<string, SourceColumn>>;
  constructor(data: TableData) {
    super();
    this.name = data.name;
    this.schema = data.schema ?? null;
    this.data = data;
    const names = data.columns.map((column) => nameText(column.name));
    this.c = columnsOf(names, () => this.toSource());
  }
  /** As `c`. */
  get columns(): Readonly<Record<string, SourceColumn>> {
    return this.c;
  }
  /** `INSERT INTO` this. */
  insert(): Insert {
    return insert(this);
  }
  /** `UPDATE` this. */
  update(): Update {
    return update(this);
  }
  /** `DELETE FROM` this. */
  delete(): Delete {
    return delete_(this);
  }
  /** The table under another name. */
  alias(name: string): Alias {
    return new Alias(name, { ...this.toSource(), alias: name }, Object.keys(this.c));
  }
  typeOf(column: string): SqlType | undefined {
    const type = this.data.columns.find((candidate) => nameText(candidate.name) === column)?.type;
    return type?.name === "NullType" ? undefined : type;
  }
  toSource(): TableSource {
    return { kind: "table", name: this.name, ...(this.schema === null ? {} : { schema: this.schema }) };
  }
}

/** Makes a table: `Table("posts", metadata, Column("id", Integer, { primaryKey: true }))`. */
export function Table(name: Name, metadata: MetaData, ...items: readonly (TableItem | TableOptions)[]): TableObject {
  requireName("Table", "the table's name", name);
  if (!(metadata instanceof MetaData))
    throw new TypeError("Table(): the second argument must be a MetaData, such as Base.metadata");
  const { columns, constraints, indexes, options } = readTableParts("Table", items);
  const schema = "schema" in options ? {} : metadata.schema === null ? {} : { schema: metadata.schema };
  const data: TableData = { name, columns, constraints, indexes, ...schema, ...options };
  metadata.addTable(data);
  return new TableObject(data);
}

/** A table by its name and columns alone, for `op.bulkInsert`: `table("posts", column("title"))`. */
export function table(
  name: Name,
  ...items: readonly (ColumnClause | ColumnItem | { readonly schema?: string | null })[]
): TableObject {
  requireName("table", "the table's name", name);
  const columns: ColumnData[] = [];
  let options: { readonly schema?: string | null } = {};
  for (const item of items) {
    if (item instanceof ColumnItem) columns.push(item.named());
    else if (item instanceof ColumnClause)
      columns.push({ name: item.name, type: item.type?.data ?? { name: "NullType" } });
    else options = item;
  }
  checkOptions("table", options, ["schema"]);
  return new TableObject({ name, columns, constraints: [], indexes: [], ...present(options) });
}
