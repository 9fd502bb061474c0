import type {
  AddColumnOp,
  CreateCheckConstraintOp,
  CreateForeignKeyOp,
  CreateIndexOp,
  CreateTableOp,
  CreateUniqueConstraintOp,
} from "../operations/operation.ts";
import type { Column } from "../schema/column.ts";
import type { CheckConstraint, Constraint, ForeignKeyConstraint, UniqueConstraint } from "../schema/constraint.ts";
import { nameText, type Name } from "../schema/name.ts";
import { nameIndex } from "../schema/nameIndex.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";
import { renderedExpression, renderedServerDefault, renderedText } from "./renderedExpression.ts";
import { renderedIdentity } from "./renderedIdentity.ts";
import { renderedType } from "./renderedType.ts";
import { splitReference } from "./splitReference.ts";
import { isNone } from "../isNone.ts";

/** A table to make operations from; `constraints` are all of its constraints but those that a type brings. */
export interface SourceTable {
  readonly table: Table;
  readonly name: string;
  readonly schema: string | null;
  readonly metadataSchema: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
}

/** Source: alembic.operations.ops.CreateTableOp.from_table, as alembic.autogenerate.render says it. */
export function createTableOf(source: SourceTable): CreateTableOp {
  const {
    name: _name,
    schema: _schema,
    comment,
    columns: _columns,
    constraints: _constraints,
    indexes: _indexes,
    ...options
  } = source.table;
  const { partitionBy, inherits, onCommit, tablespace, using, withOids, prefixes, info } = options;
  return {
    kind: "createTable",
    tableName: quotedNameOf(source.table.name, source.name),
    columns: source.columns.map(columnOf),
    constraints: source.constraints
      .filter((constraint) => constraint.kind !== "primaryKey" || constraint.columns.length > 0)
      .map((constraint) => inlineConstraint(constraint, source.metadataSchema))
      .map((constraint) => [sortText(constraint), constraint] as const)
      .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
      .map(([, constraint]) => constraint),
    ...(source.schema === null ? {} : { schema: source.schema }),
    ...(comment ? { comment } : {}),
    ...(partitionBy === undefined ? {} : { partitionBy }),
    ...(inherits === undefined ? {} : { inherits }),
    ...(onCommit === undefined ? {} : { onCommit }),
    ...(tablespace === undefined ? {} : { tablespace }),
    ...(using === undefined ? {} : { using }),
    ...(withOids === undefined ? {} : { withOids }),
    ...(prefixes === undefined || prefixes.length === 0 ? {} : { prefixes }),
    ...(info === undefined || Object.keys(info).length === 0 ? {} : { info }),
  };
}

function quotedNameOf(name: Name, text: string): Name {
  return typeof name === "object" && name.kind === "quotedName" ? name : text;
}

/** Source: alembic.operations.ops.AddColumnOp.from_column_and_tablename. */
export function addColumnOf(tableName: string, schema: string | null, column: Column): AddColumnOp {
  return { kind: "addColumn", tableName, column: columnOf(column), ...schemaOf(schema) };
}

/** A column as its rendering says it: keys, indexes and constraints are the table's. Source: alembic.autogenerate.render._render_column. */
function columnOf(column: Column): Column {
  const { name, type, serverDefault, identity, computed, autoincrement, nullable, comment } = column;
  const rendered = isNone(serverDefault) ? null : renderedServerDefault(serverDefault);
  return {
    name,
    type: renderedType(type),
    ...(rendered === null || identity !== undefined || computed !== undefined ? {} : { serverDefault: rendered }),
    ...(identity === undefined ? {} : { identity: renderedIdentity(identity) }),
    ...(computed === undefined ? {} : { computed: { ...computed, sqltext: renderedText(computed.sqltext) } }),
    ...(typeof autoincrement === "boolean" ? { autoincrement } : {}),
    ...(nullable === undefined ? {} : { nullable }),
    ...(comment ? { comment } : {}),
  };
}

function inlineConstraint(constraint: Constraint, metadataSchema: string | null): Constraint {
  const name = isNone(constraint.name) ? {} : { name: constraint.name };
  const timing = {
    ...(constraint.initially === undefined ? {} : { initially: constraint.initially }),
    ...(constraint.deferrable ? { deferrable: true } : {}),
  };
  switch (constraint.kind) {
    case "primaryKey":
      return { kind: "primaryKey", columns: constraint.columns, ...name };
    case "unique":
      return { kind: "unique", columns: constraint.columns, ...name, ...timing, ...uniqueOptions(constraint) };
    case "check":
      return { kind: "check", sqltext: renderedText(constraint.sqltext), ...name };
    case "foreignKey": {
      const { onDelete, onUpdate, match, useAlter } = constraint;
      return {
        kind: "foreignKey",
        columns: constraint.columns,
        refs: constraint.refs.map((reference) => qualifyReference(reference, metadataSchema)),
        ...name,
        ...timing,
        ...(onUpdate ? { onUpdate } : {}),
        ...(onDelete ? { onDelete } : {}),
        ...(useAlter ? { useAlter } : {}),
        ...(match ? { match } : {}),
      };
    }
    case "exclude": {
      const { using, where, ops } = constraint;
      return {
        kind: "exclude",
        elements: constraint.elements.map(([element, operator]) => [renderedElement(element), operator] as const),
        ...name,
        ...timing,
        ...(using === undefined ? {} : { using }),
        ...(where === undefined ? {} : { where: { kind: "text", text: renderedText(where) } }),
        ...(ops === undefined ? {} : { ops }),
      };
    }
  }
}

function qualifyReference(reference: string, metadataSchema: string | null): string {
  return metadataSchema !== null && reference.split(".").length === 2 ? `${metadataSchema}.${reference}` : reference;
}

/** The order of a table's constraints is that of their texts in Python. Source: alembic.autogenerate.render._add_table. */
function sortText(constraint: Constraint): string {
  const name = isNone(constraint.name)
    ? ""
    : `name=${typeof constraint.name === "string" ? quoted(constraint.name) : `op.f(${quoted(nameText(constraint.name))})`}`;
  switch (constraint.kind) {
    case "primaryKey":
      return `sa.PrimaryKeyConstraint(${constraint.columns.map(quoted).join(", ")}${name}`;
    case "unique":
      return `sa.UniqueConstraint(${[...constraint.columns.map(quoted), constraint.deferrable ? "deferrable=True" : "", constraint.initially ? "initially=" : "", name].filter(Boolean).join(", ")})`;
    case "check":
      return `sa.CheckConstraint(${quoted(renderedText(constraint.sqltext))}, ${name}`;
    case "foreignKey":
      return `sa.ForeignKeyConstraint([${constraint.columns.map(quoted).join(", ")}], [${constraint.refs.map(quoted).join(", ")}], ${name}`;
    case "exclude":
      return `postgresql.ExcludeConstraint(${constraint.elements.map(([element]) => renderedText(element)).join()}${name}`;
  }
}

function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
}

/** An index without a name gets SQLAlchemy's own one when it is rendered. Source: alembic.operations.ops.CreateIndexOp.from_index. */
export function createIndexOf(tableName: string, schema: string | null, index: Index): CreateIndexOp {
  return {
    kind: "createIndex",
    indexName: index.name ?? nameIndex(index, { tableName, schema }, {}).name,
    tableName,
    columns: index.columns.map(renderedExpression),
    ...schemaOf(schema),
    unique: index.unique === true,
    ...indexOptions(index),
  };
}

/** Source: alembic.operations.ops.CreateUniqueConstraintOp.from_constraint. */
export function createUniqueOf(
  tableName: string,
  schema: string | null,
  constraint: UniqueConstraint,
): CreateUniqueConstraintOp {
  const { columns, deferrable, initially } = constraint;
  return {
    kind: "createUniqueConstraint",
    constraintName: constraint.name ?? null,
    tableName,
    columns,
    ...schemaOf(schema),
    ...(deferrable ? { deferrable } : {}),
    ...(initially ? { initially } : {}),
    ...uniqueOptions({ ...constraint, include: constraint.include?.length === 0 ? undefined : constraint.include }),
  };
}

/** Source: alembic.operations.ops.CreateCheckConstraintOp.from_constraint. */
export function createCheckOf(
  tableName: string,
  schema: string | null,
  constraint: CheckConstraint,
): CreateCheckConstraintOp {
  return {
    kind: "createCheckConstraint",
    constraintName: constraint.name ?? null,
    tableName,
    condition: renderedText(constraint.sqltext),
    ...schemaOf(schema),
  };
}

/** Source: alembic.operations.ops.CreateForeignKeyOp.from_constraint. */
export function createForeignKeyOf(
  tableName: string,
  schema: string | null,
  metadataSchema: string | null,
  constraint: ForeignKeyConstraint,
): CreateForeignKeyOp {
  const { columns, onUpdate, onDelete, deferrable, initially, match, useAlter, notValid } = constraint;
  const targets = constraint.refs.map((reference) => splitReference(reference, metadataSchema));
  const referentSchema = targets[0]?.schema ?? null;
  return {
    kind: "createForeignKey",
    constraintName: constraint.name ?? null,
    sourceTable: tableName,
    referentTable: targets[0]?.table ?? "",
    localCols: columns,
    remoteCols: targets.map((target) => target.column),
    ...(schema === null ? {} : { sourceSchema: schema }),
    ...(referentSchema === null ? {} : { referentSchema }),
    ...(onUpdate ? { onUpdate } : {}),
    ...(onDelete ? { onDelete } : {}),
    ...(initially ? { initially } : {}),
    ...(deferrable ? { deferrable } : {}),
    ...(useAlter ? { useAlter } : {}),
    ...(match ? { match } : {}),
    ...(notValid ? { notValid } : {}),
  };
}

function schemaOf(schema: string | null): { readonly schema?: string } {
  return schema === null ? {} : { schema };
}

/** An element of an exclude constraint keeps its kind. Source: alembic.ddl.postgresql._render_potential_column. */
function renderedElement(element: SqlExpression): SqlExpression {
  if (typeof element === "string") return element;
  switch (element.kind) {
    case "column":
      return element.order === undefined && element.nulls === undefined ? element.name : element;
    case "text":
      return { kind: "text", text: renderedText(element) };
    case "literalColumn":
      return { kind: "literalColumn", text: renderedText(element) };
  }
}

type IndexOptions = Omit<Index, "name" | "columns" | "unique">;

const INDEX_OPTIONS: ReadonlySet<string> = new Set([
  "using",
  "where",
  "include",
  "ops",
  "with",
  "tablespace",
  "concurrently",
  "nullsNotDistinct",
] satisfies (keyof IndexOptions)[]);

/** The dialect's options in the order in which they were given, as they are rendered in. */
function indexOptions(index: Index): IndexOptions {
  const where = index.where === undefined ? {} : { where: renderedWhere(index.where) };
  const options = Object.entries({ ...index, ...where });
  return Object.fromEntries(options.filter(([key, value]) => INDEX_OPTIONS.has(key) && value !== undefined));
}

function renderedWhere(where: NonNullable<Index["where"]>): NonNullable<Index["where"]> {
  return typeof where === "string" ? where : { kind: "text", text: renderedText(where) };
}

function uniqueOptions(
  constraint: Pick<UniqueConstraint, "nullsNotDistinct"> & { readonly include?: readonly string[] | undefined },
): Pick<UniqueConstraint, "include" | "nullsNotDistinct"> {
  return Object.fromEntries(
    Object.entries(constraint).filter(
      ([key, value]) => (key === "include" || key === "nullsNotDistinct") && value !== undefined,
    ),
  );
}
