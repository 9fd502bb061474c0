import type { QueryResult } from "../connection.ts";
import { CommandError, DatabaseError, ProgramError, type SourceLocation } from "../errors.ts";
import { compileOperation } from "../ddl/compileOperation.ts";
import { requireParameters } from "../ddl/compileText.ts";
import type { Operation } from "../operations/operation.ts";
import { InternalFailure } from "../script/revisionErrors.ts";
import type { ConfigureOptions, OperationsHost } from "../program.ts";
import type { MetaData, NamingConvention } from "../schema/metadata.ts";
import type { LiteralValue } from "../schema/sqlExpression.ts";
import type { OnVersionApplyFunction } from "../userFunctions.ts";
import type { AutobeginConnection, OpenTransaction } from "./autobeginConnection.ts";
import { applyVersionOperation } from "./headMaintainer.ts";
import type { DatabaseState, MigrationEvent, PlannedStep } from "./migrationEvent.ts";
import type { MigrationStep } from "./migrationStep.ts";
import type { Recorder } from "./recorder.ts";
import { VersionTable, type VersionChange } from "./versionTable.ts";

export interface MigrationContextSettings {
  /** null in offline mode. */
  readonly connection: AutobeginConnection | null;
  readonly configure: ConfigureOptions;
  readonly asSql: boolean;
  /** The version that `--sql` starts from. */
  readonly startingRevision: string | null;
  readonly purge: boolean;
  /** The version table is read but never made. */
  readonly dontMutate: boolean;
  /** The command line, for `runStarted`; null when the run emits no events. */
  readonly command: string | null;
  /** What the command does: the steps to run, in order. */
  plan(heads: readonly string[], context: MigrationContext): readonly MigrationStep[];
  /** The whole id of a revision that `--sql` starts from. */
  resolveRevision(identifier: string): string;
  callMigration(path: string, direction: "upgrade" | "downgrade", host: OperationsHost): void;
  log(level: string, logger: string, message: string): void;
  /** Where offline mode prints. */
  output(text: string): void;
  emit(event: MigrationEvent): void;
  /** Reads what events tell of the database. */
  readonly recorder: Recorder;
  /** Milliseconds of a clock that only runs forward. */
  elapsed(): number;
  /** Called with the place in the user's file that asked for what failed. */
  failedAt(error: unknown, location: SourceLocation): void;
}

const logger = "alembic.runtime.migration";
const noResult: QueryResult = { columns: [], rows: [], command: "", rowCount: 0, notices: [] };

/** What a logical transaction is in this run: real, two words of SQL, or nothing. */
type Transaction = "connection" | "sql" | "none";

/**
 * Runs steps on a connection, or prints them, in Alembic's transactions, and keeps the version table.
 * Source: alembic.runtime.migration.MigrationContext.
 */
export class MigrationContext implements OperationsHost {
  readonly settings: MigrationContextSettings;
  readonly versionTable: VersionTable;
  readonly #inExternalTransaction: boolean;
  readonly #transactionalDdl: boolean;
  readonly #transactions: Transaction[] = [];
  /** The types that this run's tables brought. Source: alembic.ddl.impl, `DefaultImpl.memo`. */
  readonly #createdTypes = new Set<string>();
  /** What Alembic began and will commit; the user may have ended it before. */
  #transaction: OpenTransaction | null = null;
  #resumeAfterAutocommit = false;
  #heads: ReadonlySet<string> = new Set();
  #stepIndex = -1;
  #runStarted = false;
  #beforeRun: MigrationEvent[] = [];
  /** Before the first statement of env's own; null: it had none. */
  #stateBeforeRun: DatabaseState | null = null;
  #failedLocation: SourceLocation | null = null;

  constructor(settings: MigrationContextSettings) {
    const { configure, connection, asSql } = settings;
    this.settings = settings;
    this.versionTable = new VersionTable(
      configure.versionTable ?? "alembic_version",
      configure.versionTableSchema ?? null,
      configure.versionTablePk ?? true,
    );
    this.#transactionalDdl = configure.transactionalDdl ?? true;
    this.#inExternalTransaction = connection?.inTransaction ?? false;
    settings.log("INFO", logger, "Context impl PostgresqlImpl.");
    if (asSql) settings.log("INFO", logger, "Generating static SQL");
    settings.log("INFO", logger, `Will assume ${this.#transactionalDdl ? "transactional" : "non-transactional"} DDL.`);
  }

  /** The heads in the database; offline the revision that the run starts from. */
  currentHeads(): readonly string[] {
    const { asSql, connection, startingRevision } = this.settings;
    if (asSql) {
      if (startingRevision === null || startingRevision === "base") return [];
      return [this.settings.resolveRevision(startingRevision)];
    }
    if (startingRevision !== null && startingRevision !== "")
      throw new CommandError("Can't specify current_rev to context when using a database connection");
    if (connection === null) return [];
    return this.versionTable.readHeads(connection);
  }

  /** Makes the version table when it is missing, and empties it on request. */
  ensureVersionTable(purge = false): void {
    const { asSql, connection } = this.settings;
    if (asSql) {
      this.#print(this.versionTable.createSql);
      return;
    }
    if (connection === null) return;
    const alone = !connection.inTransaction;
    if (!this.versionTable.exists(connection)) this.#execute(this.versionTable.createSql, undefined, null, undefined);
    if (purge) this.#execute(this.versionTable.purgeSql, undefined, null, undefined);
    if (alone) this.#end(connection, "commit");
  }

  runMigrations(): void {
    const { settings } = this;
    let heads: readonly string[] = [];
    if (settings.purge) {
      if (settings.asSql) throw new CommandError("Can't use --purge with --sql mode");
      this.ensureVersionTable(true);
    } else {
      heads = this.currentHeads();
      if (!settings.asSql && heads.length === 0 && !settings.dontMutate) this.ensureVersionTable();
    }
    this.#heads = new Set(heads);
    const steps = settings.plan(heads, this);
    this.#startRun(steps);
    for (const [index, step] of steps.entries()) {
      this.beginTransaction(true);
      try {
        this.#runStep(step, index);
      } catch (error) {
        this.#emit({
          kind: "stepFailed",
          index,
          message: error instanceof Error ? error.message : String(error),
          location: this.#placeOf(error),
        });
        this.endTransaction(true);
        throw error;
      }
      this.endTransaction(false);
    }
  }

  /** Source: MigrationContext.begin_transaction. */
  beginTransaction(perMigration = false): void {
    this.#transactions.push(this.#openTransaction(perMigration));
  }

  endTransaction(failed: boolean): void {
    const transaction = this.#transactions.pop() ?? "none";
    const { connection } = this.settings;
    if (transaction === "sql") {
      if (!failed) this.#print("COMMIT");
    } else if (transaction === "connection" && connection !== null) {
      const isOpen = this.#transaction !== null && this.#transaction === connection.openTransaction;
      this.#transaction = null;
      if (isOpen) this.#end(connection, failed ? "rollback" : "commit");
    }
  }

  /** What the user's `connection.commit()` does. */
  commitConnection(): void {
    if (this.settings.connection !== null) this.#end(this.settings.connection, "commit");
  }

  /** What the user's `connection.rollback()` does. */
  rollbackConnection(): void {
    if (this.settings.connection !== null) this.#end(this.settings.connection, "rollback");
  }

  /** Ends the run: what was never committed is rolled back, as when SQLAlchemy closes a connection. */
  close(): void {
    const { settings } = this;
    const { connection } = settings;
    if (connection === null) return;
    this.#end(connection, "rollback");
    if (this.#runStarted) this.#emit({ kind: "runFinished", state: settings.recorder.readState(connection) });
  }

  invoke(operation: Operation, location: SourceLocation | undefined): void {
    this.#attempt(location, () => {
      for (const statement of this.#compile(operation))
        this.#run(statement.sql, statement.parameters, statement.operation, location);
    });
  }

  execute(
    sql: string,
    parameters: Readonly<Record<string, LiteralValue>>,
    location: SourceLocation | undefined,
  ): QueryResult {
    const operation: Operation = { kind: "executeSql", sqltext: { kind: "text", text: sql, bindparams: parameters } };
    return this.#attempt(location, () => {
      let result = noResult;
      for (const statement of this.#compile(operation))
        result = this.#run(statement.sql, statement.parameters, statement.operation, location);
      return result;
    });
  }

  beginAutocommitBlock(): void {
    const { asSql, connection } = this.settings;
    if (asSql) {
      if (this.#transactionalDdl) this.#print("COMMIT");
      return;
    }
    if (connection === null) return;
    this.#resumeAfterAutocommit = connection.inTransaction;
    if (this.#resumeAfterAutocommit) this.#commitBeforeAutocommit(connection);
    connection.setAutocommit(true);
  }

  endAutocommitBlock(): void {
    const { asSql, connection } = this.settings;
    if (asSql) {
      if (this.#transactionalDdl) this.#print("BEGIN");
      return;
    }
    if (connection === null) return;
    connection.setAutocommit(false);
    if (this.#resumeAfterAutocommit) this.#transaction = connection.begin();
  }

  /** @throws ProgramError where the open transaction is not Alembic's: without `begin_transaction`, or begun before `configure` */
  #commitBeforeAutocommit(connection: AutobeginConnection): void {
    if (this.#transaction === null) throw new ProgramError("AssertionError", "");
    if (this.#transaction !== connection.openTransaction)
      throw new ProgramError("sqlalchemy.exc.InvalidRequestError", "This transaction is inactive");
    this.#transaction = null;
    this.#end(connection, "commit");
  }

  #openTransaction(perMigration: boolean): Transaction {
    const { asSql, connection, configure } = this.settings;
    if (this.#inExternalTransaction) return "none";
    const now = this.#transactionalDdl ? perMigration === (configure.transactionPerMigration ?? false) : perMigration;
    if (!now) return "none";
    if (asSql) {
      if (!this.#transactionalDdl) return "none";
      this.#print("BEGIN");
      return "sql";
    }
    if (connection === null) return "none";
    this.#transaction = connection.begin();
    return "connection";
  }

  #runStep(step: MigrationStep, index: number): void {
    const { settings } = this;
    const { connection } = settings;
    if (settings.asSql && this.#heads.size === 0) this.#print(this.versionTable.createSql);
    settings.log("INFO", logger, `Running ${step.log}`);
    if (settings.asSql) settings.output(`-- Running ${step.shortLog}\n\n`);
    this.#stepIndex = index;
    this.#emit({
      kind: "stepStarted",
      index,
      step: plannedStep(step, this.#heads, headsIfPossible(step, this.#heads) ?? this.#heads),
    });
    if (step.direction !== "stamp" && step.path !== null) settings.callMigration(step.path, step.direction, this);
    for (const change of step.versionChanges(this.#heads)) this.#changeVersion(change);
    for (const callback of versionCallbacks(settings.configure)) callback({ step: step.info, heads: [...this.#heads] });
    if (connection !== null && settings.command !== null) {
      const { state, stateRead } = settings.recorder.endOfStep(connection);
      this.#emit({ kind: "stepFinished", index, heads: [...this.#heads].sort(), state, stateRead });
    }
  }

  #changeVersion(change: VersionChange): void {
    this.#heads = headsAfter(this.#heads, [change]);
    const result = this.#run(this.versionTable.changeSql(change), undefined, null, undefined);
    if (this.settings.asSql || change.kind === "insert" || result.rowCount === 1) return;
    const what =
      change.kind === "update" ? `updating '${change.from}' to '${change.to}'` : `deleting '${change.revision}'`;
    throw new CommandError(
      `Online migration expected to match one row when ${what} in '${this.versionTable.name}'; ${result.rowCount} found`,
    );
  }

  #compile(operation: Operation) {
    if (operation.kind === "executeSql" && !this.settings.asSql) requireParameters(operation.sqltext);
    const namingConvention = namingConventionOf(this.settings.configure);
    return compileOperation(operation, {
      mode: this.settings.asSql ? "offline" : "online",
      createdTypes: this.#createdTypes,
      ...(namingConvention === undefined ? {} : { namingConvention }),
    });
  }

  #run(
    sql: string,
    parameters: readonly (string | null)[] | undefined,
    operation: Operation | null,
    location: SourceLocation | undefined,
  ): QueryResult {
    if (this.settings.asSql) {
      this.#print(sql);
      return noResult;
    }
    return this.#execute(sql, parameters, operation, location);
  }

  #execute(
    sql: string,
    parameters: readonly (string | null)[] | undefined,
    operation: Operation | null,
    location: SourceLocation | undefined,
  ): QueryResult {
    const { settings } = this;
    const { connection } = settings;
    if (connection === null) throw new CommandError("No connection was given to context.configure()");
    connection.begin();
    const place = { stepIndex: this.#stepIndex, sql, operation, location: location ?? null };
    const recorded = settings.command !== null;
    if (recorded && !this.#runStarted && operation !== null)
      this.#stateBeforeRun ??= settings.recorder.readState(connection);
    if (recorded) settings.recorder.beforeStatement(connection, operation);
    const started = settings.elapsed();
    try {
      const result = connection.execute(sql, parameters);
      const duration = settings.elapsed() - started;
      if (recorded) {
        this.#emit({
          kind: "statementExecuted",
          ...place,
          duration,
          rowCount: result.rowCount,
          notices: result.notices,
          ...settings.recorder.afterStatement(connection, operation),
        });
      }
      return result;
    } catch (error) {
      if (error instanceof DatabaseError) this.#emit({ kind: "statementFailed", ...place, error: error.fields });
      throw error;
    }
  }

  #placeOf(error: unknown): SourceLocation | null {
    return (error instanceof ProgramError ? error.location : undefined) ?? this.#failedLocation;
  }

  #attempt<T>(location: SourceLocation | undefined, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (location !== undefined) {
        this.#failedLocation = location;
        this.settings.failedAt(error, location);
      }
      throw error;
    }
  }

  #end(connection: AutobeginConnection, how: "commit" | "rollback"): void {
    if (how === "commit") {
      if (!this.#commit(connection)) return;
      this.settings.recorder.transactionEnded("commit");
      this.#emit({ kind: "transactionCommitted", heads: [...this.#heads].sort() });
      return;
    }
    if (connection.rollback()) this.#rolledBack(connection);
  }

  /** @throws DatabaseError where a deferred constraint does not hold: PostgreSQL has rolled back then */
  #commit(connection: AutobeginConnection): boolean {
    try {
      return connection.commit();
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const place = { stepIndex: this.#stepIndex, sql: "COMMIT", operation: null, location: null };
      this.#emit({ kind: "statementFailed", ...place, error: error.fields });
      this.#rolledBack(connection);
      throw error;
    }
  }

  #rolledBack(connection: AutobeginConnection): void {
    this.settings.recorder.transactionEnded("rollback");
    if (this.#runStarted)
      this.#emit({ kind: "transactionRolledBack", state: this.settings.recorder.readState(connection) });
  }

  #print(sql: string): void {
    this.settings.output(`${sql.replaceAll("\t", "    ").trim()};\n\n`);
  }

  #startRun(steps: readonly MigrationStep[]): void {
    const { connection, command } = this.settings;
    if (command === null || connection === null) return;
    const planned = plannedSteps(steps, this.#heads);
    const before = this.#beforeRun;
    this.#beforeRun = [];
    this.#runStarted = true;
    const state = this.#stateBeforeRun ?? this.settings.recorder.readState(connection);
    this.#emit({ kind: "runStarted", command, steps: planned, state });
    for (const event of before) this.#emit(event);
  }

  /** What happens before the plan is known is told after `runStarted`, which comes first. */
  #emit(event: MigrationEvent): void {
    if (this.settings.command === null) return;
    if (this.#runStarted) this.settings.emit(event);
    else this.#beforeRun.push(event);
  }
}

/** @throws InternalFailure when a row to remove is absent or a row to add is present */
function headsAfter(heads: ReadonlySet<string>, changes: readonly VersionChange[]): ReadonlySet<string> {
  return changes.reduce((rows, change) => applyVersionOperation(change, rows), heads);
}

/** What can be told before the run: a step that the version table will not allow ends the list, and the run when it comes to it. */
function plannedSteps(steps: readonly MigrationStep[], heads: ReadonlySet<string>): readonly PlannedStep[] {
  const planned: PlannedStep[] = [];
  let before = heads;
  for (const step of steps) {
    const after = headsIfPossible(step, before);
    if (after === null) break;
    planned.push(plannedStep(step, before, after));
    before = after;
  }
  return planned;
}

function headsIfPossible(step: MigrationStep, heads: ReadonlySet<string>): ReadonlySet<string> | null {
  try {
    return headsAfter(heads, step.versionChanges(heads));
  } catch (error) {
    if (error instanceof InternalFailure) return null;
    throw error;
  }
}

function plannedStep(step: MigrationStep, before: ReadonlySet<string>, after: ReadonlySet<string>): PlannedStep {
  return {
    direction: step.direction,
    revision: step.revision,
    doc: step.doc,
    path: step.path,
    fromHeads: [...before].sort(),
    toHeads: [...after].sort(),
  };
}

/** That of the one MetaData that env gave; several have none in common. */
export function namingConventionOf(configure: ConfigureOptions): NamingConvention | undefined {
  const { targetMetadata } = configure;
  if (targetMetadata === undefined || targetMetadata === null || Array.isArray(targetMetadata)) return undefined;
  return (targetMetadata as MetaData).namingConvention;
}

function versionCallbacks({ onVersionApply }: ConfigureOptions): readonly OnVersionApplyFunction[] {
  if (onVersionApply === undefined || onVersionApply === null) return [];
  return typeof onVersionApply === "function" ? [onVersionApply] : onVersionApply;
}
