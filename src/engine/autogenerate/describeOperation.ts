import type { Operation } from "../operations/operation.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { SqlExpression } from "../schema/sqlExpression.ts";
import { isNone } from "../isNone.ts";

export interface OperationDescription {
  readonly sign: "+" | "-" | "~";
  /** Such as "add column posts.published". */
  readonly title: string;
  /** Such as "posts.published". */
  readonly subject: string;
}

/** An operation in a few words, for lists of changes. */
export function describeOperation(operation: Operation): OperationDescription {
  switch (operation.kind) {
    case "createTable":
      return say("+", "create table", qualified(operation.tableName, operation.schema));
    case "dropTable":
      return say("-", "drop table", qualified(operation.tableName, operation.schema));
    case "renameTable": {
      const subject = qualified(operation.oldTableName, operation.schema);
      return { sign: "~", title: `rename table ${subject} to ${nameText(operation.newTableName)}`, subject };
    }
    case "addColumn":
      return say(
        "+",
        "add column",
        `${qualified(operation.tableName, operation.schema)}.${nameText(operation.column.name)}`,
      );
    case "dropColumn":
      return say(
        "-",
        "drop column",
        `${qualified(operation.tableName, operation.schema)}.${nameText(operation.columnName)}`,
      );
    case "alterColumn":
      return say(
        "~",
        "alter column",
        `${qualified(operation.tableName, operation.schema)}.${nameText(operation.columnName)}`,
      );
    case "createPrimaryKey":
      return onTable(
        "+",
        "add primary key",
        operation.constraintName,
        operation.columns,
        operation.tableName,
        operation.schema,
      );
    case "createUniqueConstraint":
      return onTable(
        "+",
        "add unique constraint",
        operation.constraintName,
        operation.columns,
        operation.tableName,
        operation.schema,
      );
    case "createCheckConstraint":
      return onTable("+", "add check constraint", operation.constraintName, [], operation.tableName, operation.schema);
    case "createExcludeConstraint":
      return onTable(
        "+",
        "add exclude constraint",
        operation.constraintName,
        [],
        operation.tableName,
        operation.schema,
      );
    case "createForeignKey": {
      const { constraintName, localCols, sourceTable, sourceSchema, referentTable, referentSchema } = operation;
      const described = onTable("+", "add foreign key", constraintName, localCols, sourceTable, sourceSchema);
      return { ...described, title: `${described.title} to ${qualified(referentTable, referentSchema)}` };
    }
    case "dropConstraint": {
      const type =
        operation.type === "foreignkey"
          ? "foreign key"
          : operation.type === "primary"
            ? "primary key"
            : `${operation.type ?? ""} constraint`.trim();
      return onTable("-", `drop ${type}`, operation.constraintName, [], operation.tableName, operation.schema);
    }
    case "createIndex":
      return onTable(
        "+",
        operation.unique ? "create unique index" : "create index",
        operation.indexName,
        operation.columns.map(expressionText),
        operation.tableName,
        operation.schema,
      );
    case "dropIndex":
      return onTable("-", "drop index", operation.indexName, [], operation.tableName ?? "", operation.schema);
    case "createTableComment":
      return say("~", "comment on table", qualified(operation.tableName, operation.schema));
    case "dropTableComment":
      return say("-", "drop the comment of table", qualified(operation.tableName, operation.schema));
    case "executeSql":
      return { sign: "~", title: "execute SQL", subject: "SQL" };
    case "bulkInsert":
      return say(
        "+",
        `insert ${operation.rows.length} ${operation.rows.length === 1 ? "row" : "rows"} into`,
        qualified(operation.table.name, operation.table.schema),
      );
    case "batchAlterTable":
      return say("~", "alter table", qualified(operation.tableName, operation.schema));
  }
}

function say(sign: OperationDescription["sign"], verb: string, subject: string): OperationDescription {
  return { sign, title: `${verb} ${subject}`, subject };
}

function onTable(
  sign: OperationDescription["sign"],
  verb: string,
  name: Name | null,
  columns: readonly string[],
  table: Name,
  schema: string | null | undefined,
): OperationDescription {
  const tableText = qualified(table, schema);
  const what = name === null ? (columns.length === 0 ? "" : ` (${columns.join(", ")})`) : ` ${nameText(name)}`;
  return {
    sign,
    title: `${verb}${what}${tableText === "" ? "" : ` on ${tableText}`}`,
    subject: name === null ? tableText : nameText(name),
  };
}

function qualified(name: Name, schema: Name | null | undefined): string {
  return isNone(schema) ? nameText(name) : `${nameText(schema)}.${nameText(name)}`;
}

function expressionText(expression: SqlExpression): string {
  if (typeof expression === "string") return expression;
  return expression.kind === "column" ? expression.name : expression.text;
}
