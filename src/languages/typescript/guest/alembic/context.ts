import type { Operation } from "../../../../engine/operations/operation.ts";
import type { ObjectKind, RenderedItemKind } from "../../../../engine/userFunctions.ts";
import { checkOptions, describe } from "../checkOptions.ts";
import { callHost, registerCallback } from "../host.ts";
import { Connection } from "../sqlalchemy/connectable.ts";
import type { TextClause } from "../sqlalchemy/expression.ts";
import { MetaData } from "../sqlalchemy/table.ts";

/** What a comparison may answer: true "different", false "equal", null "decide for me". */
export type ComparisonAnswer = boolean | null | undefined;

/** A revision that is about to be written: change it in place, or answer other ones. */
export interface RevisionDirective {
  message: string | null;
  revisionId: string;
  upgradeOps: Operation[];
  /** They do not follow changes of `upgradeOps` by themselves. */
  downgradeOps: Operation[];
  /** Lines of import that the file needs besides those that its operations bring. */
  imports: string[];
  /** What it is based on; null is `head`. */
  head: string | string[] | null;
  splice: boolean;
  branchLabel: string | null;
  versionPath: string | null;
  dependsOn: string[];
}

/** What happened to the version table, for `onVersionApply`. */
export interface MigrationInfo {
  readonly isUpgrade: boolean;
  readonly isStamp: boolean;
  readonly revision: string;
}

/** The options of `context.configure`. */
export interface ConfigureOptions {
  /** The connection that migrations run on (online mode). */
  connection?: Connection;
  /** Which database the SQL is for (offline mode). */
  url?: string | null;
  dialectName?: string;
  dialectOpts?: object;
  /** What `--autogenerate` and `check` compare with the database: `Base.metadata`. */
  targetMetadata?: MetaData | readonly MetaData[] | null;
  /** Whether types are compared (default: true), or a function that compares them. */
  compareType?:
    | boolean
    | ((
        context: object,
        inspectedColumn: object,
        metadataColumn: object,
        inspectedType: object,
        metadataType: object,
      ) => ComparisonAnswer);
  /** Whether server defaults are compared (default: false), or a function that compares them. */
  compareServerDefault?:
    | boolean
    | ((
        context: object,
        inspectedColumn: object,
        metadataColumn: object,
        inspectedDefault: string | null,
        metadataDefault: unknown,
        renderedMetadataDefault: string | null,
      ) => ComparisonAnswer);
  /** Whether schemas other than the default one are compared. */
  includeSchemas?: boolean;
  /** Which names of the database are looked at. */
  includeName?: (
    name: string | null,
    type: ObjectKind,
    parentNames: { schemaName?: string | null; tableName?: string | null; schemaQualifiedTableName?: string },
  ) => boolean;
  /** Which objects take part in the comparison. */
  includeObject?: (
    object: object,
    name: string | null,
    type: ObjectKind,
    reflected: boolean,
    compareTo: object | null,
  ) => boolean;
  /** Changes what `revision` is about to write, in `directives` itself or by answering another list; an empty list writes no file. */
  processRevisionDirectives?: (
    context: object,
    revision: readonly string[],
    directives: RevisionDirective[],
  ) => readonly Partial<RevisionDirective>[] | null | void;
  /** The text of a type, column, default or constraint in a generated file; false leaves it to Alembic, null leaves the item out. */
  renderItem?: (
    type: RenderedItemKind,
    object: object,
  ) => string | { readonly text: string; readonly imports?: readonly string[] } | false | null;
  /** Called after each step, before it is committed. */
  onVersionApply?: (info: { readonly step: MigrationInfo; readonly heads: readonly string[] }) => void;
  renderAsBatch?: boolean;
  literalBinds?: boolean;
  /** One transaction for each revision instead of one for all. */
  transactionPerMigration?: boolean;
  transactionalDdl?: boolean;
  /** The table that holds the current revision (default: alembic_version). */
  versionTable?: string;
  versionTableSchema?: string | null;
  versionTablePk?: boolean;
  tag?: string;
  startingRev?: string;
  templateArgs?: object;
}

const configureOptions = [
  "connection",
  "url",
  "dialectName",
  "dialectOpts",
  "targetMetadata",
  "compareType",
  "compareServerDefault",
  "includeSchemas",
  "includeName",
  "includeObject",
  "processRevisionDirectives",
  "renderItem",
  "onVersionApply",
  "renderAsBatch",
  "literalBinds",
  "transactionPerMigration",
  "transactionalDdl",
  "versionTable",
  "versionTableSchema",
  "versionTablePk",
  "tag",
  "startingRev",
  "templateArgs",
];

/** alembic.ini while env.ts runs. */
export interface Config {
  /** The path of alembic.ini, or null where there is none. */
  readonly configFileName: string | null;
  /** The section that is read: `alembic`, or what `-n` names. */
  readonly configIniSection: string;
  /** An option of the main section. */
  getMainOption(name: string): string | null;
  getMainOption(name: string, fallback: string): string;
  /** Overrides an option for this run; write a percent sign twice. */
  setMainOption(name: string, value: string): void;
  /** A section as an object, or null when there is none. */
  getSection(name: string): Readonly<Record<string, string>> | null;
}

/** Alembic's configuration. Only env.ts may use it. */
export const config: Config = {
  get configFileName(): string | null {
    return callHost<string | null>("configFileName", null);
  },
  get configIniSection(): string {
    return callHost<string>("configIniSection", null);
  },
  getMainOption(name: string, fallback?: string): string {
    return (callHost<string | null>("getMainOption", { name }) ?? fallback ?? null) as string;
  },
  setMainOption(name, value) {
    if (typeof value !== "string")
      throw new TypeError(`config.setMainOption("${name}"): the value must be text, not ${describe(value)}`);
    callHost("setMainOption", { name, value });
  },
  getSection: (name) => callHost("getSection", { name }),
};

/** What env.ts steers a command with. */
export interface Context {
  readonly config: Config;
  /** Whether `--sql` was given. */
  isOfflineMode(): boolean;
  configure(options: ConfigureOptions): void;
  /** Runs what the command asks for: migrations, a comparison, a look at the version table. */
  runMigrations(): void;
  /**
   * Runs `use` in the transaction that the configuration asks for.
   * @example context.beginTransaction(() => context.runMigrations())
   */
  beginTransaction<Result>(use: () => Result): Result;
  /** What was given as `-x key=value`, as an object, or as a list of what was typed. */
  getXArgument(options: { asDictionary: true }): Readonly<Record<string, string>>;
  getXArgument(options?: { asDictionary?: false }): readonly string[];
  /** What was given as `--tag`. */
  getTagArgument(): string | null;
  getHeadRevision(): string | null;
  /** Runs SQL on the migration's connection. */
  execute(sql: string | TextClause): void;
}

/** Alembic's context. Only env.ts may use it. */
export const context: Context = {
  config,
  isOfflineMode: () => callHost<boolean>("isOfflineMode", null),
  configure(options) {
    if (typeof options !== "object" || options === null)
      throw new TypeError(`context.configure(): expected options, such as { connection }, not ${describe(options)}`);
    checkOptions("context.configure", options, configureOptions);
    const { connection, targetMetadata, processRevisionDirectives, ...rest } = options;
    checkMetadata(targetMetadata);
    callHost("configure", {
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, crossing(value)])),
      ...(processRevisionDirectives === undefined
        ? {}
        : { processRevisionDirectives: crossing(answeringChanges(processRevisionDirectives)) }),
      ...(connection === undefined ? {} : { connected: true }),
      ...(targetMetadata === undefined ? {} : { targetMetadata }),
    });
  },
  runMigrations() {
    callHost("runMigrations", null);
  },
  beginTransaction(use) {
    if (typeof use !== "function")
      throw new TypeError(
        "context.beginTransaction(): expected a function: context.beginTransaction(() => context.runMigrations())",
      );
    callHost("beginTransaction", null);
    let failed = true;
    try {
      const result = use();
      failed = false;
      return result;
    } finally {
      callHost("endTransaction", { error: failed });
    }
  },
  getXArgument: ((options: { asDictionary?: boolean } = {}) => {
    const given = callHost<readonly string[]>("getXArgument", null);
    if (options.asDictionary !== true) return given;
    return Object.fromEntries(
      given.map((argument) => {
        const end = argument.indexOf("=");
        return end < 0 ? [argument, ""] : [argument.slice(0, end), argument.slice(end + 1)];
      }),
    );
  }) as Context["getXArgument"],
  getTagArgument: () => callHost("getTagArgument", null),
  getHeadRevision: () => callHost("getHeadRevision", null),
  execute(sql) {
    callHost("contextExecute", { sql: typeof sql === "string" ? sql : sql.text });
  },
};

/** What was changed in place crosses the boundary only when it is answered. */
function answeringChanges(
  process: NonNullable<ConfigureOptions["processRevisionDirectives"]>,
): NonNullable<ConfigureOptions["processRevisionDirectives"]> {
  if (typeof process !== "function")
    throw new TypeError(`context.configure(): processRevisionDirectives must be a function, not ${describe(process)}`);
  return (context, revision, directives) => process(context, revision, directives) ?? directives;
}

function crossing(value: unknown): unknown {
  return typeof value === "function" ? registerCallback(value as (...args: readonly unknown[]) => unknown) : value;
}

function checkMetadata(metadata: ConfigureOptions["targetMetadata"]): void {
  if (metadata === undefined || metadata === null) return;
  const all: readonly unknown[] = Array.isArray(metadata) ? metadata : [metadata];
  if (!all.every((one) => one instanceof MetaData))
    throw new TypeError("context.configure(): targetMetadata must be a MetaData, such as Base.metadata");
}
