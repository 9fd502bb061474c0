import type { CommandProblem } from "../../src/engine/commands/world.ts";
import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import type { Connection } from "../../src/engine/connection.ts";
import type { PlannedStep } from "../../src/engine/runtime/migrationEvent.ts";
import { scanRevision } from "../../src/engine/script/scanRevision.ts";
import { openPythonProgram } from "../../src/languages/python/pythonProgram.ts";
import { pythonTemplates } from "../../src/languages/python/pythonTemplates.ts";
import { createOverlayFiles } from "../../src/worker/overlayFiles.ts";
import { openTestInterpreter } from "../languages/python/openTestInterpreter.ts";
import type { CheckedOutProject } from "./readProject.ts";
import { silentWorld } from "../silentWorld.ts";

/** Why a file did not run in one direction. */
export interface Failure {
  readonly path: string;
  readonly direction: "load" | "upgrade" | "downgrade";
  readonly reason: string;
  /** SQLSTATE; null: PostgreSQL did not say it. */
  readonly sqlstate: string | null;
  readonly line: number | null;
}

export interface ProjectReport {
  readonly files: number;
  /** The folder of the revisions, which the failures' paths begin in. */
  readonly versions: string;
  readonly upgraded: number;
  readonly downgraded: number;
  readonly failures: readonly Failure[];
}

/** In place of the project's own env.py, which opens its application: each revision in a transaction of its own. */
const env = `from alembic import context
from sqlalchemy import engine_from_config

connectable = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.")
with connectable.connect() as connection:
    context.configure(connection=connection, target_metadata=None, transaction_per_migration=True)
    with context.begin_transaction():
        context.run_migrations()
`;

const minutes = 60_000;
const mostFailures = 400;

/**
 * Runs every revision of a project up and down on a real PostgreSQL. One that fails is noted and stepped over, as `alembic stamp` would, so that the
 * others get their turn; what follows from its failure is theirs to tell.
 */
export async function runProject(connection: Connection, project: CheckedOutProject): Promise<ProjectReport> {
  const files: Record<string, string> = {
    ...project.files,
    "alembic.ini": `[alembic]\nscript_location = %(here)s/${project.scriptFolder}\nprepend_sys_path = .\npath_separator = os\nrecursive_version_locations = true\nsqlalchemy.url = postgresql://localhost/project\n`,
    [`${project.scriptFolder}/env.py`]: env,
  };
  const versions = `${project.scriptFolder}/versions/`;
  const revisions = Object.keys(files).filter((path) => path.startsWith(versions) && scanRevision(files[path] ?? ""));
  const failures: Failure[] = [];
  const upgraded = await walk("upgrade heads");
  const downgraded = await walk("downgrade base");
  return { files: revisions.length, versions, upgraded, downgraded, failures };

  async function walk(command: "upgrade heads" | "downgrade base"): Promise<number> {
    const direction = command.startsWith("upgrade") ? "upgrade" : "downgrade";
    let finished = 0;
    for (let attempt = 0; attempt < mostFailures; attempt++) {
      const { problem, step, done, traceback } = await runOnce(command);
      finished += done;
      if (problem === null) return finished;
      const path = step?.path ?? inVersions(traceback) ?? problem.location?.path ?? "";
      failures.push({
        path: path.slice(versions.length),
        direction: step === null ? "load" : direction,
        reason: problem.message,
        sqlstate: problem.database?.code ?? null,
        line: problem.location?.line ?? null,
      });
      if (connection.inTransaction) connection.execute("ROLLBACK");
      if (step !== null) stepOver(step);
      else if (!leaveOut(path)) throw new Error(`${problem.message} is in no file of ${versions}\n${traceback}`);
    }
    return finished;
  }

  async function runOnce(command: string) {
    const steps: PlannedStep[] = [];
    let done = 0;
    let step: PlannedStep | null = null;
    let traceback = "";
    const overlay = createOverlayFiles(files);
    const program = await openPythonProgram({
      interpreter: await openTestInterpreter(),
      files: overlay,
      timeLimit: 20 * minutes,
      now: () => performance.now(),
      print: (stream, text) => {
        if (stream === "stderr") traceback += text;
      },
    });
    const world = silentWorld({
      files: overlay,
      program,
      connect: () => connection,
      emit: (event) => {
        if (event.kind === "runStarted") steps.push(...event.steps);
        if (event.kind === "stepStarted") step = event.step;
        if (event.kind === "stepFinished") done++;
        if (event.kind === "stepFinished" && event.index === steps.length - 1) step = null;
      },
      templates: pythonTemplates,
      revisionSuffix: ".py",
    });
    const { problem, exitCode } = runCommandLine(command.split(" "), world);
    return {
      problem: exitCode === 0 ? null : (problem ?? unknownProblem),
      step: step as PlannedStep | null,
      done,
      traceback,
    };
  }

  /** The revision that imported what failed. */
  function inVersions(traceback: string): string | undefined {
    const paths = [...traceback.matchAll(/File "\/project\/([^"]+)"/g)].map((match) => match[1] ?? "");
    return paths.find((path) => path.startsWith(versions));
  }

  function stepOver({ toHeads }: PlannedStep): void {
    connection.execute("CREATE TABLE IF NOT EXISTS alembic_version (version_num varchar(32) PRIMARY KEY)");
    connection.execute("DELETE FROM alembic_version");
    for (const head of toHeads)
      connection.execute(`INSERT INTO alembic_version VALUES ('${head.replaceAll("'", "''")}')`);
  }

  /** A file that cannot be loaded keeps its place in the history and does nothing. */
  function leaveOut(path: string): boolean {
    const text = files[path] ?? "";
    const scanned = scanRevision(text);
    if (scanned === null || text.endsWith(leftOut)) return false;
    const named = Object.entries({
      revision: scanned.revision,
      down_revision: scanned.downRevision,
      branch_labels: scanned.branchLabels,
      depends_on: scanned.dependsOn,
    }).map(([name, value]) => `${name} = ${value === null ? "None" : JSON.stringify(value)}`);
    files[path] = `${named.join("\n")}\n${leftOut}`;
    return true;
  }
}

const leftOut = "\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n";
const unknownProblem: CommandProblem = { severity: "error", message: "the command failed and did not say why" };
