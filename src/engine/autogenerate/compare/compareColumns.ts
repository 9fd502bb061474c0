import type { AlterColumnOp } from "../../operations/operation.ts";
import type { ReflectedColumn } from "../../reflection/reflectedTable.ts";
import { nameText } from "../../schema/name.ts";
import { addColumnOf } from "../operationsFromTable.ts";
import { reverseOperation } from "../reverseOperation.ts";
import type { ColumnComparison } from "./columnComparison.ts";
import { compareColumnComment } from "./compareColumnComment.ts";
import { compareNullable } from "./compareNullable.ts";
import { compareServerDefault } from "./compareServerDefault.ts";
import { compareType } from "./compareType.ts";
import type { TableComparison } from "./tableComparison.ts";

const logger = "alembic.autogenerate.compare.tables";

/** Columns that the model has and the database lacks, then those on both sides. Source: alembic.autogenerate.compare.tables._compare_columns. */
export function compareColumns(
  comparison: TableComparison,
  databaseColumns: readonly ReflectedColumn[],
  shared: Pick<ColumnComparison, "connection" | "options">,
): void {
  const { recorder, filters, name, schema, database, model } = comparison;
  const { connection, options } = shared;
  const existing = new Map(databaseColumns.map((column) => [column.name, column]));
  for (const column of model.columns) {
    const columnName = nameText(column.name);
    if (existing.has(columnName) || !filters.includesObject(column, columnName, "column", false, null)) continue;
    recorder.change(addColumnOf(name, schema, column), "the column is in the model only");
    recorder.info(logger, `Detected added column '${qualified(schema, name)}.${columnName}'`);
  }
  for (const modelColumn of model.columns) {
    const columnName = nameText(modelColumn.name);
    const databaseColumn = existing.get(columnName);
    if (
      databaseColumn === undefined ||
      !filters.includesObject(modelColumn, columnName, "column", false, databaseColumn)
    )
      continue;
    compareColumn({
      recorder,
      filters,
      name,
      schema,
      database,
      model,
      connection,
      options,
      databaseColumn,
      modelColumn,
    });
  }
}

/** Columns that the database has and the model lacks; Alembic drops them after all else. */
export function dropColumns(
  { recorder, filters, name, schema, model }: TableComparison,
  databaseColumns: readonly ReflectedColumn[],
): void {
  const wanted = new Set(model.columns.map((column) => nameText(column.name)));
  for (const column of databaseColumns) {
    if (wanted.has(column.name) || !filters.includesObject(column, column.name, "column", true, null)) continue;
    recorder.change(reverseOperation(addColumnOf(name, schema, column)), "the column is in the database only");
    recorder.info(logger, `Detected removed column '${qualified(schema, name)}.${column.name}'`);
  }
}

/** The database's columns that take part. */
export function includedColumns({ filters, name, schema, database }: TableComparison): readonly ReflectedColumn[] {
  return database.columns.filter((column) =>
    filters.includesName(column.name, "column", { tableName: name, schemaName: schema }),
  );
}

function qualified(schema: string | null, name: string): string {
  return schema === null ? name : `${schema}.${name}`;
}

function compareColumn(comparison: ColumnComparison): void {
  const { recorder, name, schema, databaseColumn } = comparison;
  const findings = [
    compareNullable(comparison),
    compareColumnComment(comparison),
    compareType(comparison),
    compareServerDefault(comparison),
  ];
  const reasons = findings.flatMap((finding) => (finding.reason === undefined ? [] : [finding.reason]));
  if (reasons.length === 0) return;
  const operation: AlterColumnOp = Object.assign(
    { kind: "alterColumn", tableName: name, columnName: databaseColumn.name } as const,
    schema === null ? {} : { schema },
    ...findings.map((finding) => finding.alter),
  );
  recorder.change(operation, reasons.join("; "));
}
