import type { ColumnComparison, ColumnFinding } from "./columnComparison.ts";

const logger = "alembic.autogenerate.compare.constraints";

/** Source: alembic.autogenerate.compare.constraints._compare_nullable. */
export function compareNullable({ recorder, name, databaseColumn, modelColumn }: ColumnComparison): ColumnFinding {
  const existingNullable = databaseColumn.nullable;
  const nullable = modelColumn.nullable;
  const alter = { existingNullable };
  if (existingNullable === nullable) return { alter };
  const hasComputed = databaseColumn.computed !== undefined || modelColumn.computed !== undefined;
  const hasIdentity = databaseColumn.identity !== undefined || modelColumn.identity !== undefined;
  if ((hasComputed && !modelColumn.nullableIsSaid) || hasIdentity) {
    recorder.info(logger, `Ignoring nullable change on identity column '${name}.${databaseColumn.name}'`);
    return { alter };
  }
  recorder.info(logger, `Detected ${nullable ? "NULL" : "NOT NULL"} on column '${name}.${databaseColumn.name}'`);
  return {
    alter: { ...alter, nullable },
    reason: `${existingNullable ? "nullable" : "not null"} in the database, ${nullable ? "nullable" : "not null"} in the model`,
  };
}
