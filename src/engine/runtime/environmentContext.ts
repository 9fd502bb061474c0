import type { Connection, QueryResult } from "../connection.ts";
import { compileOperation } from "../ddl/compileOperation.ts";
import { requireParameters } from "../ddl/compileText.ts";
import { CommandError, ProgramError } from "../errors.ts";
import type { ConfigureOptions, EnvironmentHost } from "../program.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";
import type { Revision } from "../script/revision.ts";
import { AutobeginConnection } from "./autobeginConnection.ts";
import { MigrationContext, type MigrationContextSettings } from "./migrationContext.ts";

/** What env.ts reads and changes of alembic.ini. */
export interface EnvironmentConfig {
  readonly fileName: string;
  readonly section: string;
  getMainOption(name: string): string | null;
  setSectionOption(section: string, name: string, value: string): void;
  removeMainOption(name: string): void;
  getSection(name: string): Readonly<Record<string, string>> | null;
}

export interface EnvironmentSettings extends Omit<MigrationContextSettings, "connection" | "configure"> {
  readonly config: EnvironmentConfig;
  readonly configFileExists: boolean;
  readonly xArguments: readonly string[];
  /** The command's name as `command`, and its arguments. */
  readonly typedArguments: Readonly<Record<string, unknown>>;
  readonly tag: string | null;
  headRevision(): string | null;
  revisions(): readonly Revision[];
  connect(url: string): Connection;
}

/** The databases whose names SQLAlchemy knows without a plugin. */
const knownDialects = new Set(["postgresql", "sqlite", "mysql", "mariadb", "oracle", "mssql"]);

/** Alembic's `context` and `config` for the one run of env.ts that a command makes. Source: alembic.runtime.environment. */
export class EnvironmentContext implements EnvironmentHost {
  readonly #settings: EnvironmentSettings;
  readonly #connections = new Map<Connection, AutobeginConnection>();
  #connection: AutobeginConnection | null = null;
  #context: MigrationContext | null = null;
  #url: string | null = null;

  constructor(settings: EnvironmentSettings) {
    this.#settings = settings;
  }

  get configFileName(): string | null {
    return this.#settings.configFileExists ? this.#settings.config.fileName : null;
  }

  get configIniSection(): string {
    return this.#settings.config.section;
  }

  /** What env.ts connected to. */
  get url(): string | null {
    return this.#url;
  }

  isOfflineMode(): boolean {
    return this.#settings.asSql;
  }

  configure(options: ConfigureOptions): void {
    if (this.#settings.asSql && options.url !== undefined) requireDialect(options.url);
    this.#context = new MigrationContext({
      ...this.#settings,
      connection: this.#settings.asSql ? null : this.#connection,
      startingRevision: options.startingRev ?? this.#settings.startingRevision,
      configure: options,
    });
  }

  runMigrations(): void {
    this.#configured().runMigrations();
  }

  beginTransaction(): void {
    this.#configured().beginTransaction();
  }

  endTransaction(error: boolean): void {
    this.#configured().endTransaction(error);
  }

  getMainOption(name: string): string | null {
    return this.#settings.config.getMainOption(name);
  }

  setSectionOption(section: string, name: string, value: string): void {
    this.#settings.config.setSectionOption(section, name, value);
  }

  removeMainOption(name: string): void {
    this.#settings.config.removeMainOption(name);
  }

  getSection(name: string): Readonly<Record<string, string>> | null {
    return this.#settings.config.getSection(name);
  }

  connect(url: string): void {
    requireDialect(url);
    const connection = this.#settings.connect(url);
    this.#connection = this.#connections.get(connection) ?? new AutobeginConnection(connection);
    this.#connections.set(connection, this.#connection);
    this.#url = url;
  }

  getXArgument(): readonly string[] {
    return this.#settings.xArguments;
  }

  getTypedArguments(): Readonly<Record<string, unknown>> {
    return this.#settings.typedArguments;
  }

  getTagArgument(): string | null {
    return this.#settings.tag;
  }

  getHeadRevision(): string | null {
    return this.#settings.headRevision();
  }

  getRevisions(): readonly Revision[] {
    return this.#settings.revisions();
  }

  execute(sql: string): QueryResult {
    return this.#configured().execute(sql, {}, undefined);
  }

  executeOnConnection(sql: string, parameters: Readonly<Record<string, LiteralValue>>): QueryResult {
    if (this.#context !== null) return this.#context.execute(sql, parameters, undefined);
    const connection = this.#connected();
    const text = { kind: "text", text: sql, bindparams: parameters } as const;
    requireParameters(text);
    const [statement] = compileOperation({ kind: "executeSql", sqltext: text }, { mode: "online" });
    if (statement === undefined) throw new CommandError("There is nothing to execute");
    return connection.execute(statement.sql, statement.parameters);
  }

  commitConnection(): void {
    if (this.#context === null) this.#connected().commit();
    else this.#context.commitConnection();
  }

  rollbackConnection(): void {
    if (this.#context === null) this.#connected().rollback();
    else this.#context.rollbackConnection();
  }

  log(level: string, logger: string, message: string): void {
    this.#settings.log(level, logger, message);
  }

  /** Ends the run, whether or not it failed. */
  close(): void {
    this.#context?.close();
    for (const connection of this.#connections.values()) connection.rollback();
  }

  #connected(): AutobeginConnection {
    if (this.#connection === null) throw new ProgramError("Exception", "No connection has been opened yet.");
    return this.#connection;
  }

  #configured(): MigrationContext {
    if (this.#context === null) throw new ProgramError("Exception", "No context has been configured yet.");
    return this.#context;
  }
}

/** @throws ProgramError as SQLAlchemy does when a URL cannot be read or names a database that nothing serves */
function requireDialect(url: string): void {
  const match = /^([\w+]+):\/\//.exec(url);
  if (match === null)
    throw new ProgramError("sqlalchemy.exc.ArgumentError", "Could not parse SQLAlchemy URL from given URL string");
  const [dialect = "", driver] = (match[1] ?? "").split("+");
  if (!knownDialects.has(dialect)) {
    throw new ProgramError(
      "sqlalchemy.exc.NoSuchModuleError",
      `Can't load plugin: sqlalchemy.dialects:${driver === undefined ? dialect : `${dialect}.${driver}`}`,
    );
  }
}
