import type { Operation } from "../../../../engine/operations/operation.ts";
import type { Name } from "../../../../engine/schema/name.ts";
import { checkOptions, describe, present, requireName } from "../checkOptions.ts";
import { createColumnOperations, type ColumnOperations } from "./columnOperations.ts";
import { createConstraintOperations, type ConstraintOperations } from "./constraintOperations.ts";
import { createDataOperations, type DataOperations } from "./dataOperations.ts";
import { createIndexOperations, type IndexOperations } from "./indexOperations.ts";
import type { Invoke } from "./invoke.ts";
import { createTableOperations, type TableOperations } from "./tableOperations.ts";

/** Runs a function outside of the migration's transaction. */
export type AutocommitBlock = (use: () => void) => void;

export interface BatchOptions {
  schema?: string | null;
  /** How SQLite would be served; on PostgreSQL "auto" and "never" are plain statements. */
  recreate?: "auto" | "always" | "never";
}

type AfterTable<Method> = Method extends (table: Name, ...rest: infer Rest extends readonly unknown[]) => infer Result
  ? (...rest: Rest) => Result
  : never;
type AfterNameAndTable<Method> = Method extends (
  name: infer Label,
  table: Name,
  ...rest: infer Rest extends readonly unknown[]
) => infer Result
  ? (name: Label, ...rest: Rest) => Result
  : never;

type TableFirst = ColumnOperations & Pick<TableOperations, "createTableComment" | "dropTableComment">;
type NameFirst = ConstraintOperations & Pick<IndexOperations, "createIndex">;

/** The operations of `op` on one table; the table's name is left out. */
export type BatchOperations = { readonly [Method in keyof TableFirst]: AfterTable<TableFirst[Method]> } & {
  readonly [Method in keyof NameFirst]: AfterNameAndTable<NameFirst[Method]>;
} & Pick<IndexOperations, "dropIndex"> &
  Pick<DataOperations, "execute">;

/** Collects what `use` asks for and hands it on as one operation. */
export function runBatch(
  invoke: Invoke,
  tableName: Name,
  use: (batch: BatchOperations) => void,
  options: BatchOptions,
): void {
  requireName("op.batchAlterTable", "the table's name", tableName);
  if (typeof use !== "function")
    throw new TypeError(
      `op.batchAlterTable(): the second argument must be a function, such as (batch) => { batch.dropColumn("title"); }, not ${describe(use)}`,
    );
  checkOptions("op.batchAlterTable", options, ["schema", "recreate"]);
  const operations: Operation[] = [];
  const schema = options.schema === undefined ? {} : { schema: options.schema };
  use(createBatch(tableName, (operation) => operations.push(withSchema(operation, schema))));
  invoke({ kind: "batchAlterTable", tableName, operations, ...present(options) });
}

function withSchema(operation: Operation, schema: { readonly schema?: string | null }): Operation {
  if (operation.kind === "createForeignKey")
    return schema.schema === undefined ? operation : { sourceSchema: schema.schema, ...operation };
  return operation.kind === "executeSql" ? operation : ({ ...schema, ...operation } as Operation);
}

function createBatch(table: Name, collect: Invoke): BatchOperations {
  const columns = createColumnOperations(collect);
  const constraints = createConstraintOperations(collect);
  const indexes = createIndexOperations(collect);
  const tables = createTableOperations(collect);
  const { execute } = createDataOperations(collect);
  return {
    addColumn: (...rest) => columns.addColumn(table, ...rest),
    dropColumn: (...rest) => columns.dropColumn(table, ...rest),
    alterColumn: (...rest) => columns.alterColumn(table, ...rest),
    createTableComment: (...rest) => tables.createTableComment(table, ...rest),
    dropTableComment: (...rest) => tables.dropTableComment(table, ...rest),
    createPrimaryKey: (name, ...rest) => constraints.createPrimaryKey(name, table, ...rest),
    createUniqueConstraint: (name, ...rest) => constraints.createUniqueConstraint(name, table, ...rest),
    createCheckConstraint: (name, ...rest) => constraints.createCheckConstraint(name, table, ...rest),
    createForeignKey: (name, ...rest) => constraints.createForeignKey(name, table, ...rest),
    createExcludeConstraint: (name, ...rest) => constraints.createExcludeConstraint(name, table, ...rest),
    dropConstraint: (name, ...rest) => constraints.dropConstraint(name, table, ...rest),
    createIndex: (name, ...rest) => indexes.createIndex(name, table, ...rest),
    dropIndex: (name, options = {}) => indexes.dropIndex(name, { tableName: table, ...options }),
    execute,
  };
}
