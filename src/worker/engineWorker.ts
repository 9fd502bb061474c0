import type { PGlite } from "@electric-sql/pglite";
import { openPglite } from "../database/openPglite.ts";
import { DatabaseGoneError, PgliteConnection } from "../database/pgliteConnection.ts";
import { inspectProject } from "../engine/commands/inspectProject.ts";
import { readDrift } from "../engine/commands/readDrift.ts";
import { runCommandLine } from "../engine/commands/runCommandLine.ts";
import type { World } from "../engine/commands/world.ts";
import { readDatabaseState } from "../engine/reflection/readDatabaseState.ts";
import { projectTemplate } from "../languages/typescript/projectTemplate.ts";
import { compileSandbox, type Sandbox } from "../languages/typescript/sandbox.ts";
import { createTypeScriptProgram } from "../languages/typescript/typescriptProgram.ts";
import type { BootAssets, FileMap, ProjectState, WorkerRequest, WorkerResponse } from "./messages.ts";
import { createOverlayFiles, type OverlayFiles } from "./overlayFiles.ts";
import { runSql } from "./runSql.ts";
import { splitWords } from "./splitWords.ts";
import { stripGlobal } from "./stripGlobal.ts";

/** PGlite, the sandbox and the engine in one thread; everything here answers synchronously once it has booted. */
interface Engine {
  readonly database: PGlite;
  readonly connection: PgliteConnection;
  readonly sandbox: Sandbox;
}

let engine: Engine | null = null;

const respond = (response: WorkerResponse): void => self.postMessage(response);

self.addEventListener("message", (event: MessageEvent<WorkerRequest>) => {
  void handle(event.data);
});

async function handle(request: WorkerRequest): Promise<void> {
  if (request.kind === "boot") {
    await boot(request.assets, request.restore);
    return;
  }
  try {
    if (engine === null) throw new Error("the database has not started yet");
    await answer(engine, request);
  } catch (error) {
    respond({
      kind: "failed",
      id: request.id,
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      fatal: error instanceof DatabaseGoneError || error instanceof WebAssembly.RuntimeError,
    });
  }
}

async function boot(assets: BootAssets, restore: Blob | null): Promise<void> {
  try {
    respond({ kind: "booting", stage: "database" });
    const database = await openPglite({ ...assets, dataDirectory: restore ?? assets.dataDirectory });
    respond({ kind: "booting", stage: "sandbox" });
    const sandbox = await compileSandbox(assets.quickjsWasm);
    const connection = new PgliteConnection(database);
    const serverVersion = connection.execute("SHOW server_version").rows[0]?.[0] ?? "";
    stripGlobal();
    engine = { database, connection, sandbox };
    respond({ kind: "ready", serverVersion });
  } catch (error) {
    respond({ kind: "bootFailed", message: error instanceof Error ? error.message : String(error) });
  }
}

async function answer(running: Engine, request: Exclude<WorkerRequest, { readonly kind: "boot" }>): Promise<void> {
  switch (request.kind) {
    case "command":
      return runCommand(running, request.id, request.line, request.files, request.columns);
    case "inspect":
      return respond({ kind: "inspected", id: request.id, project: inspect(running, request.files) });
    case "drift": {
      const drift = withWorld(running, request.id, createOverlayFiles(request.files), {}, readDrift);
      return respond({ kind: "drifted", id: request.id, drift });
    }
    case "sql":
      return respond({ kind: "sqlFinished", id: request.id, ...runSql(running.connection, request.sql) });
    case "dump": {
      const dataDirectory = await running.database.dumpDataDir("none");
      return respond({ kind: "dumped", id: request.id, dataDirectory });
    }
  }
}

function runCommand(running: Engine, id: number, line: string, files: FileMap, columns: number): void {
  const overlay = createOverlayFiles(files);
  const [, ...argv] = splitWords(line);
  const outcome = withWorld(running, id, overlay, { columns, wrapColumns: columns }, (world) => runCommandLine(argv, world));
  if (running.connection.inTransaction) running.connection.execute("ROLLBACK");
  respond({
    kind: "commandFinished",
    id,
    exitCode: outcome.exitCode,
    writtenFiles: overlay.written,
    openFile: outcome.openFile ?? null,
    problem: outcome.problem ?? null,
    project: inspect(running, { ...files, ...overlay.written }),
  });
}

function inspect(running: Engine, files: FileMap): ProjectState {
  const project = withWorld(running, null, createOverlayFiles(files), {}, inspectProject);
  return { ...project, database: readDatabaseState(running.connection) };
}

/** @param id the request whose terminal hears what is printed; null: nobody does */
function withWorld<Result>(
  running: Engine,
  id: number | null,
  files: OverlayFiles,
  terminal: { readonly columns?: number; readonly wrapColumns?: number },
  use: (world: World) => Result,
): Result {
  const print = (stream: "stdout" | "stderr") => (text: string) => {
    if (id !== null) respond({ kind: "output", id, stream, text });
  };
  const program = createTypeScriptProgram({ sandbox: running.sandbox, files, print: (stream, text) => print(stream)(text) });
  try {
    return use({
      files,
      program,
      connect: () => running.connection,
      emit: (event) => {
        if (id !== null) respond({ kind: "event", id, event });
      },
      stdout: print("stdout"),
      stderr: print("stderr"),
      now: () => new Date(),
      microseconds: () => Math.floor((performance.now() % 1) * 1000),
      elapsed: () => performance.now(),
      randomId: () => [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
      templates: [projectTemplate],
      revisionSuffix: ".ts",
      environment: {},
      readState: readDatabaseState,
      projectFolder: "/project",
      ...terminal,
    });
  } finally {
    program.dispose();
  }
}

