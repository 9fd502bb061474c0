import type {
  Column as ColumnData,
  Computed as ComputedData,
  ForeignKey as ForeignKeyData,
  Identity as IdentityData,
} from "../../../../engine/schema/column.ts";
import type { Constraint as ConstraintData } from "../../../../engine/schema/constraint.ts";
import type { Name } from "../../../../engine/schema/name.ts";
import type { Index as IndexData } from "../../../../engine/schema/tableIndex.ts";
import { checkOptions, describe, present, requireName, requireNames } from "../checkOptions.ts";
import type { ServerDefault, SqlExpression, TextClause } from "./expression.ts";
import { isType, typeData, type TypeArgument } from "./typeEngine.ts";

/** `name` and when a constraint is checked. */
export interface ConstraintOptions {
  /** The constraint's name; without one PostgreSQL chooses, and a downgrade cannot name it. */
  name?: Name | null;
  deferrable?: boolean;
  initially?: Initially;
}

/** When a constraint is checked unless the transaction says otherwise. */
export type Initially = "DEFERRED" | "IMMEDIATE" | (string & {});

/** What happens to the rows that refer to a row that is deleted or whose key changes. */
export type ReferentialAction = "CASCADE" | "SET NULL" | "SET DEFAULT" | "RESTRICT" | "NO ACTION" | (string & {});

export interface ForeignKeyOptions extends ConstraintOptions {
  /** What happens to the rows that refer to a row that is deleted. */
  onDelete?: ReferentialAction;
  onUpdate?: ReferentialAction;
  match?: "FULL" | "PARTIAL" | "SIMPLE";
  /** Add it by ALTER TABLE after the tables are there. */
  useAlter?: boolean;
  /** Do not check the rows that are there already. */
  notValid?: boolean;
}

export class ForeignKeyItem {
  readonly data: ForeignKeyData;
  constructor(data: ForeignKeyData) {
    this.data = data;
  }
}
export class IdentityItem {
  readonly data: IdentityData;
  constructor(data: IdentityData) {
    this.data = data;
  }
}
export class ComputedItem {
  readonly data: ComputedData;
  constructor(data: ComputedData) {
    this.data = data;
  }
}
export class ConstraintItem {
  readonly data: ConstraintData;
  constructor(data: ConstraintData) {
    this.data = data;
  }
}
export class IndexItem {
  readonly data: IndexData;
  constructor(data: IndexData) {
    this.data = data;
  }
}

/** A column as part of a table, made by `Column(...)`. */
export class ColumnItem {
  /** null until the table that uses it names it after its key. */
  readonly name: Name | null;
  readonly data: Omit<ColumnData, "name">;
  constructor(name: Name | null, data: Omit<ColumnData, "name">) {
    this.name = name;
    this.data = data;
  }

  /** The column as data. @throws TypeError when it has no name */
  named(fallback?: string): ColumnData {
    const name = this.name ?? fallback;
    if (name === undefined) throw new TypeError('Column needs a name here: Column("id", Integer)');
    return { name, ...this.data };
  }
}

export interface ColumnOptions {
  /** false: NOT NULL. Without it, NULL is allowed except in a primary key. */
  nullable?: boolean;
  primaryKey?: boolean;
  /** What PostgreSQL fills in: a string is a quoted value, `text("now()")` is SQL. */
  serverDefault?: ServerDefault | null;
  /** A value that Python would fill in; the database never hears of it. */
  default?: unknown;
  unique?: boolean;
  index?: boolean;
  comment?: string | null;
  autoincrement?: boolean | "auto" | "ignore_fk";
  key?: string;
  info?: object;
}

type ColumnPart = TypeArgument | ForeignKeyItem | IdentityItem | ComputedItem | ConstraintItem;

const columnOptions = [
  "nullable",
  "primaryKey",
  "serverDefault",
  "default",
  "unique",
  "index",
  "comment",
  "autoincrement",
  "key",
  "info",
];

/**
 * A column: `Column("title", String(200), { nullable: false })`. In a model the name may be left out; it is the key then.
 * Between the type and the options may stand `ForeignKey(...)`, `Identity(...)`, `Computed(...)` and constraints.
 */
export function Column(name: Name, type: TypeArgument, ...parts: readonly (ColumnPart | ColumnOptions)[]): ColumnItem;
export function Column(type: TypeArgument, ...parts: readonly (ColumnPart | ColumnOptions)[]): ColumnItem;
export function Column(
  name: Name,
  reference: ForeignKeyItem,
  ...parts: readonly (ColumnPart | ColumnOptions)[]
): ColumnItem;
export function Column(...args: readonly unknown[]): ColumnItem {
  const rest = [...args];
  const first = rest[0];
  const isName =
    typeof first === "string" || (typeof first === "object" && first !== null && "kind" in first && "name" in first);
  const name = isName ? (rest.shift() as Name) : null;
  if (isName) requireName("Column", "the column's name", name);
  const data: Record<string, unknown> = { type: { name: "NullType" } };
  const foreignKeys: ForeignKeyData[] = [];
  const checks: ConstraintData[] = [];
  for (const [position, part] of rest.entries()) {
    if (isType(part)) data.type = typeData(part);
    else if (part instanceof ForeignKeyItem) foreignKeys.push(part.data);
    else if (part instanceof IdentityItem) data.identity = part.data;
    else if (part instanceof ComputedItem) data.computed = part.data;
    else if (part instanceof ConstraintItem && part.data.kind === "check") checks.push(part.data);
    else if (isOptions(part) && position === rest.length - 1) {
      checkOptions("Column", part, columnOptions);
      const { default: _default, key: _key, info: _info, ...kept } = part as ColumnOptions;
      Object.assign(data, present(kept));
    } else {
      const label = name === null ? "Column" : `Column "${typeof name === "string" ? name : name.name}"`;
      throw new TypeError(`${label}: ${describe(part)} is neither a type, a ForeignKey nor the options at the end`);
    }
  }
  if (foreignKeys.length > 0) data.foreignKeys = foreignKeys;
  if (checks.length > 0) data.checks = checks;
  return new ColumnItem(name, data as unknown as Omit<ColumnData, "name">);
}

function isOptions(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const constraintOptions = ["name", "deferrable", "initially"];
const foreignKeyOptions = [...constraintOptions, "onDelete", "onUpdate", "match", "useAlter", "notValid"];

/** A reference to a column of another table: `ForeignKey("users.id", { onDelete: "CASCADE" })`. */
export function ForeignKey(target: string, options: ForeignKeyOptions = {}): ForeignKeyItem {
  if (typeof target !== "string" || !target.includes(".")) throw new TypeError('ForeignKey(): expected "table.column"');
  checkOptions("ForeignKey", options, foreignKeyOptions);
  const { notValid: _notValid, ...rest } = options;
  return new ForeignKeyItem({ target, ...present(rest) } as ForeignKeyData);
}

/** GENERATED BY DEFAULT AS IDENTITY; `{ always: true }` for ALWAYS. */
export function Identity(options: IdentityData = {}): IdentityItem {
  checkOptions("Identity", options, [
    "always",
    "onNull",
    "start",
    "increment",
    "minValue",
    "maxValue",
    "noMinValue",
    "noMaxValue",
    "cycle",
    "cache",
  ]);
  return new IdentityItem(options);
}

/** GENERATED ALWAYS AS (sql) STORED. */
export function Computed(sqltext: string | TextClause, options: { persisted?: boolean } = {}): ComputedItem {
  checkOptions("Computed", options, ["persisted"]);
  return new ComputedItem({ sqltext: typeof sqltext === "string" ? sqltext : sqltext.text, ...options });
}

/** The last argument where it is options, and the others. */
function splitOptions<Options extends object>(
  args: readonly (string | Options)[],
): { names: readonly string[]; options: Options } {
  const last = args[args.length - 1];
  const hasOptions = isOptions(last);
  return {
    names: (hasOptions ? args.slice(0, -1) : args) as readonly string[],
    options: (hasOptions ? last : {}) as Options,
  };
}

export interface PrimaryKeyConstraintOptions extends ConstraintOptions {
  include?: readonly string[];
}

/** The primary key: `PrimaryKeyConstraint("id")`, or several columns and `{ name }` at the end. */
export function PrimaryKeyConstraint(...args: readonly (string | PrimaryKeyConstraintOptions)[]): ConstraintItem {
  const { names, options } = splitOptions(args);
  checkOptions("PrimaryKeyConstraint", options, [...constraintOptions, "include"]);
  return new ConstraintItem({ kind: "primaryKey", columns: names, ...present(options) } as ConstraintData);
}

export interface UniqueConstraintOptions extends ConstraintOptions {
  nullsNotDistinct?: boolean;
  include?: readonly string[];
}

/** No two rows with the same values: `UniqueConstraint("email", { name: "uq_users_email" })`. */
export function UniqueConstraint(...args: readonly (string | UniqueConstraintOptions)[]): ConstraintItem {
  const { names, options } = splitOptions(args);
  checkOptions("UniqueConstraint", options, [...constraintOptions, "nullsNotDistinct", "include"]);
  return new ConstraintItem({ kind: "unique", columns: names, ...present(options) } as ConstraintData);
}

/** A condition that every row must meet: `CheckConstraint("price > 0", { name: "price_positive" })`. */
export function CheckConstraint(
  sqltext: string | TextClause,
  options: ConstraintOptions & { notValid?: boolean } = {},
): ConstraintItem {
  checkOptions("CheckConstraint", options, [...constraintOptions, "notValid"]);
  return new ConstraintItem({ kind: "check", sqltext, ...present(options) } as ConstraintData);
}

/** A foreign key over several columns: `ForeignKeyConstraint(["a", "b"], ["t.a", "t.b"])`. */
export function ForeignKeyConstraint(
  columns: readonly string[],
  refs: readonly string[],
  options: ForeignKeyOptions = {},
): ConstraintItem {
  requireNames("ForeignKeyConstraint", "the columns", columns);
  requireNames("ForeignKeyConstraint", "the referenced columns", refs);
  checkOptions("ForeignKeyConstraint", options, foreignKeyOptions);
  return new ConstraintItem({ kind: "foreignKey", columns, refs, ...present(options) } as ConstraintData);
}

export interface IndexOptions {
  unique?: boolean;
  /** The access method: `"gin"`, `"gist"`, `"brin"`, `"hash"`, ... */
  using?: string;
  /** Only rows that meet the condition are in the index. */
  where?: string | TextClause;
  include?: readonly string[];
  ops?: Readonly<Record<string, string>>;
  with?: Readonly<Record<string, string | number>>;
  tablespace?: string;
  concurrently?: boolean;
  nullsNotDistinct?: boolean;
}

export const indexOptionNames: readonly string[] = [
  "unique",
  "using",
  "where",
  "include",
  "ops",
  "with",
  "tablespace",
  "concurrently",
  "nullsNotDistinct",
];

/** An index of the table it stands in: `Index("ix_posts_title", "title", { unique: true })`. */
export function Index(name: Name | null, ...args: readonly (SqlExpression | IndexOptions)[]): IndexItem {
  const last = args[args.length - 1];
  const hasOptions = isOptions(last) && !("kind" in last);
  const options = (hasOptions ? last : {}) as IndexOptions;
  checkOptions("Index", options, indexOptionNames);
  const columns = (hasOptions ? args.slice(0, -1) : args) as readonly SqlExpression[];
  return new IndexItem({ name, columns, ...present(options) } as IndexData);
}

export interface ExcludeOptions extends ConstraintOptions {
  using?: string;
  where?: string | TextClause;
  ops?: Readonly<Record<string, string>>;
}

/** No two rows for which every comparison holds: `ExcludeConstraint(["during", "&&"], { using: "gist" })`. */
export function ExcludeConstraint(
  ...args: readonly (readonly [SqlExpression, string] | ExcludeOptions)[]
): ConstraintItem {
  const last = args[args.length - 1];
  const options = (isOptions(last) ? last : {}) as ExcludeOptions;
  checkOptions("ExcludeConstraint", options, [...constraintOptions, "using", "where", "ops"]);
  const elements = args.filter((value): value is readonly [SqlExpression, string] => Array.isArray(value));
  return new ConstraintItem({ kind: "exclude", elements, ...present(options) } as ConstraintData);
}
