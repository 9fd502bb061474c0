import { inspectProject, type InspectedProject } from "../../../src/engine/commands/inspectProject.ts";
import { readDrift, type Drift } from "../../../src/engine/commands/readDrift.ts";
import { runCommandLine } from "../../../src/engine/commands/runCommandLine.ts";
import type { CommandOutcome, World } from "../../../src/engine/commands/world.ts";
import type { Connection } from "../../../src/engine/connection.ts";
import { readDatabaseState } from "../../../src/engine/reflection/readDatabaseState.ts";
import { StateReader } from "../../../src/engine/runtime/recorder.ts";
import type { MigrationEvent } from "../../../src/engine/runtime/migrationEvent.ts";
import { openPythonProgram } from "../../../src/languages/python/pythonProgram.ts";
import { pythonTemplates } from "../../../src/languages/python/pythonTemplates.ts";
import { createOverlayFiles } from "../../../src/worker/overlayFiles.ts";
import { splitWords } from "../../../src/worker/splitWords.ts";
import { openTestInterpreter } from "./openTestInterpreter.ts";

export interface ProjectRun extends CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly MigrationEvent[];
  readonly written: Readonly<Record<string, string>>;
}

/** A Python project on a real database, run as the worker runs it. */
export interface PythonProject {
  readonly files: Record<string, string>;
  /** Runs a line such as `alembic upgrade head` and keeps the files that it writes. */
  run(line: string): Promise<ProjectRun>;
  drift(): Promise<Drift>;
  inspect(): Promise<InspectedProject>;
}

export function openPythonProject(
  connection: Connection,
  files: Readonly<Record<string, string>>,
  timeLimit = 5000,
): PythonProject {
  const project: Record<string, string> = { ...files };
  let ids = 0;

  async function withWorld<Result>(use: (world: World) => Result) {
    const output = { stdout: "", stderr: "" };
    const events: MigrationEvent[] = [];
    const overlay = createOverlayFiles(project);
    const program = await openPythonProgram({
      interpreter: await openTestInterpreter(),
      files: overlay,
      timeLimit,
      now: () => performance.now(),
      print: (stream, text) => {
        output[stream] += text;
      },
    });
    const result = use({
      files: overlay,
      program,
      connect: () => connection,
      emit: (event) => events.push(event),
      stdout: (text) => {
        output.stdout += text;
      },
      stderr: (text) => {
        output.stderr += text;
      },
      now: () => new Date(Date.UTC(2026, 0, 17, 20, 37, 16, 951)),
      randomId: () => `00000000000${++ids}`.slice(-12),
      templates: pythonTemplates,
      revisionSuffix: ".py",
      environment: {},
      openRecorder: () => new StateReader(readDatabaseState),
    });
    if (connection.inTransaction) connection.execute("ROLLBACK");
    Object.assign(project, overlay.written);
    return { result, output, events, written: overlay.written };
  }

  return {
    files: project,
    async run(line) {
      const { result, output, events, written } = await withWorld((world) =>
        runCommandLine(splitWords(line).slice(1), world),
      );
      return { ...result, ...output, events, written };
    },
    drift: async () => (await withWorld(readDrift)).result,
    inspect: async () => (await withWorld(inspectProject)).result,
  };
}
