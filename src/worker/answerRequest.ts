import { saveDelta } from "../database/savedDatabase.ts";
import { inspectProject } from "../engine/commands/inspectProject.ts";
import { readDrift, type Drift } from "../engine/commands/readDrift.ts";
import { proveProject } from "../engine/commands/proveProject.ts";
import { readDifference } from "../engine/commands/readDifference.ts";
import { runCommandLine } from "../engine/commands/runCommandLine.ts";
import type { World } from "../engine/commands/world.ts";
import { StateRecorder } from "../engine/observation/stateRecorder.ts";
import { readDatabaseState, type DatabaseSnapshot } from "../engine/reflection/readDatabaseState.ts";
import { writeModels } from "./writeModels.ts";
import { prepareRuntime } from "../languages/typescript/spareRuntime.ts";
import { answerQueries } from "./answerQueries.ts";
import type { Connection } from "../engine/connection.ts";
import type { DatabaseRun } from "./databases.ts";
import type { Engine } from "./engine.ts";
import type { FileMap, ProjectState, WorkerRequest, WorkerResponse } from "./messages.ts";
import { openProgram } from "./openProgram.ts";
import { createOverlayFiles, type OverlayFiles } from "./overlayFiles.ts";
import { readRows } from "./readRows.ts";
import { runSql } from "./runSql.ts";
import { splitWords } from "./splitWords.ts";
import { translateProject } from "./translateProject.ts";
import { writeScript } from "./writeScript.ts";

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
      const world = quietWorld(running, files, { timeLimit: timeLimits.comparison, takenAdvice });
      const { drift, project } = await withWorld(running, world, (opened) => {
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
    case "prove": {
      const { files, revisions } = request;
      const world = quietWorld(running, files, { timeLimit: timeLimits.proof });
      const proof = await withWorld(running, world, (opened) => proveProject(opened, revisions));
      running.questions.forget();
      return respond({ kind: "proved", id: request.id, proof });
    }
    case "difference": {
      const { files, from, to } = request;
      const world = quietWorld(running, files, { timeLimit: timeLimits.proof });
      const result = await withWorld(running, world, (opened) => readDifference(opened, from, to));
      running.questions.forget();
      return respond({ kind: "differed", id: request.id, result });
    }
    case "sql":
      return runTypedSql(running, request);
    case "rows":
      return respond({ kind: "rowsRead", id: request.id, rows: readRows(running.connection) });
    case "script":
      return respond({ kind: "scripted", id: request.id, sql: writeScript(running.connection) });
    case "models":
      return respond({
        kind: "modelsWritten",
        id: request.id,
        text: writeModels(running.connection, request.language),
      });
    case "translate": {
      const { files, name } = request;
      const world = quietWorld(running, files, { timeLimit: timeLimits.command });
      const translation = await withWorld(running, world, (opened) => translateProject(opened, files, name));
      return respond({ kind: "translated", id: request.id, ...translation });
    }
    case "dump": {
      const base = await running.base;
      const delta = await saveDelta(running.database, base);
      const others = await running.databases.saveOthers();
      return respond({ kind: "dumped", id: request.id, database: { delta, base: null, baseName: base.name, others } });
    }
  }
}

async function runTypedSql(
  running: Engine,
  { id, sql, database }: Extract<WorkerRequest, { readonly kind: "sql" }>,
): Promise<void> {
  const connection = database === undefined ? running.connection : await running.databases.reach(database);
  databaseChanged(running);
  if (connection !== null) return respond({ kind: "sqlFinished", id, ...runSql(connection, sql) });
  const error = {
    severity: "FATAL",
    code: "3D000",
    message: `database "${database}" does not exist`,
    hint: `There are: ${[running.databases.mainName ?? "postgres", ...running.databases.others].join(", ")}.`,
    sql,
  };
  return respond({ kind: "sqlFinished", id, results: [], error, changed: false, database: databaseState(running) });
}

async function runCommand(
  running: Engine,
  request: Extract<WorkerRequest, { readonly kind: "command" }>,
): Promise<void> {
  let attempt = await attemptCommand(running, request);
  while (attempt.run.wanted !== null && attempt.answer.exitCode !== 0) {
    await running.databases.open(attempt.run.wanted);
    attempt = await attemptCommand(running, request);
  }
  for (const response of attempt.held) respond(response);
  respond({
    ...attempt.answer,
    otherDatabases: attempt.run.others,
    project: await inspect(running, { ...request.files, ...attempt.answer.writtenFiles }),
  });
}

interface Attempt {
  readonly run: DatabaseRun;
  /** What it said before it began to change a database: not said where it has to begin again. */
  readonly held: readonly WorkerResponse[];
  readonly answer: Omit<Extract<WorkerResponse, { readonly kind: "commandFinished" }>, "otherDatabases" | "project">;
}

async function attemptCommand(
  running: Engine,
  { id, line, files, columns, takenAdvice }: Extract<WorkerRequest, { readonly kind: "command" }>,
): Promise<Attempt> {
  const overlay = createOverlayFiles(files);
  const [, ...argv] = splitWords(line);
  const run = running.databases.run();
  let held: WorkerResponse[] = [];
  let begun = false;
  const say = (response: WorkerResponse): void => {
    if (!begun && response.kind === "event") {
      begun = true;
      for (const earlier of held) respond(earlier);
      held = [];
    }
    if (begun) respond(response);
    else held.push(response);
  };
  const world: WorldSettings = {
    files: overlay,
    timeLimit: timeLimits.command,
    columns,
    takenAdvice,
    hearer: { id, say },
    connect: (url, section) => run.connect(url, section),
  };
  // Alembic has a connection of its own, which what was SET in the SQL pane does not reach.
  running.connection.endSession();
  const outcome = await withWorld(running, world, (opened) => runCommandLine(argv, opened));
  databaseChanged(running);
  // Alembic closes its connections: what a migration SET or made for itself alone ends with the command.
  for (const connection of [running.connection, ...run.connections]) connection.endSession();
  return {
    run,
    held,
    answer: {
      kind: "commandFinished",
      id,
      exitCode: outcome.exitCode,
      writtenFiles: overlay.written,
      openFile: outcome.openFile ?? null,
      problem: outcome.problem ?? null,
    },
  };
}

async function inspect(running: Engine, files: FileMap): Promise<ProjectState> {
  const world = quietWorld(running, files, { timeLimit: timeLimits.inspection });
  const project = await withWorld(running, world, (opened) => inspectProject(opened));
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
const timeLimits = { command: 5000, inspection: 1000, comparison: 1000, proof: 5000 };
/** Loading thousands of revision files is no loop without an end: each one beyond these gives the project more time, in milliseconds. */
const moreTime = { after: 100, perFile: 5 };

/** For what happens by itself: nobody hears it, and it asks the database that is shown through what is remembered of it. */
function quietWorld(
  { databases, questions }: Engine,
  files: FileMap,
  limits: Pick<WorldSettings, "timeLimit" | "takenAdvice">,
): WorldSettings {
  const run = databases.run();
  return {
    ...limits,
    files: createOverlayFiles(files),
    connect: (url, section) => {
      const connection = run.connect(url, section);
      return connection === databases.main ? questions : connection;
    },
  };
}

interface WorldSettings {
  readonly files: OverlayFiles;
  readonly timeLimit: number;
  /** The terminal's width; absent: there is no terminal. */
  readonly columns?: number;
  readonly takenAdvice?: readonly string[];
  /** Who hears what is printed and what happens; absent: nobody. */
  readonly hearer?: { readonly id: number; say(response: WorkerResponse): void };
  connect(url: string, section: string): Connection;
}

async function withWorld<Result>(
  running: Engine,
  { files, timeLimit, columns, takenAdvice, hearer, connect }: WorldSettings,
  use: (world: World) => Result,
): Promise<Result> {
  const began = performance.now();
  const print = (stream: "stdout" | "stderr", text: string): void =>
    hearer?.say({ kind: "output", id: hearer.id, stream, text });
  const language = await openProgram({
    quickjsWasm: running.quickjsWasm,
    files,
    print,
    timeLimit: timeLimit + Math.max(0, files.list().length - moreTime.after) * moreTime.perFile,
    now: () => performance.now(),
  });
  return use({
    files,
    ...language,
    connect,
    emit: (event) => hearer?.say({ kind: "event", id: hearer.id, event }),
    stdout: (text) => print("stdout", text),
    stderr: (text) => print("stderr", text),
    now: () => new Date(),
    microseconds: () => Math.floor((performance.now() % 1) * 1000),
    elapsed: () => performance.now(),
    randomId: () =>
      [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    environment: {},
    openRecorder: () => new StateRecorder({ elapsed: () => performance.now() - began }),
    projectFolder: "/project",
    ...(takenAdvice === undefined ? {} : { takenAdvice }),
    ...(columns === undefined ? {} : { columns, wrapColumns: columns }),
  });
}
