import type { AlterServerDefault, Operation } from "./operations/operation.ts";
import type { Column } from "./schema/column.ts";
import type { Constraint } from "./schema/constraint.ts";
import type { SqlType } from "./schema/sqlType.ts";
import type { Table } from "./schema/table.ts";
import type { Index } from "./schema/tableIndex.ts";

/*
 * The functions that env hands to `context.configure`, with what they are given and what they answer. Both cross a JSON boundary: arguments and
 * answers are plain data (null or undefined is Python's None). Alembic's own objects are here the engine's readonly data; changing an argument
 * changes nothing. Source: alembic.runtime.environment.EnvironmentContext.configure.
 */

/** Of Alembic's MigrationContext, what a function can read. */
export interface FunctionContext {
  readonly dialect: { readonly name: "postgresql" };
}

/** What `includeName` and `includeObject` are asked about. */
export type ObjectKind =
  | "schema"
  | "table"
  | "column"
  | "index"
  | "unique_constraint"
  | "foreign_key_constraint"
  | "check_constraint";

/** The table that a column, an index or a constraint belongs to; `schema` is null in the default one. */
export interface TablePlace {
  readonly name: string;
  readonly schema: string | null;
}

/** A column with every flag said: of the database as reflection says it, of the models with the defaults worked out. */
export type ComparedColumn = Column & { readonly table: TablePlace };

/** A table (of the models as it was given, of the database as reflected), or a part of one with its table. */
export type ComparedObject =
  | Table
  | ComparedColumn
  | (Index & { readonly table: TablePlace })
  | (Constraint & { readonly table: TablePlace });

export interface ParentNames {
  /** null is the default schema. Absent where the name is a schema's. */
  readonly schemaName?: string | null;
  /** Absent where the name is a schema's or a table's. */
  readonly tableName?: string | null;
  /** `schema.table`, or `table` in the default schema. Absent where the name is a schema's. */
  readonly schemaQualifiedTableName?: string | null;
}

/**
 * `compareType`: are the two types different? true writes an ALTER, false writes none, null leaves it to Alembic.
 * Types are `{ name, dialect?, ...arguments }`, named as SQLAlchemy's classes.
 */
export type CompareTypeFunction = (
  context: FunctionContext,
  inspectedColumn: ComparedColumn,
  metadataColumn: ComparedColumn,
  inspectedType: SqlType,
  metadataType: SqlType,
) => unknown;

/**
 * `compareServerDefault`: are the two defaults different? true, false or null as for `compareType`. Called where either side has a default.
 * `inspectedDefault` is the database's as SQL text, `metadataDefault` the model's as data, `renderedMetadataDefault` the same as SQL text; null
 * where there is none, or where it is no text (an identity, a computed column).
 */
export type CompareServerDefaultFunction = (
  context: FunctionContext,
  inspectedColumn: ComparedColumn,
  metadataColumn: ComparedColumn,
  inspectedDefault: string | null,
  metadataDefault: AlterServerDefault,
  renderedMetadataDefault: string | null,
) => unknown;

/** `includeName`: whether a name of the database takes part; asked before anything is compared. A falsy answer leaves it out. */
export type IncludeNameFunction = (name: string | null, type: ObjectKind, parentNames: ParentNames) => unknown;

/**
 * `includeObject`: whether an object takes part. `reflected` is true for an object of the database alone; `compareTo` is the database's object
 * where both sides have it, null otherwise. A falsy answer leaves it out.
 */
export type IncludeObjectFunction = (
  object: ComparedObject,
  name: string | null,
  type: Exclude<ObjectKind, "schema">,
  reflected: boolean,
  compareTo: ComparedObject | null,
) => unknown;

/**
 * A revision file that is about to be written: Alembic's MigrationScript. The operations are in order and without nesting (where Alembic has
 * ModifyTableOps, each of its operations stands by itself); `downgradeOps` do not follow changes of `upgradeOps` by themselves.
 */
export interface RevisionDirective {
  readonly revisionId: string;
  readonly message: string | null;
  readonly upgradeOps: readonly Operation[];
  readonly downgradeOps: readonly Operation[];
  /** Lines of import that the file needs besides those that its operations bring. */
  readonly imports: readonly string[];
  /** What it is based on; null is `head`. */
  readonly head: string | readonly string[] | null;
  readonly splice: boolean;
  readonly branchLabel: string | null;
  readonly versionPath: string | null;
  readonly dependsOn: readonly string[];
}

/**
 * `processRevisionDirectives`: answers the list of files to write instead of `directives` (one directive at first); an empty list writes none,
 * null means the list as it was given. A directive of the answer may leave keys out: they are as in the first of `directives`, except that
 * `revisionId` is a new one for every directive but the first. `revision` are the database's heads.
 */
export type ProcessRevisionDirectivesFunction = (
  context: FunctionContext,
  revision: readonly string[],
  directives: readonly RevisionDirective[],
) => unknown;

/** What `renderItem` may render. */
export type RenderedItemKind =
  | "type"
  | "column"
  | "server_default"
  | "primary_key"
  | "foreign_key"
  | "unique"
  | "check";

/** The data behind a RenderedItemKind: a type, a column, a default (null for none), or a constraint of a table that is created. */
export type RenderedItem = SqlType | Column | AlterServerDefault | Constraint;

/**
 * `renderItem`: the text of an item in the revision file, in the project's language; false leaves it to Alembic, null leaves the item out.
 * `{ text, imports }` brings import lines along.
 */
export type RenderItemFunction = (type: RenderedItemKind, object: RenderedItem) => unknown;

/**
 * One step, as `onVersionApply` is told about it. A stamp from several branches down to what they have in common has several `up` revisions;
 * every other step has one. `down` is what a revision builds on, its dependencies included; empty for a first revision.
 * Source: alembic.runtime.migration.MigrationInfo.
 */
export interface MigrationInfo {
  readonly isUpgrade: boolean;
  readonly isStamp: boolean;
  readonly isMigration: boolean;
  readonly upRevisionId: string | null;
  readonly upRevisionIds: readonly string[];
  readonly downRevisionIds: readonly string[];
  /** Those that were there before the step: `down` for an upgrade, `up` for a downgrade. */
  readonly sourceRevisionIds: readonly string[];
  readonly destinationRevisionIds: readonly string[];
}

/**
 * `onVersionApply`: called after each step, before it is committed, also with `--sql`; its answer is not looked at, what it throws fails the run.
 * `heads` are the version table's rows after the step.
 */
export type OnVersionApplyFunction = (happening: {
  readonly step: MigrationInfo;
  readonly heads: readonly string[];
}) => unknown;
