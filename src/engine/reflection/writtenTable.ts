import type { Column, ForeignKey } from "../schema/column.ts";
import type { Constraint, ForeignKeyConstraint } from "../schema/constraint.ts";
import { nameText } from "../schema/name.ts";
import type { Table } from "../schema/table.ts";
import type { ReflectedColumn, ReflectedTable } from "./reflectedTable.ts";

/**
 * A table as a person would write its model: types by the names that people use, keys and constraints of one column on that column, and
 * nothing that PostgreSQL would do by itself, such as its own names of constraints.
 */
export function writtenTable(table: ReflectedTable): Table {
  const { name, schema, comment, partitionBy } = table;
  const onColumns = table.constraints.map((constraint) => ({ constraint, column: columnOf(constraint, table) }));
  return {
    name,
    ...(schema === null ? {} : { schema }),
    ...(comment ? { comment } : {}),
    ...(partitionBy === undefined ? {} : { partitionBy }),
    columns: table.columns.map((column) => {
      const own = onColumns.flatMap(({ constraint, column: on }) => (on === column.name ? [constraint] : []));
      return writtenColumn(column, own, table);
    }),
    constraints: onColumns.flatMap(({ constraint, column }) => (column === null ? [named(constraint)] : [])),
    indexes: table.indexes
      .filter((index) => index.duplicatesConstraint !== true)
      .map(({ duplicatesConstraint: _made, ...index }) => ({ ...index, name: nameText(index.name) })),
  };
}

function writtenColumn(column: ReflectedColumn, own: readonly Constraint[], table: ReflectedTable): Column {
  const { name, type, nullable, serverDefault, serialSequence, identity, computed, comment } = column;
  const primaryKey = own.some(({ kind }) => kind === "primaryKey") || isWholeKey(column, table);
  const foreignKeys = own.flatMap((constraint) =>
    constraint.kind === "foreignKey" ? [foreignKey(constraint, table)] : [],
  );
  return {
    name,
    type: { ...type, name: usualTypes[type.name] ?? type.name },
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    ...(primaryKey ? { primaryKey: true } : nullable ? {} : { nullable: false }),
    ...(serverDefault === undefined || serialSequence !== undefined ? {} : { serverDefault }),
    ...(primaryKey && !column.autoincrement && isInteger(column) && foreignKeys.length === 0
      ? { autoincrement: false }
      : {}),
    ...(own.some(({ kind }) => kind === "unique") ? { unique: true } : {}),
    ...(identity === undefined ? {} : { identity }),
    ...(computed === undefined ? {} : { computed }),
    ...(comment ? { comment } : {}),
  };
}

/** What people write for the types that PostgreSQL's catalogs name. */
const usualTypes: Readonly<Record<string, string>> = {
  INTEGER: "Integer",
  BIGINT: "BigInteger",
  SMALLINT: "SmallInteger",
  TEXT: "Text",
  VARCHAR: "String",
  BOOLEAN: "Boolean",
  NUMERIC: "Numeric",
  DATE: "Date",
};

function isInteger({ type }: Column): boolean {
  return /^(INTEGER|BIGINT|SMALLINT)$/.test(type.name);
}

/** A key of several columns under PostgreSQL's own name is said by each of its columns. */
function isWholeKey(column: Column, table: ReflectedTable): boolean {
  return table.constraints.some(
    (constraint) =>
      constraint.kind === "primaryKey" &&
      isUsualName(constraint, table) &&
      constraint.columns.includes(nameText(column.name)),
  );
}

/** The column that can say a constraint by itself; "" where all columns of a key do, null where the table has to. */
function columnOf(constraint: Constraint, table: ReflectedTable): string | null {
  const plain = (rest: object): boolean =>
    Object.values(rest).every(
      (value) => value === undefined || value === false || (Array.isArray(value) && value.length === 0),
    );
  switch (constraint.kind) {
    case "primaryKey": {
      const { kind: _k, name: _n, columns, ...rest } = constraint;
      if (!isUsualName(constraint, table) || !plain(rest)) return null;
      return columns.length === 1 ? (columns[0] ?? null) : "";
    }
    case "unique": {
      const { kind: _k, name: _n, columns, ...rest } = constraint;
      return columns.length === 1 && isUsualName(constraint, table) && plain(rest) ? (columns[0] ?? null) : null;
    }
    case "foreignKey":
      return constraint.columns.length === 1 && constraint.notValid !== true ? (constraint.columns[0] ?? null) : null;
    case "check":
    case "exclude":
      return null;
  }
}

/** Whether PostgreSQL would give the name by itself. */
function isUsualName(constraint: Constraint, { name }: ReflectedTable): boolean {
  const given = constraint.name === null || constraint.name === undefined ? null : nameText(constraint.name);
  switch (constraint.kind) {
    case "primaryKey":
      return given === null || given === `${name}_pkey`;
    case "unique":
      return given === null || given === `${name}_${constraint.columns.join("_")}_key`;
    case "foreignKey":
      return given === null || given === `${name}_${constraint.columns.join("_")}_fkey`;
    case "check":
    case "exclude":
      return given === null;
  }
}

function foreignKey(constraint: ForeignKeyConstraint, table: ReflectedTable): ForeignKey {
  const { kind: _k, name, columns: _c, refs, notValid: _v, ...options } = constraint;
  const [target = ""] = refs;
  return {
    target,
    ...options,
    ...(isUsualName(constraint, table) || name === null || name === undefined ? {} : { name: nameText(name) }),
  };
}

function named(constraint: Constraint): Constraint {
  return constraint.name === null || constraint.name === undefined
    ? constraint
    : { ...constraint, name: nameText(constraint.name) };
}
