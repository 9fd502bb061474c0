import type { Connection } from "../connection.ts";
import type { OperationsHost } from "../program.ts";
import { GuardedConnection } from "../proof/guardedConnection.ts";
import { holdSequences } from "../proof/holdSequences.ts";
import type { Failure } from "../proof/proveRevisions.ts";
import { applyVersionOperation } from "../runtime/headMaintainer.ts";
import type { MigrationContext } from "../runtime/migrationContext.ts";
import type { MigrationStep } from "../runtime/migrationStep.ts";
import type { RevisionMap } from "../script/revisionMap.ts";
import type { VersionChange } from "../runtime/versionTable.ts";
import { CommandSession } from "./commandSession.ts";
import { configFiles } from "./configFile.ts";
import type { ProjectProblem } from "./inspectProject.ts";
import { reportFailure } from "./reportFailure.ts";
import { typedCommand } from "./typedCommand.ts";
import type { World } from "./world.ts";

/** Env has run, and a transaction is open in which migrations can be tried. */
export interface RolledBackRun {
  readonly map: RevisionMap;
  /** The folder of the project, as paths of revisions begin with it. */
  readonly folder: string;
  readonly context: MigrationContext;
  readonly connection: Connection;
  /** The key of the version table. */
  readonly versionTable: string;
  /** The rows of the version table when the run began. */
  readonly heads: readonly string[];
  /** Runs a step and its change of the version table; nothing is left of one that fails. */
  step(step: MigrationStep): Failure | null;
  /** Does something, and takes it back unless `keep` says otherwise. */
  savepoint<Result>(work: () => Result, keep: (result: Result) => boolean): Result;
}

/**
 * Runs env with a connection on which a transaction is open, lets `use` try migrations in it, and rolls it back: nothing of it stays, not even the
 * numbers that sequences gave out. What could not be rolled back is refused.
 * @returns why it could not be done, such as a mistake in env; null when it could
 */
export function runRolledBack(world: World, use: (run: RolledBackRun) => void): ProjectProblem | null {
  const guarded = new Map<Connection, GuardedConnection>();
  const connect = (url: string, section: string): Connection => {
    const connection = world.connect(url, section);
    const known = guarded.get(connection);
    if (known !== undefined) return known;
    connection.execute("BEGIN");
    const guard = new GuardedConnection(connection);
    guarded.set(connection, guard);
    holdSequences(connection);
    return guard;
  };
  const silent: World = { ...world, connect, stdout: () => undefined, stderr: () => undefined, emit: () => undefined };
  let session: CommandSession | null = null;
  try {
    const opened = new CommandSession(silent, configFiles([], world.environment), {}, typedCommand("upgrade head"));
    session = opened;
    const scripts = opened.openScripts();
    opened.runEnvironment(scripts, {
      dontMutate: true,
      plan: (heads, context) => {
        use(openRun(opened, context, scripts.map, heads, [...guarded.values()]));
        return [];
      },
    });
    return null;
  } catch (error) {
    const { message, hint, location } = reportFailure(error, session?.locationOf(error)).problem;
    return {
      severity: "error",
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(location === undefined ? {} : { location }),
    };
  } finally {
    for (const connection of guarded.keys()) if (connection.inTransaction) connection.execute("ROLLBACK");
  }
}

function openRun(
  session: CommandSession,
  context: MigrationContext,
  map: RevisionMap,
  heads: readonly string[],
  guards: readonly GuardedConnection[],
): RolledBackRun {
  const { connection } = context.settings;
  if (connection === null) throw new Error("env was run without a connection");
  const { versionTable } = context;
  if (!versionTable.exists(connection)) connection.execute(versionTable.createSql);
  let rows: ReadonlySet<string> = new Set(heads);
  let depth = 0;
  const takeRefusal = (): string | null =>
    guards.reduce<string | null>((first, guard) => first ?? guard.takeRefusal(), null);
  const host: OperationsHost = {
    invoke: (operation, location) => context.invoke(operation, location),
    execute: (sql, parameters, location) => context.execute(sql, parameters, location),
    beginAutocommitBlock: () =>
      guards[0]?.refuse("it has an autocommit block, which commits and could not be taken back"),
    endAutocommitBlock: () => undefined,
  };

  function savepoint<Result>(work: () => Result, keep: (result: Result) => boolean): Result {
    if (connection === null) throw new Error("env was run without a connection");
    const name = `stillroom_${++depth}`;
    const before = rows;
    connection.execute(`SAVEPOINT ${name}`);
    let kept = false;
    try {
      const result = work();
      kept = keep(result);
      return result;
    } finally {
      if (!kept) {
        connection.execute(`ROLLBACK TO SAVEPOINT ${name}`);
        rows = before;
      }
      connection.execute(`RELEASE SAVEPOINT ${name}`);
      depth--;
    }
  }

  function change(versionChange: VersionChange): void {
    rows = applyVersionOperation(versionChange, rows);
    connection?.execute(versionTable.changeSql(versionChange));
  }

  return {
    map,
    folder: session.projectFolder,
    context,
    connection,
    versionTable: versionTable.name,
    heads,
    savepoint,
    step: (step) =>
      savepoint(
        (): Failure | null => {
          takeRefusal();
          try {
            if (step.direction !== "stamp" && step.path !== null)
              session.world.program.callMigration(step.path, step.direction, host);
            for (const versionChange of step.versionChanges(rows)) change(versionChange);
          } catch (error) {
            const refusal = takeRefusal();
            if (refusal !== null) return { kind: "refused", message: refusal };
            return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
          }
          const refusal = takeRefusal();
          return refusal === null ? null : { kind: "refused", message: refusal };
        },
        (failure) => failure === null,
      ),
  };
}
