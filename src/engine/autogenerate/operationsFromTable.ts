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
import type { Table } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";
import { renderedExpression, renderedServerDefault, renderedText } from "./renderedExpression.ts";
import { renderedIdentity } from "./renderedIdentity.ts";
import { renderedType } from "./renderedType.ts";
import { splitReference } from "./splitReference.ts";

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
  const rendered = serverDefault == null ? null : renderedServerDefault(serverDefault);
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
  const name = constraint.name == null ? {} : { name: constraint.name };
  const timing = {
    ...(constraint.initially === undefined ? {} : { initially: constraint.initially }),
    ...(constraint.deferrable ? { deferrable: true } : {}),
  };
  switch (constraint.kind) {
    case "primaryKey":
      return { kind: "primaryKey", columns: constraint.columns, ...name };
    case "unique": {
      const { include, nullsNotDistinct } = constraint;
      return {
        kind: "unique",
        columns: constraint.columns,
        ...name,
        ...timing,
        ...(include === undefined ? {} : { include }),
        ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
      };
    }
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
        elements: constraint.elements.map(([element, operator]) => {
          const rendered = typeof element === "string" ? element : renderedExpression(element);
          return [typeof rendered === "string" ? { kind: "text", text: rendered } : rendered, operator] as const;
        }),
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
  const name =
    constraint.name == null
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

/** Source: alembic.operations.ops.CreateIndexOp.from_index. */
export function createIndexOf(tableName: string, schema: string | null, index: Index): CreateIndexOp {
  const { where, using, include, ops, tablespace, concurrently, nullsNotDistinct } = index;
  return {
    kind: "createIndex",
    indexName: index.name,
    tableName,
    columns: index.columns.map(renderedExpression),
    ...schemaOf(schema),
    unique: index.unique === true,
    ...(using === undefined ? {} : { using }),
    ...(where === undefined
      ? {}
      : { where: typeof where === "string" ? where : { kind: "text", text: renderedText(where) } }),
    ...(include === undefined ? {} : { include }),
    ...(ops === undefined ? {} : { ops }),
    ...(index.with === undefined ? {} : { with: index.with }),
    ...(tablespace === undefined ? {} : { tablespace }),
    ...(concurrently === undefined ? {} : { concurrently }),
    ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
  };
}

/** Source: alembic.operations.ops.CreateUniqueConstraintOp.from_constraint. */
export function createUniqueOf(
  tableName: string,
  schema: string | null,
  constraint: UniqueConstraint,
): CreateUniqueConstraintOp {
  const { columns, deferrable, initially, nullsNotDistinct, include } = constraint;
  return {
    kind: "createUniqueConstraint",
    constraintName: constraint.name ?? null,
    tableName,
    columns,
    ...schemaOf(schema),
    ...(deferrable ? { deferrable } : {}),
    ...(initially ? { initially } : {}),
    ...(nullsNotDistinct === undefined ? {} : { nullsNotDistinct }),
    ...(include === undefined || include.length === 0 ? {} : { include }),
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
