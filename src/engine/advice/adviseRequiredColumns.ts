import { quoteName, quoteTable } from "../ddl/quoteName.ts";
import { isNone } from "../isNone.ts";
import type { AddColumnOp, AlterColumnOp, ExecuteSqlOp } from "../operations/operation.ts";
import { nameText, type Name } from "../schema/name.ts";
import type { SqlType } from "../schema/sqlType.ts";
import type { Advice } from "./advice.ts";
import type { Comparison } from "./comparison.ts";
import { executed } from "./namedEnum.ts";
import { stepsOf } from "./stepsOf.ts";
import { qualifiedName } from "./tableName.ts";

/** A column that must have a value, in a table that has rows without one: the upgrade fails. Asked from the database. */
export function adviseRequiredColumns({ upgradeOps, connection }: Comparison): readonly Advice[] {
  const count = (table: Name, schema: string | null | undefined, where: string): number =>
    Number(connection.execute(`SELECT count(*) FROM ${quoteTable(table, schema)}${where}`).rows[0]?.[0] ?? 0);
  const added = stepsOf(upgradeOps, "addColumn").flatMap(({ step, operation }): readonly Advice[] => {
    if (!needsValue(operation)) return [];
    const rows = count(operation.tableName, operation.schema, "");
    if (rows === 0) return [];
    const { column, tableName, schema } = operation;
    const name = `${qualifiedName(tableName, schema)}.${nameText(column.name)}`;
    return [
      {
        kind: "requiredColumn",
        id: `requiredColumn:${name}`,
        title: `${name} would be NOT NULL, and ${rows === 1 ? "1 row has" : `${rows.toLocaleString("en")} rows have`} no value for it`,
        explanation:
          "PostgreSQL refuses to add it like this. Add it nullable, give every row a value, then require it. The value below is a guess: put the right one there.",
        edits: [
          {
            side: "upgrade",
            step,
            place: "instead",
            operations: [
              { ...operation, column: { ...column, nullable: true } },
              filled(tableName, schema, column.name, column.type),
              required(operation),
            ],
          },
        ],
      },
    ];
  });
  const altered = stepsOf(upgradeOps, "alterColumn").flatMap(({ step, operation }): readonly Advice[] => {
    if (operation.nullable !== false || operation.existingNullable !== true) return [];
    const { tableName, schema, columnName } = operation;
    const rows = count(tableName, schema, ` WHERE ${quoteName(columnName)} IS NULL`);
    if (rows === 0) return [];
    const name = `${qualifiedName(tableName, schema)}.${nameText(columnName)}`;
    const type = operation.type ?? operation.existingType ?? { name: "NullType" };
    return [
      {
        kind: "requiredColumn",
        id: `requiredColumn:${name}`,
        title: `${name} becomes NOT NULL, and it is NULL in ${rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`}`,
        explanation:
          "PostgreSQL refuses. Give those rows a value first. The value below is a guess: put the right one there.",
        edits: [{ side: "upgrade", step, place: "before", operations: [filled(tableName, schema, columnName, type)] }],
      },
    ];
  });
  return [...added, ...altered];
}

function needsValue({ column }: AddColumnOp): boolean {
  return (
    column.nullable === false &&
    isNone(column.serverDefault) &&
    column.identity === undefined &&
    column.computed === undefined &&
    column.primaryKey !== true
  );
}

function filled(table: Name, schema: string | null | undefined, column: Name, type: SqlType): ExecuteSqlOp {
  const name = quoteName(column);
  return executed(`UPDATE ${quoteTable(table, schema)} SET ${name} = ${guess(type)} WHERE ${name} IS NULL`);
}

function required({ tableName, schema, column }: AddColumnOp): AlterColumnOp {
  return {
    kind: "alterColumn",
    tableName,
    columnName: column.name,
    ...(isNone(schema) ? {} : { schema }),
    existingType: column.type,
    nullable: false,
  };
}

/** A value of the type that says as little as possible. */
function guess(type: SqlType): string {
  switch (type.name) {
    case "Integer":
    case "INTEGER":
    case "INT":
    case "BigInteger":
    case "BIGINT":
    case "SmallInteger":
    case "SMALLINT":
    case "Float":
    case "FLOAT":
    case "Double":
    case "DOUBLE":
    case "DOUBLE_PRECISION":
    case "REAL":
    case "Numeric":
    case "NUMERIC":
    case "DECIMAL":
    case "MONEY":
      return "0";
    case "Boolean":
    case "BOOLEAN":
      return "false";
    case "Date":
    case "DATE":
      return "current_date";
    case "DateTime":
    case "DATETIME":
    case "TIMESTAMP":
      return "now()";
    case "Time":
    case "TIME":
      return "localtime";
    case "Interval":
    case "INTERVAL":
      return "interval '0'";
    case "Uuid":
    case "UUID":
      return "gen_random_uuid()";
    case "JSON":
    case "JSONB":
      return "'{}'";
    case "ARRAY":
      return "'{}'";
    case "Enum":
    case "ENUM":
      return `'${(type.values?.[0] ?? "").replaceAll("'", "''")}'`;
    default:
      return "''";
  }
}
