export * from "./sqlalchemy/types.ts";
export { TypeEngine, type TypeArgument } from "./sqlalchemy/typeEngine.ts";
export { FetchedValue, TextClause, column, func, literalColumn, quotedName, text } from "./sqlalchemy/expression.ts";
export {
  CheckConstraint,
  Column,
  Computed,
  ForeignKey,
  ForeignKeyConstraint,
  Identity,
  Index,
  PrimaryKeyConstraint,
  UniqueConstraint,
  type ColumnOptions,
  type ConstraintOptions,
  type ForeignKeyOptions,
  type IndexOptions,
} from "./sqlalchemy/schemaItem.ts";
export { MetaData, Table, table, type TableOptions } from "./sqlalchemy/table.ts";
export { declarativeBase, type Base } from "./sqlalchemy/declarative.ts";
export { Connection, Engine, createEngine, engineFromConfig, pool } from "./sqlalchemy/connectable.ts";
