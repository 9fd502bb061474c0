import { inspectProject, type InspectedProject } from "../../src/engine/commands/inspectProject.ts";
import { readDrift, type Drift } from "../../src/engine/commands/readDrift.ts";
import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import type { CommandOutcome, World } from "../../src/engine/commands/world.ts";
import type { Connection } from "../../src/engine/connection.ts";
import type { Program } from "../../src/engine/program.ts";
import type { MigrationEvent } from "../../src/engine/runtime/migrationEvent.ts";
import { createOverlayFiles, type OverlayFiles } from "../../src/worker/overlayFiles.ts";
import { splitWords } from "../../src/worker/splitWords.ts";

export interface ProjectRun extends CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly MigrationEvent[];
  readonly written: Readonly<Record<string, string>>;
}

/** A project on a real database, run as the worker runs it. */
export interface Project {
  readonly files: Record<string, string>;
  /** Runs a line such as `alembic upgrade head` and keeps the files that it writes. */
  run(line: string): Promise<ProjectRun>;
  drift(): Promise<Drift>;
  inspect(): Promise<InspectedProject>;
  /** Both at once, as the page asks. */
  compare(): Promise<{ readonly drift: Drift; readonly revisions: InspectedProject["revisions"] }>;
}

export interface ProgramSettings {
  readonly files: OverlayFiles;
  now(): number;
  print(stream: "stdout" | "stderr", text: string): void;
}

/** What differs between the languages. */
export interface ProjectLanguage extends Pick<World, "templates" | "revisionSuffix" | "openRecorder"> {
  openProgram(settings: ProgramSettings): Promise<Program>;
}

/** @param connection the main database; `connect` finds it and others, where there are others */
export function createProject(
  language: ProjectLanguage,
  connection: Connection,
  files: Readonly<Record<string, string>>,
  connect: World["connect"] = () => connection,
): Project {
  const { openProgram, ...ofLanguage } = language;
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
    const program = await openProgram({
      files: overlay,
      now: () => performance.now(),
      print: (stream, text) => {
        output[stream] += text;
      },
    });
    const result = use({
      ...ofLanguage,
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
      environment: {},
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
    compare: async () =>
      (await withWorld((world) => ({ drift: readDrift(world), revisions: inspectProject(world).revisions }))).result,
  };
}
