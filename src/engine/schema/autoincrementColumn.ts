import { ArgumentError } from "./schemaErrors.ts";
import { nameText } from "./name.ts";
import type { Column } from "./column.ts";
import type { Name } from "./name.ts";
import type { SqlType } from "./sqlType.ts";

/** SQLAlchemy numbers every number, whole or not. */
const NUMBERS: ReadonlySet<string> = new Set([
  "Integer",
  "BigInteger",
  "SmallInteger",
  "INTEGER",
  "INT",
  "BIGINT",
  "SMALLINT",
  "Numeric",
  "Float",
  "Double",
  "NUMERIC",
  "DECIMAL",
  "FLOAT",
  "REAL",
  "DOUBLE",
  "DOUBLE_PRECISION",
]);

/**
 * The column of a primary key that the database numbers by itself, or undefined. Throws ArgumentError where `autoincrement=True` stands at a
 * type that cannot be numbered. Source: sqlalchemy.schema.PrimaryKeyConstraint._autoincrement_column.
 */
export function autoincrementColumn(
  primaryKeyColumns: readonly Column[],
  isForeignKey: (column: Column) => boolean,
  tableName: Name,
): Column | undefined {
  const only = primaryKeyColumns.length === 1 ? primaryKeyColumns[0] : undefined;
  if (only !== undefined) {
    if (only.autoincrement === true) {
      requireNumbered(only, tableName);
      return only;
    }
    return only.autoincrement !== false && isNumberedByDefault(only, isForeignKey(only)) ? only : undefined;
  }
  const asked = primaryKeyColumns.filter((column) => column.autoincrement === true);
  const [first, second] = asked;
  if (first !== undefined && second !== undefined) {
    throw new ArgumentError(
      `Only one Column may be marked autoincrement=True, found both ${nameText(second.name)} and ${nameText(first.name)}.`,
    );
  }
  if (first !== undefined) requireNumbered(first, tableName);
  return first;
}

function isNumberedByDefault(column: Column, isForeignKey: boolean): boolean {
  if (!NUMBERS.has(column.type.name)) return false;
  const hasDefault =
    (column.serverDefault !== undefined && column.serverDefault !== null) || column.computed !== undefined;
  return !hasDefault && (!isForeignKey || column.autoincrement === "ignore_fk");
}

function requireNumbered(column: Column, tableName: Name): void {
  if (NUMBERS.has(column.type.name)) return;
  throw new ArgumentError(
    `Column type ${typeText(column.type)} on column '${nameText(tableName)}.${nameText(column.name)}' is not compatible with autoincrement=True`,
  );
}

const STANDARD_NAMES: Readonly<Record<string, string>> = {
  String: "VARCHAR",
  Unicode: "VARCHAR",
  UnicodeText: "TEXT",
  Enum: "VARCHAR",
  Uuid: "CHAR(32)",
  DateTime: "DATETIME",
  Interval: "DATETIME",
  LargeBinary: "BLOB",
  PickleType: "BLOB",
  MatchType: "BOOLEAN",
};

/** A type as SQLAlchemy prints it where no database is meant. */
function typeText(type: SqlType): string {
  const name = STANDARD_NAMES[type.name] ?? type.name.toUpperCase();
  const length = type.name === "Enum" ? enumLength(type) : (type.length ?? 0);
  return length === 0 ? name : `${name}(${length})`;
}

function enumLength({ length, values }: SqlType): number {
  return length ?? Math.max(0, ...(values ?? []).map((value) => [...value].length));
}
