import { assertNever } from "../assertNever.ts";
import type { AlterColumnOp, AlterServerDefault, Operation } from "../operations/operation.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { SqlType } from "../schema/sqlType.ts";

export interface ChangeDescription {
  readonly sign: "+" | "-" | "~";
  /** "add column posts.published" */
  readonly title: string;
  /** "posts.published" */
  readonly subject: string;
  readonly reason: string;
}

/** A detected difference in words: what autogenerate would do, to what, and why. */
export function describeChange(operation: Operation): ChangeDescription {
  const inModel = "in the model, not in the database";
  const inDatabase = "in the database, not in the model";
  switch (operation.kind) {
    case "createTable":
      return added("table", tableText(operation.tableName, operation.schema), inModel);
    case "dropTable":
      return removed("table", tableText(operation.tableName, operation.schema), inDatabase);
    case "addColumn":
      return added("column", `${tableText(operation.tableName, operation.schema)}.${nameText(operation.column.name)}`, `${typeText(operation.column.type)}, ${inModel}`);
    case "dropColumn":
      return removed("column", `${tableText(operation.tableName, operation.schema)}.${nameText(operation.columnName)}`, inDatabase);
    case "alterColumn":
      return changed("column", `${tableText(operation.tableName, operation.schema)}.${nameText(operation.columnName)}`, alterReason(operation));
    case "createPrimaryKey":
      return added("primary key", constraintText(operation.constraintName, tableText(operation.tableName, operation.schema), operation.columns), inModel);
    case "createUniqueConstraint":
      return added("unique constraint", constraintText(operation.constraintName, tableText(operation.tableName, operation.schema), operation.columns), inModel);
    case "createCheckConstraint":
      return added("check constraint", constraintText(operation.constraintName, tableText(operation.tableName, operation.schema), []), inModel);
    case "createExcludeConstraint":
      return added("exclude constraint", constraintText(operation.constraintName, tableText(operation.tableName, operation.schema), []), inModel);
    case "createForeignKey": {
      const target = `${tableText(operation.referentTable, operation.referentSchema)}(${operation.remoteCols.join(", ")})`;
      const subject = constraintText(operation.constraintName, tableText(operation.sourceTable, operation.sourceSchema), operation.localCols);
      return added("foreign key", subject, `references ${target}; ${inModel}`);
    }
    case "dropConstraint":
      return removed(constraintKind(operation.type), constraintText(operation.constraintName, tableText(operation.tableName, operation.schema), []), inDatabase);
    case "createIndex":
      return added("index", nameText(operation.indexName ?? "(unnamed)"), `on ${tableText(operation.tableName, operation.schema)}, ${inModel}`);
    case "dropIndex":
      return removed("index", nameText(operation.indexName), inDatabase);
    case "createTableComment":
      return changed("comment", tableText(operation.tableName, operation.schema), `${quoted(operation.existingComment)} in the database, ${quoted(operation.comment)} in the model`);
    case "dropTableComment":
      return changed("comment", tableText(operation.tableName, operation.schema), `${quoted(operation.existingComment)} in the database, none in the model`);
    case "renameTable":
      return changed("table", tableText(operation.oldTableName, operation.schema), `renamed to ${nameText(operation.newTableName)}`);
    case "executeSql":
      return changed("SQL", typeof operation.sqltext === "string" ? operation.sqltext : operation.sqltext.text, "runs as it stands");
    case "bulkInsert":
      return added("rows", tableText(operation.table.name, operation.table.schema), `${operation.rows.length} to insert`);
    case "batchAlterTable":
      return changed("table", tableText(operation.tableName, operation.schema), operation.operations.map((inner) => describeChange(inner).title).join("; "));
    default:
      return assertNever(operation);
  }
}

function added(kind: string, subject: string, reason: string): ChangeDescription {
  return { sign: "+", title: `add ${kind} ${subject}`, subject, reason };
}

function removed(kind: string, subject: string, reason: string): ChangeDescription {
  return { sign: "-", title: `remove ${kind} ${subject}`, subject, reason };
}

function changed(kind: string, subject: string, reason: string): ChangeDescription {
  return { sign: "~", title: `change ${kind} ${subject}`, subject, reason };
}

function alterReason(operation: AlterColumnOp): string {
  const reasons: string[] = [];
  if (operation.type !== undefined && operation.type !== null) {
    const before = operation.existingType === undefined ? "another type" : typeText(operation.existingType);
    reasons.push(`${before} in the database, ${typeText(operation.type)} in the model`);
  }
  if (operation.nullable !== undefined && operation.nullable !== null) {
    reasons.push(operation.nullable ? "NOT NULL in the database, nullable in the model" : "nullable in the database, NOT NULL in the model");
  }
  if (operation.serverDefault !== undefined && operation.serverDefault !== false) {
    reasons.push(`default ${defaultText(operation.existingServerDefault)} in the database, ${defaultText(operation.serverDefault)} in the model`);
  }
  if (operation.comment !== undefined && operation.comment !== false) {
    reasons.push(`comment ${quoted(operation.existingComment)} in the database, ${quoted(operation.comment)} in the model`);
  }
  if (operation.newColumnName !== undefined && operation.newColumnName !== null) reasons.push(`renamed to ${operation.newColumnName}`);
  return reasons.join("; ");
}

function defaultText(value: AlterServerDefault | undefined): string {
  if (value === undefined || value === null || value === false) return "none";
  if (typeof value === "string") return `'${value}'`;
  switch (value.kind) {
    case "text":
    case "literalColumn":
      return value.text;
    case "identity":
      return "an identity";
    case "computed":
      return value.computed.sqltext;
    case "fetchedValue":
      return "set by the database";
  }
}

const typeNames: Readonly<Record<string, string>> = {
  String: "varchar",
  Unicode: "varchar",
  UnicodeText: "text",
  BigInteger: "bigint",
  SmallInteger: "smallint",
  DateTime: "timestamp",
  LargeBinary: "bytea",
  Double: "double precision",
  DOUBLE_PRECISION: "double precision",
};

/** A type as PostgreSQL's users write it, such as `varchar(50)`. */
function typeText(type: SqlType): string {
  if (type.enumName !== undefined) return `enum ${type.enumName}`;
  if (type.name === "ARRAY" && type.item !== undefined) return `${typeText(type.item)}[]`;
  const name = typeNames[type.name] ?? type.name.toLowerCase();
  const numbers = [type.length ?? type.precision, type.scale].filter((number) => number !== undefined && number !== null);
  const size = numbers.length === 0 ? "" : `(${numbers.join(", ")})`;
  return `${name}${size}${type.timezone === true ? " with time zone" : ""}`;
}

function tableText(name: Name, schema: string | null | undefined): string {
  return schema === null || schema === undefined ? nameText(name) : `${schema}.${nameText(name)}`;
}

function constraintText(name: Name | null, table: string, columns: readonly string[]): string {
  if (name !== null) return `${table}.${nameText(name)}`;
  return columns.length === 0 ? table : `${table}(${columns.join(", ")})`;
}

function constraintKind(type: string | null | undefined): string {
  switch (type) {
    case "foreignkey":
      return "foreign key";
    case "primary":
      return "primary key";
    case "unique":
    case "check":
    case "exclude":
      return `${type} constraint`;
    default:
      return "constraint";
  }
}

function quoted(text: string | null | false | undefined): string {
  return typeof text === "string" ? `'${text}'` : "none";
}
