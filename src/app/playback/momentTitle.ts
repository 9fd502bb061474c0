import { nameText, type Name } from "../../engine/schema/name.ts";
import type { Operation } from "../../engine/operations/operation.ts";

/**
 * A statement in a few words, such as "add column users.email"; plain SQL is its own title.
 * @param rowCount the rows that it wrote; null where it did not run to its end
 */
export function momentTitle(operation: Operation | null, sql: string, rowCount: number | null): string {
  return operation === null ? shortSql(sql) : operationTitle(operation, sql, rowCount);
}

function operationTitle(operation: Operation, sql: string, rowCount: number | null): string {
  switch (operation.kind) {
    case "createTable":
      return `create table ${qualified(operation.tableName, operation.schema)}`;
    case "dropTable":
      return `drop table ${qualified(operation.tableName, operation.schema)}`;
    case "renameTable":
      return `rename table ${qualified(operation.oldTableName, operation.schema)} to ${nameText(operation.newTableName)}`;
    case "addColumn":
      return `add column ${qualified(operation.tableName, operation.schema)}.${nameText(operation.column.name)}`;
    case "dropColumn":
      return `drop column ${qualified(operation.tableName, operation.schema)}.${nameText(operation.columnName)}`;
    case "alterColumn":
      if (operation.newColumnName !== undefined && operation.newColumnName !== null && /\bRENAME\b/.test(sql))
        return `rename column ${qualified(operation.tableName, operation.schema)}.${nameText(operation.columnName)} to ${nameText(operation.newColumnName)}`;
      return `alter column ${qualified(operation.tableName, operation.schema)}.${nameText(operation.columnName)}`;
    case "createPrimaryKey":
      return `add primary key to ${qualified(operation.tableName, operation.schema)}`;
    case "createUniqueConstraint":
      return `add unique constraint on ${qualified(operation.tableName, operation.schema)} (${operation.columns.join(", ")})`;
    case "createCheckConstraint":
      return `add check to ${qualified(operation.tableName, operation.schema)}`;
    case "createForeignKey":
      return `add foreign key ${nameText(operation.sourceTable)} to ${nameText(operation.referentTable)}`;
    case "createExcludeConstraint":
      return `add exclude constraint to ${qualified(operation.tableName, operation.schema)}`;
    case "dropConstraint":
      return `drop constraint ${operation.constraintName === null ? "of" : `${nameText(operation.constraintName)} of`} ${qualified(operation.tableName, operation.schema)}`;
    case "createIndex":
      return `create index ${operation.indexName === null ? "" : `${nameText(operation.indexName)} `}on ${qualified(operation.tableName, operation.schema)}`;
    case "dropIndex":
      return `drop index ${nameText(operation.indexName)}`;
    case "createTableComment":
      return `comment on table ${qualified(operation.tableName, operation.schema)}`;
    case "dropTableComment":
      return `drop comment of table ${qualified(operation.tableName, operation.schema)}`;
    case "bulkInsert":
      return `insert ${rowsText(rowCount ?? operation.rows.length)} into ${qualified(operation.table.name, operation.table.schema)}`;
    case "executeSql":
    case "batchAlterTable":
      return shortSql(sql);
  }
}

function rowsText(count: number): string {
  return count === 1 ? "a row" : `${count} rows`;
}

function qualified(name: Name, schema: Name | null | undefined): string {
  return schema === null || schema === undefined ? nameText(name) : `${nameText(schema)}.${nameText(name)}`;
}

const titleLength = 64;

function shortSql(sql: string): string {
  const line = sql.replace(/\s+/g, " ").trim();
  return line.length > titleLength ? `${line.slice(0, titleLength - 1)}…` : line;
}
