import { quoteName, quoteTable } from "../ddl/quoteName.ts";
import type { AlterColumnOp, Operation } from "../operations/operation.ts";
import { nameText } from "../schema/name.ts";
import { conflictsWith } from "./lockConflicts.ts";
import type { StatementObservation } from "../runtime/statementObservation.ts";

/** Operations that belong together; outside of a transaction they stand in an autocommit block. */
export interface SaferStep {
  readonly note: string;
  readonly autocommit: boolean;
  readonly operations: readonly Operation[];
}

/**
 * The way that keeps an application in use running, for what was observed; null where there is none or none is needed.
 * Sources: PostgreSQL documentation, "ALTER TABLE" and "CREATE INDEX".
 */
export function saferForm(operation: Operation, observation: StatementObservation): readonly SaferStep[] | null {
  const locks = observation.locks ?? [];
  const blocking = locks.some(({ mode }) => conflictsWith(mode, "ROW EXCLUSIVE"));
  if (!blocking) return null;
  // PostgreSQL neither makes nor drops the indexes of such a table beside running work.
  const isPartitioned = locks.some(({ partitioned }) => partitioned);
  const slow =
    observation.rewrites.length > 0 || observation.builtIndexes.length > 0 || (observation.rowsRead ?? []).length > 0;
  switch (operation.kind) {
    case "createIndex":
      if (operation.concurrently === true || isPartitioned) return null;
      return [
        {
          note: "Built beside running work. Where it fails, drop the invalid index that it leaves.",
          autocommit: true,
          operations: [{ ...operation, concurrently: true }],
        },
      ];
    case "dropIndex":
      if (isPartitioned) return null;
      return [
        {
          note: "Waits for running queries instead of holding them up.",
          autocommit: true,
          operations: [{ ...operation, concurrently: true }],
        },
      ];
    case "createForeignKey":
      if (!slow || operation.notValid === true || operation.constraintName === null) return null;
      return [
        {
          note: "Checks new rows only; takes a moment.",
          autocommit: false,
          operations: [{ ...operation, notValid: true }],
        },
        validation(quoteTable(operation.sourceTable, operation.sourceSchema), nameText(operation.constraintName)),
      ];
    case "createCheckConstraint":
      if (!slow || operation.notValid === true || operation.constraintName === null) return null;
      return [
        {
          note: "Checks new rows only; takes a moment.",
          autocommit: false,
          operations: [{ ...operation, notValid: true }],
        },
        validation(quoteTable(operation.tableName, operation.schema), nameText(operation.constraintName)),
      ];
    case "createUniqueConstraint": {
      if (!slow || isPartitioned || operation.constraintName === null) return null;
      const name = nameText(operation.constraintName);
      return [
        {
          note: "The index first, beside running work.",
          autocommit: true,
          operations: [
            {
              kind: "createIndex",
              indexName: operation.constraintName,
              tableName: operation.tableName,
              columns: operation.columns,
              unique: true,
              concurrently: true,
              ...(operation.schema === undefined ? {} : { schema: operation.schema }),
            },
          ],
        },
        {
          note: "Then the constraint takes the index over: nothing is read.",
          autocommit: false,
          operations: [
            sql(
              `ALTER TABLE ${quoteTable(operation.tableName, operation.schema)} ADD CONSTRAINT ${quoteName(name)} UNIQUE USING INDEX ${quoteName(name)}`,
            ),
          ],
        },
      ];
    }
    case "alterColumn":
      return saferAlterColumn(operation, observation, slow);
    case "addColumn": {
      const { column, tableName, schema } = operation;
      if (observation.rewrites.length === 0 || column.serverDefault === undefined || column.serverDefault === null)
        return null;
      const { serverDefault, ...bare } = column;
      const table = quoteTable(tableName, schema);
      const name = quoteName(column.name);
      const at = { tableName, columnName: column.name, ...(schema === undefined ? {} : { schema }) };
      return [
        {
          note: "An empty column and its default for new rows: nothing is rewritten.",
          autocommit: false,
          operations: [
            { ...operation, column: { ...bare, nullable: true } },
            { kind: "alterColumn", ...at, serverDefault },
          ],
        },
        {
          note: "Rows that were there get their value in portions, in a migration of its own.",
          autocommit: false,
          operations: [sql(`UPDATE ${table} SET ${name} = DEFAULT WHERE ${name} IS NULL`)],
        },
        ...(column.nullable === false ? notNull(operation, nameText(column.name)) : []),
      ];
    }
    default:
      return null;
  }
}

function saferAlterColumn(
  operation: AlterColumnOp,
  observation: StatementObservation,
  slow: boolean,
): readonly SaferStep[] | null {
  const table = quoteTable(operation.tableName, operation.schema);
  const column = nameText(operation.columnName);
  if (operation.nullable === false && observation.rewrites.length === 0) {
    return slow ? notNull(operation, column) : null;
  }
  if (observation.rewrites.length === 0 || operation.type === undefined || operation.type === null) return null;
  const { type } = operation;
  const next = `${column}_new`;
  const at = {
    tableName: operation.tableName,
    ...(operation.schema === undefined ? {} : { schema: operation.schema }),
  };
  return [
    {
      note: "A new column beside the old one; the application writes both.",
      autocommit: false,
      operations: [{ kind: "addColumn", ...at, column: { name: next, type, nullable: true } }],
    },
    {
      note: "Rows that were there, in portions, in a migration of its own.",
      autocommit: false,
      operations: [
        sql(
          `UPDATE ${table} SET ${quoteName(next)} = ${operation.using ?? quoteName(column)} WHERE ${quoteName(next)} IS NULL`,
        ),
      ],
    },
    {
      note: "Once nobody reads the old column, and the new one has its default, its indexes and its constraints.",
      autocommit: false,
      operations: [
        { kind: "dropColumn", ...at, columnName: operation.columnName },
        { kind: "alterColumn", ...at, columnName: next, newColumnName: column },
      ],
    },
  ];
}

function notNull(
  { tableName, schema }: Pick<AlterColumnOp, "tableName" | "schema">,
  column: string,
): readonly SaferStep[] {
  const table = quoteTable(tableName, schema);
  const name = `${nameText(tableName)}_${column}_not_null`;
  return [
    {
      note: "Checks new rows only; takes a moment.",
      autocommit: false,
      operations: [
        sql(`ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} NOT NULL ${quoteName(column)} NOT VALID`),
      ],
    },
    validation(table, name),
  ];
}

function validation(table: string, constraint: string): SaferStep {
  return {
    note: "In a migration of its own: reads every row while reading and writing go on.",
    autocommit: false,
    operations: [sql(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${quoteName(constraint)}`)],
  };
}

function sql(text: string): Operation {
  return { kind: "executeSql", sqltext: text };
}
