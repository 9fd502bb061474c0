import { describeType } from "../engine/autogenerate/describeType.ts";
import type { Connection, QueryResult } from "../engine/connection.ts";
import type { CompileContext } from "../engine/ddl/compileContext.ts";
import { compileMetaData } from "../engine/ddl/compileMetaData.ts";
import { compileOperation } from "../engine/ddl/compileOperation.ts";
import { compileType } from "../engine/ddl/compileType.ts";
import { quoteName } from "../engine/ddl/quoteName.ts";
import type { Expression, ExpressionStatement } from "../engine/expression/ast.ts";
import { compileStatement } from "../engine/expression/compileStatement.ts";
import type { Operation } from "../engine/operations/operation.ts";
import { reverse } from "../engine/operations/reverse.ts";
import { reflect } from "../engine/reflection/reflect.ts";
import { querySchemas } from "../engine/reflection/querySchemas.ts";
import type { MetaData } from "../engine/schema/metadata.ts";
import { nameText } from "../engine/schema/name.ts";
import { sortTables } from "../engine/schema/sortTables.ts";
import { tableKey } from "../engine/schema/tableKey.ts";
import type { LiteralValue } from "../engine/schema/sqlExpression.ts";
import type { SqlType } from "../engine/schema/sqlType.ts";
import { namedTypeSql, type NamedTypeChange } from "./namedTypeSql.ts";

/** Runs a statement whose `:name` are parameters, on the connection that the guest's code runs on now. */
export type RunStatement = (sql: string, parameters: Readonly<Record<string, LiteralValue>>) => QueryResult;

type Payload = Readonly<Record<string, unknown>>;

/** What a guest library asks of the engine's own knowledge: SQL for an expression, the order of tables, what the database holds. */
export function createEngineQuestions(
  mode: () => CompileContext["mode"],
  run: RunStatement,
): Readonly<Record<string, (payload: Payload) => unknown>> {
  const connection = connectionOver(run);
  return {
    compileExpression: ({ statement, literals, qualified, parameters, escaped }) => {
      const sql = compileStatement(statement as ExpressionStatement | Expression, {
        mode: mode(),
        binds: literals === false ? "names" : "literals",
        qualified: qualified !== false,
        ...(parameters === undefined ? {} : { parameters: parameters as Readonly<Record<string, LiteralValue>> }),
      });
      return escaped === true ? withEscapedColons(sql) : sql;
    },
    compileType: ({ type }) => compileType(type as SqlType),
    describeType: ({ type }) => describeType(type as SqlType),
    namedTypeSql: (change) => namedTypeSql(change as unknown as NamedTypeChange, mode(), run),
    compileMetaData: ({ metadata }) => compileMetaData(metadata as MetaData, { mode: mode() }),
    compileOperation: ({ operation }) =>
      compileOperation(operation as Operation, { mode: mode() }).map((statement) => statement.sql),
    reverseOperation: ({ operation }) => reverse(operation as Operation),
    quoteName: ({ name }) => quoteName(String(name)),
    sortTables: ({ metadata }) => {
      const { tables, schema } = metadata as MetaData;
      return sortTables(tables, schema).map((table) => tableKey(table, schema));
    },
    reflectTable: ({ name, schema }) => {
      const { tables, defaultSchema } = reflect(connection);
      const wanted = schema === null || schema === undefined || schema === defaultSchema ? null : String(schema);
      return tables.find((table) => nameText(table.name) === name && (table.schema ?? null) === wanted) ?? null;
    },
    defaultSchemaName: () => querySchemas(connection).defaultSchema,
  };
}

/** `text()` takes `:name` for a parameter; in SQL that is finished nothing is one. */
export function withEscapedColons(sql: string): string {
  return sql.replaceAll(":", "\\:");
}

/** The engine's own port, for queries of the engine that run where the guest's statements do. */
function connectionOver(run: RunStatement): Connection {
  return {
    inTransaction: true,
    execute(sql, parameters = []) {
      const named = withEscapedColons(sql).replaceAll(/\$(\d+)/g, ":p$1");
      return run(named, Object.fromEntries(parameters.map((value, index) => [`p${index + 1}`, value])));
    },
    executeScript: (sql) => [run(withEscapedColons(sql), {})],
  };
}
