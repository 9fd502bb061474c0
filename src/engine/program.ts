import type { MetaData, NamingConvention } from "./schema/metadata.ts";
import type { Operation } from "./operations/operation.ts";
import type { SourceLocation } from "./errors.ts";
import type { Revision } from "./script/revision.ts";
import type { QueryResult } from "./connection.ts";
import type { LiteralValue } from "./schema/sqlExpression.ts";
import type {
  CompareServerDefaultFunction,
  CompareTypeFunction,
  IncludeNameFunction,
  IncludeObjectFunction,
  OnVersionApplyFunction,
  ProcessRevisionDirectivesFunction,
  RenderItemFunction,
} from "./userFunctions.ts";

/** The identifiers of one revision file, as its module exports them. */
export interface RevisionModule {
  readonly path: string;
  readonly revision: string;
  readonly downRevision: string | readonly string[] | null;
  readonly branchLabels: string | readonly string[] | null;
  readonly dependsOn: string | readonly string[] | null;
  /** The file's docstring, or null. */
  readonly docstring: string | null;
}

/** What a revision's functions may ask of the engine while they run. */
export interface OperationsHost {
  /** Runs one operation; `location` is the line of the user's file that asked for it. Throws DatabaseError and CommandError. */
  invoke(operation: Operation, location: SourceLocation | undefined): void;
  /** `op.getBind().execute(...)`: rows at once. */
  execute(
    sql: string,
    parameters: Readonly<Record<string, LiteralValue>>,
    location: SourceLocation | undefined,
  ): QueryResult;
  beginAutocommitBlock(): void;
  endAutocommitBlock(): void;
}

/**
 * What env.ts passes to `context.configure`. Functions are the user's, callable until the run ends; userFunctions.ts says what each is given as
 * JSON and what it may answer. An answer of a kind that is not allowed there is the user's mistake (TypeError).
 */
export interface ConfigureOptions {
  /** `url` as text, where env.ts gave one; absent when a connection was given. */
  readonly url?: string;
  readonly targetMetadata?: MetaData | readonly MetaData[] | null;
  /** Default true. */
  readonly compareType?: boolean | CompareTypeFunction;
  /** Default false. */
  readonly compareServerDefault?: boolean | CompareServerDefaultFunction;
  readonly includeSchemas?: boolean;
  readonly includeName?: IncludeNameFunction;
  readonly includeObject?: IncludeObjectFunction;
  /** Called by `revision` (with --autogenerate or `revision_environment`), `check` and the drift. */
  readonly processRevisionDirectives?: ProcessRevisionDirectivesFunction;
  readonly renderItem?: RenderItemFunction;
  readonly onVersionApply?: OnVersionApplyFunction | readonly OnVersionApplyFunction[] | null;
  readonly renderAsBatch?: boolean;
  readonly alembicModulePrefix?: string;
  readonly sqlalchemyModulePrefix?: string;
  readonly userModulePrefix?: string;
  readonly literalBinds?: boolean;
  readonly transactionPerMigration?: boolean;
  readonly transactionalDdl?: boolean;
  readonly versionTable?: string;
  readonly versionTableSchema?: string | null;
  /** Default true: the version table has a primary key. */
  readonly versionTablePk?: boolean;
  readonly tag?: string;
  readonly startingRev?: string;
}

/** Of alembic.ini, what env and the template of revisions read. */
export interface ConfigHost {
  /** Alembic's ini option of the main section, interpolated; null when absent. */
  getMainOption(name: string): string | null;
  getSection(name: string): Readonly<Record<string, string>> | null;
  readonly configFileName: string | null;
  readonly configIniSection: string;
}

/** What env.ts may ask of the engine while it runs: Alembic's `context` and `config`. */
export interface EnvironmentHost extends ConfigHost {
  isOfflineMode(): boolean;
  configure(options: ConfigureOptions): void;
  runMigrations(): void;
  beginTransaction(): void;
  endTransaction(error: boolean): void;
  /** Makes the section where there is none. @throws ProgramError `ValueError` for a percent sign that stands alone */
  setSectionOption(section: string, name: string, value: string): void;
  removeMainOption(name: string): void;
  /** `engineFromConfig(...).connect()`: names the database that `url` names. Throws when the url cannot be served. */
  connect(url: string): void;
  getXArgument(): readonly string[];
  /** What was typed: the command's name as `command`, and every argument that it takes. */
  getTypedArguments(): Readonly<Record<string, unknown>>;
  getTagArgument(): string | null;
  getHeadRevision(): string | null;
  /** All of the history, the newest first. */
  getRevisions(): readonly Revision[];
  execute(sql: string): QueryResult;
  /**
   * `connection.execute(...)` on what `connect` opened, also before `configure`: begins a transaction when none is open. One that is open when
   * `configure` is called is the user's: Alembic then neither begins nor commits. Throws DatabaseError.
   */
  executeOnConnection(sql: string, parameters: Readonly<Record<string, LiteralValue>>): QueryResult;
  /** `connection.commit()`: nothing when no transaction is open. What is not committed when env ends is rolled back. */
  commitConnection(): void;
  rollbackConnection(): void;
  /** A line of logging, as Python's logging would format it. */
  log(level: string, logger: string, message: string): void;
}

/** The port to the user's files. One run of one command; every module is evaluated at most once in it. */
export interface Program {
  /** `prepend_sys_path`: where imports of the project's files begin. A language whose imports name files has no use for it. */
  prependPaths?(paths: readonly string[]): void;
  /** Evaluates a revision file's top level. Throws ProgramError. */
  loadRevision(path: string): RevisionModule;
  /** Evaluates env.ts (or env.py). Throws ProgramError, DatabaseError, CommandError. */
  runEnvironment(path: string, host: EnvironmentHost): void;
  /** Calls `upgrade()` or `downgrade()` of a loaded revision. Throws ProgramError, DatabaseError, CommandError. */
  callMigration(path: string, direction: "upgrade" | "downgrade", host: OperationsHost): void;
  /** Renders a revision file from the project's template. */
  renderTemplate(template: string, values: RevisionTemplateValues, config: ConfigHost): string;
  /** Renders operations as the body of a function in the project's language. `imports` are lines that the body needs. */
  renderOperations(
    operations: readonly Operation[],
    options?: RenderOptions,
  ): { readonly body: string; readonly imports: readonly string[] };
}

/** What env gave to `context.configure` that changes how operations are written. */
export interface RenderOptions extends Pick<
  ConfigureOptions,
  "renderAsBatch" | "renderItem" | "alembicModulePrefix" | "sqlalchemyModulePrefix" | "userModulePrefix"
> {
  /** The target metadata's. */
  readonly namingConvention?: NamingConvention;
}

/** The variables of script.ts.template and script.py.mako. */
export interface RevisionTemplateValues {
  readonly message: string;
  readonly upRevision: string;
  readonly downRevision: string | readonly string[] | null;
  readonly createDate: string;
  readonly branchLabels: readonly string[] | null;
  readonly dependsOn: string | readonly string[] | null;
  readonly imports: readonly string[];
  readonly upgrades: string;
  readonly downgrades: string;
}
