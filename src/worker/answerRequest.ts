import { saveDelta } from "../database/savedDatabase.ts";
import { inspectProject } from "../engine/commands/inspectProject.ts";
import { readDrift, type Drift } from "../engine/commands/readDrift.ts";
import { runCommandLine } from "../engine/commands/runCommandLine.ts";
import type { World } from "../engine/commands/world.ts";
import { readDatabaseState, type DatabaseSnapshot } from "../engine/reflection/readDatabaseState.ts";
import { prepareRuntime } from "../languages/typescript/spareRuntime.ts";
import { answerQueries } from "./answerQueries.ts";
import type { Engine } from "./engine.ts";
import type { FileMap, ProjectState, WorkerRequest, WorkerResponse } from "./messages.ts";
import { openProgram } from "./openProgram.ts";
import { createOverlayFiles, type OverlayFiles } from "./overlayFiles.ts";
import { readRows } from "./readRows.ts";
import { runSql } from "./runSql.ts";
import { splitWords } from "./splitWords.ts";

export { openPython } from "./openPython.ts";

const respond = (response: WorkerResponse): void => self.postMessage(response);

/** Opens what the next command would wait for. */
export function prepare({ quickjsWasm }: Engine): void {
  prepareRuntime(quickjsWasm);
}

/** Answers one request; everything but the opening of a program is synchronous. @throws what ends the engine */
export async function answerRequest(
  running: Engine,
  request: Exclude<WorkerRequest, { readonly kind: "boot" }>,
): Promise<void> {
  switch (request.kind) {
    case "command":
      return runCommand(running, request);
    case "compare": {
      const { files, takenAdvice, run } = request;
      const world = { files: createOverlayFiles(files), timeLimit: timeLimits.comparison, takenAdvice };
      const { drift, project } = await withWorld(running, null, world, (opened) => {
        const found = run ? readDrift(opened) : null;
        // What a broken env leaves behind is no ground to judge the revision files on.
        const inspected = isBroken(found) ? null : inspectProject(opened, run ? "all" : "none");
        return { drift: found, project: inspected };
      });
      // An env that does more than ask.
      if (running.questions.changed) databaseChanged(running);
      const answers = answerQueries(running.connection, request.queries);
      return respond({
        kind: "compared",
        id: request.id,
        drift,
        project: project === null ? await inspect(running, files) : { ...project, database: databaseState(running) },
        answers,
      });
    }
    case "sql":
      databaseChanged(running);
      return respond({ kind: "sqlFinished", id: request.id, ...runSql(running.connection, request.sql) });
    case "rows":
      return respond({ kind: "rowsRead", id: request.id, rows: readRows(running.connection) });
    case "dump": {
      const base = await running.base;
      const delta = await saveDelta(running.database, base);
      return respond({ kind: "dumped", id: request.id, database: { delta, base: null, baseName: base.name } });
    }
  }
}

async function runCommand(
  running: Engine,
  { id, line, files, columns, takenAdvice }: Extract<WorkerRequest, { readonly kind: "command" }>,
): Promise<void> {
  const overlay = createOverlayFiles(files);
  const [, ...argv] = splitWords(line);
  const world = { files: overlay, timeLimit: timeLimits.command, columns, takenAdvice };
  const outcome = await withWorld(running, id, world, (opened) => runCommandLine(argv, opened));
  databaseChanged(running);
  if (running.connection.inTransaction) running.connection.execute("ROLLBACK");
  respond({
    kind: "commandFinished",
    id,
    exitCode: outcome.exitCode,
    writtenFiles: overlay.written,
    openFile: outcome.openFile ?? null,
    problem: outcome.problem ?? null,
    project: await inspect(running, { ...files, ...overlay.written }),
  });
}

async function inspect(running: Engine, files: FileMap): Promise<ProjectState> {
  const world = { files: createOverlayFiles(files), timeLimit: timeLimits.inspection };
  const project = await withWorld(running, null, world, (opened) => inspectProject(opened));
  return { ...project, database: databaseState(running) };
}

function databaseState(running: Engine): DatabaseSnapshot {
  return (running.knownState ??= readDatabaseState(running.questions));
}

function databaseChanged(running: Engine): void {
  running.questions.forget();
  running.knownState = null;
}

function isBroken(drift: Drift | null): boolean {
  return drift !== null && drift.unavailable !== null && drift.unavailable.severity === "error";
}

/** Milliseconds that a project's files may run: what the user waits for gets longer than what happens by itself. */
const timeLimits = { command: 5000, inspection: 1000, comparison: 1000 };

interface WorldSettings {
  readonly files: OverlayFiles;
  readonly timeLimit: number;
  /** The terminal's width; absent: there is no terminal. */
  readonly columns?: number;
  readonly takenAdvice?: readonly string[];
}

/** @param id the request whose terminal hears what is printed; null: nobody does */
async function withWorld<Result>(
  running: Engine,
  id: number | null,
  { files, timeLimit, columns, takenAdvice }: WorldSettings,
  use: (world: World) => Result,
): Promise<Result> {
  const print = (stream: "stdout" | "stderr", text: string): void => {
    if (id !== null) respond({ kind: "output", id, stream, text });
  };
  const language = await openProgram({
    quickjsWasm: running.quickjsWasm,
    files,
    print,
    timeLimit,
    now: () => performance.now(),
  });
  return use({
    files,
    ...language,
    connect: () => (id === null ? running.questions : running.connection),
    emit: (event) => {
      if (id !== null) respond({ kind: "event", id, event });
    },
    stdout: (text) => print("stdout", text),
    stderr: (text) => print("stderr", text),
    now: () => new Date(),
    microseconds: () => Math.floor((performance.now() % 1) * 1000),
    elapsed: () => performance.now(),
    randomId: () =>
      [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    environment: {},
    readState: readDatabaseState,
    projectFolder: "/project",
    ...(takenAdvice === undefined ? {} : { takenAdvice }),
    ...(columns === undefined ? {} : { columns, wrapColumns: columns }),
  });
}
