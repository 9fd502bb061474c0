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
export { ColumnElement, type Operand } from "./sqlalchemy/sql/columnElement.ts";
export {
  and_,
  any_,
  bindparam,
  case_,
  cast,
  exists,
  extract,
  false_,
  literal,
  not_,
  null_,
  or_,
  true_,
  tuple_,
  type CaseOptions,
} from "./sqlalchemy/sql/functions.ts";
export { Compound, Select, select } from "./sqlalchemy/sql/select.ts";
export { Delete, Insert, Update, delete_, insert, update, type Values } from "./sqlalchemy/sql/dml.ts";
export { Alias, FromClause, SourceColumn } from "./sqlalchemy/sql/source.ts";
export { MetaData, Table, TableObject, table, type TableOptions } from "./sqlalchemy/table.ts";
export { declarativeBase, type Base } from "./sqlalchemy/declarative.ts";
export { Connection, Engine, createEngine, engineFromConfig, pool } from "./sqlalchemy/connectable.ts";
