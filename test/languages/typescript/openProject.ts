import { runCommandLine } from "../../../src/engine/commands/runCommandLine.ts";
import { readDrift, type Drift } from "../../../src/engine/commands/readDrift.ts";
import { inspectProject, type InspectedProject } from "../../../src/engine/commands/inspectProject.ts";
import type { CommandOutcome, World } from "../../../src/engine/commands/world.ts";
import type { Connection } from "../../../src/engine/connection.ts";
import { StateRecorder } from "../../../src/engine/observation/stateRecorder.ts";
import type { MigrationEvent } from "../../../src/engine/runtime/migrationEvent.ts";
import { projectTemplate } from "../../../src/languages/typescript/projectTemplate.ts";
import { openTypeScriptProgram } from "../../../src/languages/typescript/typescriptProgram.ts";
import { createOverlayFiles } from "../../../src/worker/overlayFiles.ts";
import { splitWords } from "../../../src/worker/splitWords.ts";
import { starters } from "../../../src/workspace/starters/starters.ts";

export interface ProjectRun extends CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly MigrationEvent[];
  readonly written: Readonly<Record<string, string>>;
}

/** A TypeScript project on a real database, run as the worker runs it. */
export interface Project {
  readonly files: Record<string, string>;
  /** Runs a line such as `alembic upgrade head` and keeps the files that it writes. */
  run(line: string): Promise<ProjectRun>;
  drift(): Promise<Drift>;
  inspect(): Promise<InspectedProject>;
  /** Both at once, as the page asks. */
  compare(): Promise<{ readonly drift: Drift; readonly revisions: InspectedProject["revisions"] }>;
}

export function starterFiles(id: "blog" | "scratch"): Readonly<Record<string, string>> {
  const starter = starters.find((candidate) => candidate.id === id);
  if (starter === undefined) throw new Error(`no starter ${id}`);
  return starter.files;
}

export function openProject(
  connection: Connection,
  files: Readonly<Record<string, string>>,
  timeLimit = 3000,
  connect: World["connect"] = () => connection,
): Project {
  const project: Record<string, string> = { ...files };
  let ids = 0;

  /** One that no file of the project has. */
  function nextId(): string {
    const id = `00000000000${++ids}`.slice(-12);
    return Object.keys(project).some((path) => path.includes(id)) ? nextId() : id;
  }

  async function withWorld<Result>(use: (world: World) => Result) {
    const output = { stdout: "", stderr: "" };
    const events: MigrationEvent[] = [];
    const overlay = createOverlayFiles(project);
    const program = await openTypeScriptProgram({
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
      connect,
      emit: (event) => events.push(event),
      stdout: (text) => {
        output.stdout += text;
      },
      stderr: (text) => {
        output.stderr += text;
      },
      now: () => new Date(Date.UTC(2026, 0, 17, 20, 37, 16, 951)),
      randomId: nextId,
      templates: [projectTemplate],
      revisionSuffix: ".ts",
      environment: {},
      openRecorder: () => new StateRecorder(),
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
    compare: async () =>
      (await withWorld((world) => ({ drift: readDrift(world), revisions: inspectProject(world).revisions }))).result,
    inspect: async () => (await withWorld(inspectProject)).result,
  };
}
