import type { ReflectedTable } from "../reflection/reflectedTable.ts";
import { nameText } from "../schema/name.ts";
import { tableKey } from "../schema/tableKey.ts";
import type { AutogenerateContext, AutogenerateOptions } from "./autogenerateOptions.ts";
import type { ChangeRecorder } from "./changeRecorder.ts";
import { compareCheckConstraints } from "./compare/compareCheckConstraints.ts";
import { compareColumns, dropColumns, includedColumns } from "./compare/compareColumns.ts";
import { compareForeignKeys } from "./compare/compareForeignKeys.ts";
import { compareIndexesAndUniques } from "./compare/compareIndexesAndUniques.ts";
import { compareTableComments } from "./compare/compareTableComments.ts";
import type { Filters } from "./filters.ts";
import type { ModelTable } from "./modelTable.ts";
import { createTableOf } from "./operationsFromTable.ts";
import { pythonString } from "../pythonLiteral.ts";
import { reverseOperation } from "./reverseOperation.ts";
import { sortByReferences } from "./sortByReferences.ts";

const logger = "alembic.autogenerate.compare.tables";

export interface TablesComparison {
  readonly connection: AutogenerateContext["connection"];
  readonly options: AutogenerateOptions;
  readonly recorder: ChangeRecorder;
  readonly filters: Filters;
  /** By `schema.name`, `name` alone in the default schema. */
  readonly database: ReadonlyMap<string, ReflectedTable>;
  /** Keyed likewise, in the order in which they can be created. */
  readonly model: ReadonlyMap<string, ModelTable>;
}

/** New tables, then those that are gone, then those on both sides. Source: alembic.autogenerate.compare.tables._compare_tables. */
export function compareTables(comparison: TablesComparison): void {
  const { database, model } = comparison;
  for (const [key, table] of model) if (!database.has(key)) addTable(comparison, key, table);
  const removed = [...database.values()].filter((table) => !model.has(tableKey(table)));
  for (const table of sortByReferences(removed)) removeTable(comparison, table);
  const shared = [...database].flatMap(([key, table]) => {
    const twin = model.get(key);
    return twin === undefined ? [] : [[table, twin] as const];
  });
  for (const [table] of shared) logSequences(comparison, table);
  for (const [table, twin] of shared) compareTable(comparison, table, twin);
}

function addTable({ recorder, filters }: TablesComparison, key: string, model: ModelTable): void {
  if (!filters.includesTable(model.table, model.name, false, null)) return;
  recorder.change(createTableOf(model), "the table is in the model only");
  recorder.info(logger, `Detected added table ${pythonString(key)}`);
  const { name, schema } = model;
  compareIndexesAndUniques({
    recorder,
    filters: filters.inTable({ name, schema }),
    name,
    schema,
    database: null,
    model,
  });
}

function removeTable(comparison: TablesComparison, table: ReflectedTable): void {
  const { recorder, filters } = comparison;
  logSequences(comparison, table);
  if (!filters.includesTable(table, table.name, true, null)) return;
  const { name, schema } = table;
  compareIndexesAndUniques({
    recorder,
    filters: filters.inTable({ name, schema }),
    name,
    schema,
    database: table,
    model: null,
  });
  const created = createTableOf({
    table: { ...table, comment: table.comment ?? null },
    name: table.name,
    schema: table.schema,
    metadataSchema: null,
    columns: table.columns.map(withoutSerialDefault),
    constraints: withoutUniqueTiming(table).constraints.filter((constraint) => constraint.kind !== "exclude"),
  });
  recorder.change(reverseOperation(created), "the table is in the database only");
  recorder.info(logger, `Detected removed table ${pythonString(tableKey(table))}`);
}

/** A serial column's default is said by its being serial. Source: alembic.ddl.postgresql.PostgresqlImpl.autogen_column_reflect. */
function withoutSerialDefault(column: ReflectedTable["columns"][number]): ReflectedTable["columns"][number] {
  if (column.serialSequence === undefined) return column;
  const { serverDefault: _serverDefault, ...rest } = column;
  return rest;
}

/** SQLAlchemy does not read whether a unique constraint is deferrable. */
function withoutUniqueTiming(table: ReflectedTable): ReflectedTable {
  const constraints = table.constraints.map((constraint) => {
    if (constraint.kind !== "unique") return constraint;
    const { deferrable: _deferrable, initially: _initially, ...rest } = constraint;
    return rest;
  });
  return { ...table, constraints };
}

function logSequences({ recorder }: TablesComparison, table: ReflectedTable): void {
  for (const column of table.columns) {
    if (column.serialSequence === undefined) continue;
    recorder.info(
      "alembic.ddl.postgresql",
      `Detected sequence named '${column.serialSequence}' as owned by integer column '${table.name}(${column.name})', assuming SERIAL and omitting`,
    );
  }
}

function compareTable(comparison: TablesComparison, reflected: ReflectedTable, model: ModelTable): void {
  const { recorder } = comparison;
  const database = { ...withoutUniqueTiming(reflected), columns: reflected.columns.map(withoutSerialDefault) };
  if (!comparison.filters.includesTable(model.table, model.name, false, database)) return;
  const place = { name: nameText(model.table.name), schema: database.schema };
  const inside = { recorder, filters: comparison.filters.inTable(place), ...place, database, model };
  const columns = includedColumns(inside);
  compareColumns(inside, columns, { connection: comparison.connection, options: comparison.options });
  compareIndexesAndUniques(inside);
  compareForeignKeys(inside);
  compareTableComments(inside);
  compareCheckConstraints(inside);
  dropColumns(inside, columns);
}
