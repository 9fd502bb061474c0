import type { Column, Computed, Identity } from "../schema/column.ts";
import type { Constraint } from "../schema/constraint.ts";
import type { Name } from "../schema/name.ts";
import type { LiteralValue, ServerDefault, SqlExpression, TextClause } from "../schema/sqlExpression.ts";
import type { SqlType } from "../schema/sqlType.ts";
import type { TableOptions } from "../schema/table.ts";
import type { Index } from "../schema/tableIndex.ts";

/*
 * Alembic's operations as data, one interface each. An absent key was not passed; null was passed as None.
 * Source: alembic.operations.ops.
 */

export interface CreateTableOp extends TableOptions {
  readonly kind: "createTable";
  readonly tableName: Name;
  readonly columns: readonly Column[];
  readonly constraints?: readonly Constraint[];
  readonly indexes?: readonly Index[];
  readonly schema?: string | null;
  readonly comment?: string | null;
  readonly ifNotExists?: boolean;
}

export interface DropTableOp {
  readonly kind: "dropTable";
  readonly tableName: Name;
  readonly schema?: string | null;
  readonly ifExists?: boolean;
  /** The table as it was, for `reverse`. */
  readonly reverse?: CreateTableOp;
}

export interface RenameTableOp {
  readonly kind: "renameTable";
  readonly oldTableName: Name;
  readonly newTableName: Name;
  readonly schema?: Name | null;
}

export interface AddColumnOp {
  readonly kind: "addColumn";
  readonly tableName: Name;
  readonly column: Column;
  readonly schema?: string | null;
  readonly ifNotExists?: boolean;
  readonly inlineReferences?: boolean;
  readonly inlinePrimaryKey?: boolean;
}

export interface DropColumnOp {
  readonly kind: "dropColumn";
  readonly tableName: Name;
  readonly columnName: Name;
  readonly schema?: string | null;
  readonly ifExists?: boolean;
  readonly reverse?: AddColumnOp;
}

/** null drops the default; false says "unchanged". */
export type AlterServerDefault =
  | ServerDefault
  | { readonly kind: "identity"; readonly identity: Identity }
  | { readonly kind: "computed"; readonly computed: Computed }
  | null
  | false;

export interface AlterColumnOp {
  readonly kind: "alterColumn";
  readonly tableName: Name;
  readonly columnName: Name;
  readonly schema?: string | null;
  readonly existingType?: SqlType;
  readonly existingNullable?: boolean | null;
  readonly existingServerDefault?: AlterServerDefault;
  readonly existingComment?: string | null;
  readonly existingAutoincrement?: boolean;
  readonly nullable?: boolean | null;
  readonly comment?: string | null | false;
  readonly serverDefault?: AlterServerDefault;
  readonly newColumnName?: string | null;
  readonly type?: SqlType | null;
  readonly autoincrement?: boolean | null;
  readonly using?: string;
}

export interface CreatePrimaryKeyOp {
  readonly kind: "createPrimaryKey";
  readonly constraintName: Name | null;
  readonly tableName: Name;
  readonly columns: readonly string[];
  readonly schema?: string | null;
  readonly deferrable?: boolean;
  readonly initially?: string;
}

export interface CreateUniqueConstraintOp {
  readonly kind: "createUniqueConstraint";
  readonly constraintName: Name | null;
  readonly tableName: Name;
  readonly columns: readonly string[];
  readonly schema?: string | null;
  readonly deferrable?: boolean;
  readonly initially?: string;
  readonly nullsNotDistinct?: boolean;
  readonly include?: readonly string[];
}

export interface CreateCheckConstraintOp {
  readonly kind: "createCheckConstraint";
  readonly constraintName: Name | null;
  readonly tableName: Name;
  readonly condition: string | TextClause;
  readonly schema?: string | null;
  readonly deferrable?: boolean;
  readonly initially?: string;
  readonly notValid?: boolean;
}

export interface CreateForeignKeyOp {
  readonly kind: "createForeignKey";
  readonly constraintName: Name | null;
  readonly sourceTable: Name;
  readonly referentTable: Name;
  readonly localCols: readonly string[];
  readonly remoteCols: readonly string[];
  readonly onUpdate?: string;
  readonly onDelete?: string;
  readonly deferrable?: boolean;
  readonly initially?: string;
  readonly match?: string;
  readonly sourceSchema?: string | null;
  readonly referentSchema?: string | null;
  readonly useAlter?: boolean;
  readonly notValid?: boolean;
}

export interface CreateExcludeConstraintOp {
  readonly kind: "createExcludeConstraint";
  readonly constraintName: Name | null;
  readonly tableName: Name;
  readonly elements: readonly (readonly [SqlExpression, string])[];
  readonly where?: string | TextClause;
  readonly schema?: string | null;
  readonly using?: string;
  readonly ops?: Readonly<Record<string, string>>;
  readonly deferrable?: boolean;
  readonly initially?: string;
}

export interface DropConstraintOp {
  readonly kind: "dropConstraint";
  readonly constraintName: Name | null;
  readonly tableName: Name;
  readonly type?: "foreignkey" | "primary" | "unique" | "check" | "exclude" | null;
  readonly schema?: string | null;
  readonly ifExists?: boolean;
  readonly reverse?: AddConstraintOp;
}

export interface CreateIndexOp {
  readonly kind: "createIndex";
  readonly indexName: Name | null;
  readonly tableName: Name;
  readonly columns: readonly SqlExpression[];
  readonly schema?: string | null;
  readonly unique?: boolean;
  readonly ifNotExists?: boolean;
  readonly using?: string;
  readonly where?: string | TextClause;
  readonly include?: readonly string[];
  readonly ops?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly tablespace?: string;
  readonly concurrently?: boolean;
  readonly nullsNotDistinct?: boolean;
}

export interface DropIndexOp {
  readonly kind: "dropIndex";
  readonly indexName: Name;
  readonly tableName?: Name;
  readonly schema?: string | null;
  readonly ifExists?: boolean;
  readonly concurrently?: boolean;
  /** The rest of the dialect's options says what the index was: it is rendered, and DROP INDEX does not need it. */
  readonly using?: string;
  readonly where?: string | TextClause;
  readonly include?: readonly string[];
  readonly ops?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly tablespace?: string;
  readonly nullsNotDistinct?: boolean;
  readonly reverse?: CreateIndexOp;
}

export interface CreateTableCommentOp {
  readonly kind: "createTableComment";
  readonly tableName: Name;
  readonly comment: string | null;
  readonly existingComment?: string | null;
  readonly schema?: string | null;
}

export interface DropTableCommentOp {
  readonly kind: "dropTableComment";
  readonly tableName: Name;
  readonly existingComment?: string | null;
  readonly schema?: string | null;
}

export interface ExecuteSqlOp {
  readonly kind: "executeSql";
  /** A plain string is wrapped in `text()`, as Alembic does. */
  readonly sqltext: string | TextClause;
}

export interface BulkInsertOp {
  readonly kind: "bulkInsert";
  readonly table: {
    readonly name: Name;
    readonly schema?: string | null;
    readonly columns: readonly { readonly name: string; readonly type?: SqlType }[];
  };
  readonly rows: readonly Readonly<Record<string, LiteralValue>>[];
  readonly multiinsert?: boolean;
}

/** `op.batchAlterTable`: on PostgreSQL its operations run as plain statements. */
export interface BatchAlterTableOp {
  readonly kind: "batchAlterTable";
  readonly tableName: Name;
  readonly schema?: string | null;
  readonly recreate?: "auto" | "always" | "never";
  readonly operations: readonly Operation[];
}

export type AddConstraintOp =
  | CreatePrimaryKeyOp
  | CreateUniqueConstraintOp
  | CreateCheckConstraintOp
  | CreateForeignKeyOp
  | CreateExcludeConstraintOp;

export type Operation =
  | CreateTableOp
  | DropTableOp
  | RenameTableOp
  | AddColumnOp
  | DropColumnOp
  | AlterColumnOp
  | AddConstraintOp
  | DropConstraintOp
  | CreateIndexOp
  | DropIndexOp
  | CreateTableCommentOp
  | DropTableCommentOp
  | ExecuteSqlOp
  | BulkInsertOp
  | BatchAlterTableOp;

export type OperationOf<K extends Operation["kind"]> = Extract<Operation, { readonly kind: K }>;
