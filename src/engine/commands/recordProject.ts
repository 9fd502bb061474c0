import type { QueryResult } from "../connection.ts";
import type { Operation } from "../operations/operation.ts";
import type { ConfigureOptions, OperationsHost, RevisionModule } from "../program.ts";
import type { MetaData } from "../schema/metadata.ts";
import { pathInProject } from "../script/projectPath.ts";
import { CommandSession } from "./commandSession.ts";
import { configFiles } from "./configFile.ts";
import { reportFailure } from "./reportFailure.ts";
import { typedCommand } from "./typedCommand.ts";
import type { World } from "./world.ts";

/** What a revision's function asked for, in order. */
export type RecordedStep =
  | { readonly kind: "operation"; readonly operation: Operation; readonly line: number | null }
  /** A statement on the connection: its rows were asked for, and what was made of them is not known here. */
  | { readonly kind: "query"; readonly operation: Operation; readonly line: number | null }
  | { readonly kind: "beginAutocommit" | "endAutocommit" };

/** One function of a revision file, run without a database. */
export interface RecordedFunction {
  readonly steps: readonly RecordedStep[];
  /** Why it ended before its end; null: it did not. */
  readonly failure: string | null;
}

export interface RecordedRevision {
  /** Relative to the project. */
  readonly path: string;
  readonly module: RevisionModule;
  readonly upgrade: RecordedFunction;
  readonly downgrade: RecordedFunction;
}

/** A project as data: its history as operations, its models, and how env configures Alembic. */
export interface RecordedProject {
  /** Relative to the project. */
  readonly environmentPath: string;
  readonly url: string | null;
  readonly configure: ConfigureOptions;
  readonly metadata: readonly MetaData[];
  /** In the order of their files. */
  readonly revisions: readonly RecordedRevision[];
}

const noRows: QueryResult = { columns: [], rows: [], command: "", rowCount: 0, notices: [] };
/** No row of a column, so that a loop over the rows ends at once instead of failing. */
const emptyRows: QueryResult = { ...noRows, columns: [{ name: "?column?", typeOid: 25 }] };
const givesRows = /^\s*(?:SELECT|WITH|VALUES|TABLE|SHOW)\b|\bRETURNING\b/i;

/** Runs env offline and both functions of each revision in it, and writes down what they ask for. @throws what env throws */
export function recordProject(world: World): RecordedProject {
  const silent: World = { ...world, stdout: () => undefined, stderr: () => undefined, emit: () => undefined };
  const session = new CommandSession(silent, configFiles([], world.environment), {}, typedCommand("upgrade head"));
  const scripts = session.openScripts();
  let configure: ConfigureOptions | null = null;
  let revisions: readonly RecordedRevision[] = [];
  session.runEnvironment(scripts, {
    asSql: true,
    plan: (_heads, context) => {
      if (configure !== null) return [];
      ({ configure } = context.settings);
      revisions = scripts.revisionPaths().flatMap((absolute): readonly RecordedRevision[] => {
        const path = pathInProject(session.projectFolder, absolute) ?? absolute;
        const module = world.program.loadRevision(path);
        return [{ path, module, upgrade: record(world, path, "upgrade"), downgrade: record(world, path, "downgrade") }];
      });
      return [];
    },
  });
  const configured: ConfigureOptions = configure ?? {};
  const { targetMetadata } = configured;
  return {
    environmentPath: scripts.environmentPath,
    url: session.config.getMainOption("sqlalchemy.url"),
    configure: configured,
    metadata: targetMetadata === null || targetMetadata === undefined ? [] : [targetMetadata].flat(),
    revisions,
  };
}

function record(world: World, path: string, direction: "upgrade" | "downgrade"): RecordedFunction {
  const steps: RecordedStep[] = [];
  const host: OperationsHost = {
    invoke: (operation, location) => {
      steps.push({ kind: "operation", operation, line: location?.line ?? null });
    },
    execute: (sql, parameters, location) => {
      const operation: Operation = { kind: "executeSql", sqltext: { kind: "text", text: sql, bindparams: parameters } };
      steps.push({ kind: "query", operation, line: location?.line ?? null });
      return givesRows.test(sql) ? emptyRows : noRows;
    },
    beginAutocommitBlock: () => {
      steps.push({ kind: "beginAutocommit" });
    },
    endAutocommitBlock: () => {
      steps.push({ kind: "endAutocommit" });
    },
  };
  try {
    world.program.callMigration(path, direction, host);
    return { steps, failure: null };
  } catch (error) {
    return { steps, failure: reportFailure(error, undefined).problem.message };
  }
}
