import { autoincrementColumn } from "./autoincrementColumn.ts";
import { parseForeignKeyTarget } from "./foreignKeyTarget.ts";
import { nameConstraint } from "./nameConstraint.ts";
import { nameIndex } from "./nameIndex.ts";
import { inheritSchema } from "./inheritSchema.ts";
import { nameText } from "./name.ts";
import { ArgumentError, ConstraintColumnNotFoundError } from "./schemaErrors.ts";
import { typeCheckOf } from "./typeCheck.ts";
import type { Column, ForeignKey } from "./column.ts";
import type { Constraint, ForeignKeyConstraint, PrimaryKeyConstraint } from "./constraint.ts";
import type { MetaData } from "./metadata.ts";
import type { Table } from "./table.ts";
import type { Index } from "./tableIndex.ts";
import type { TypeCheck } from "./typeCheck.ts";

/** What of a MetaData reaches into its tables. */
export type TableSurroundings = Pick<MetaData, "schema" | "namingConvention">;

/** A table with every constraint and index explicit, in the order in which SQLAlchemy makes them, the primary key first. */
export interface ExpandedTable extends Table {
  /** `constraints` and the checks that types bring, in order. */
  readonly constraintsAndTypeChecks: readonly (Constraint | TypeCheck)[];
  /** The column that the database numbers by itself (SERIAL, or its identity). */
  readonly autoincrementColumn: string | undefined;
}

/**
 * A table as SQLAlchemy's Table holds it once made: the flags of columns (`primaryKey`, `unique`, `index`, `foreignKeys`) are constraints and
 * indexes of their own, named by the convention; every column says whether it is nullable and in the primary key; the schema is the MetaData's
 * where the table names none. Flags that were expanded are gone from the columns, except `primaryKey`. `checks` stay with their columns.
 * Throws ConstraintColumnNotFoundError, ArgumentError, InvalidRequestError. Source: sqlalchemy.sql.schema.
 */
export function expandTable(table: Table, metadata: TableSurroundings = {}): ExpandedTable {
  const schema = table.schema ?? metadata.schema ?? null;
  const naming = { tableName: table.name, schema };
  const name = (constraint: Constraint): Constraint => nameConstraint(constraint, naming, metadata);

  const explicit = table.constraints.map((constraint) => name(inSchema(constraint, metadata)));
  const explicitKey = explicit.findLast((constraint) => constraint.kind === "primaryKey");
  const columns = table.columns.map((column) => withKeyAndNullable(column, explicitKey));
  for (const column of columns) requireOneDefault(column);
  for (const constraint of explicit) requireColumns(constraint, table, columns);

  const flagged: (Constraint | TypeCheck)[] = [];
  for (const column of table.columns) {
    const columnName = nameText(column.name);
    if (column.unique === true && column.index !== true) flagged.push(name({ kind: "unique", columns: [columnName] }));
    const typeCheck = typeCheckOf(column);
    if (typeCheck !== undefined) flagged.push(typeCheck);
    for (const foreignKey of column.foreignKeys ?? [])
      flagged.push(name(inSchema(foreignKeyConstraint(columnName, foreignKey), metadata)));
  }

  const others = [...explicit.filter((constraint) => constraint.kind !== "primaryKey"), ...flagged];
  const isForeignKey = (column: Column): boolean =>
    others.some((constraint) => constraint.kind === "foreignKey" && constraint.columns.includes(nameText(column.name)));
  const keyColumns = columns.filter((column) => column.primaryKey === true);
  const numbered = autoincrementColumn(inKeyOrder(keyColumns, explicitKey), isForeignKey, table.name);
  const key = explicitKey ?? (keyColumns.length === 0 ? undefined : name(implicitKey(keyColumns, numbered)));
  const constraintsAndTypeChecks = [...(key === undefined ? [] : [key]), ...others];
  return {
    ...table,
    schema,
    columns: columns.map((column) => inheritSchema(withoutFlags(column), schema)),
    constraints: constraintsAndTypeChecks.filter((constraint) => constraint.kind !== "typeCheck"),
    indexes: [
      ...table.indexes.map((index) => nameIndex(index, naming, metadata)),
      ...table.columns
        .filter((column) => column.index === true)
        .map((column) => nameIndex(indexOfColumn(column), naming, metadata)),
    ],
    constraintsAndTypeChecks,
    autoincrementColumn: numbered === undefined ? undefined : nameText(numbered.name),
  };
}

function indexOfColumn(column: Column): Index {
  return { name: null, columns: [nameText(column.name)], unique: column.unique === true };
}

function foreignKeyConstraint(column: string, { target, ...options }: ForeignKey): ForeignKeyConstraint {
  return { kind: "foreignKey", columns: [column], refs: [target], ...options };
}

function implicitKey(keyColumns: readonly Column[], numbered: Column | undefined): PrimaryKeyConstraint {
  const first = keyColumns.filter((column) => column === numbered);
  const rest = keyColumns.filter((column) => column !== numbered);
  return { kind: "primaryKey", columns: [...first, ...rest].map((column) => nameText(column.name)) };
}

function inKeyOrder(keyColumns: readonly Column[], key: PrimaryKeyConstraint | undefined): readonly Column[] {
  if (key === undefined) return keyColumns;
  return key.columns.flatMap((name) => keyColumns.filter((column) => nameText(column.name) === name));
}

function withKeyAndNullable(column: Column, explicitKey: PrimaryKeyConstraint | undefined): Column {
  const inKey =
    explicitKey === undefined ? column.primaryKey === true : explicitKey.columns.includes(nameText(column.name));
  const nullable = column.nullable ?? !(inKey || column.primaryKey === true || column.identity !== undefined);
  return { ...column, primaryKey: inKey, nullable };
}

function withoutFlags({ unique: _unique, index: _index, foreignKeys: _foreignKeys, ...column }: Column): Column {
  return column;
}

/** In a MetaData with a schema a reference that names no schema means that one. */
function inSchema(constraint: Constraint, { schema }: TableSurroundings): Constraint {
  if (constraint.kind !== "foreignKey" || schema === null || schema === undefined) return constraint;
  return {
    ...constraint,
    refs: constraint.refs.map((ref) => (parseForeignKeyTarget(ref).schema === undefined ? `${schema}.${ref}` : ref)),
  };
}

/** A column's value comes from one place only. Source: Identity._set_parent and Computed._set_parent of sqlalchemy.sql.schema. */
function requireOneDefault({ identity, computed, serverDefault, autoincrement }: Column): void {
  const hasDefault = serverDefault !== undefined && serverDefault !== null;
  if (identity !== undefined && hasDefault) {
    throw new ArgumentError(
      "A column with an Identity object cannot specify a server_default or a server_onupdate argument",
    );
  }
  if (identity !== undefined && autoincrement === false)
    throw new ArgumentError("A column with an Identity object cannot specify autoincrement=False");
  if (computed !== undefined && (hasDefault || identity !== undefined))
    throw new ArgumentError("A generated column cannot specify a server_default or a server_onupdate argument");
}

const CLASSES = {
  primaryKey: "PrimaryKeyConstraint",
  unique: "UniqueConstraint",
  foreignKey: "ForeignKeyConstraint",
  exclude: "ExcludeConstraint",
};

function requireColumns(constraint: Constraint, table: Table, columns: readonly Column[]): void {
  const known = new Set(columns.map((column) => nameText(column.name)));
  switch (constraint.kind) {
    case "check":
      return;
    case "exclude":
      for (const [expression] of constraint.elements)
        requireColumn(typeof expression === "string" ? expression : undefined, "exclude", table, known);
      return;
    case "foreignKey":
      requireMatchingColumns(constraint);
      break;
    case "primaryKey":
    case "unique":
      break;
  }
  for (const column of constraint.columns) requireColumn(column, constraint.kind, table, known);
}

function requireColumn(
  column: string | undefined,
  kind: keyof typeof CLASSES,
  table: Table,
  known: ReadonlySet<string>,
): void {
  if (column !== undefined && !known.has(column))
    throw new ConstraintColumnNotFoundError(CLASSES[kind], nameText(table.name), column);
}

/** Throws ArgumentError where a foreign key's two sides differ in length or a column is named twice. */
export function requireMatchingColumns({ columns, refs }: Pick<ForeignKeyConstraint, "columns" | "refs">): void {
  if (new Set(columns).size === refs.length) return;
  if (new Set(columns).size !== columns.length) {
    throw new ArgumentError("ForeignKeyConstraint with duplicate source column references are not supported.");
  }
  throw new ArgumentError(
    "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.",
  );
}
