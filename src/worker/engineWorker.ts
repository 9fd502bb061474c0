import { decompress } from "../database/gzip.ts";
import { openPglite } from "../database/openPglite.ts";
import { DatabaseGoneError, PgliteConnection } from "../database/pgliteConnection.ts";
import { readDelta, rebaseDelta, type BaseDirectory } from "../database/savedDatabase.ts";
import { Databases } from "./databases.ts";
import type { Engine } from "./engine.ts";
import type { BootAssets, SavedDatabase, WorkerMessage, WorkerRequest, WorkerResponse } from "./messages.ts";
import { RememberingConnection } from "./rememberingConnection.ts";
import { stripGlobal } from "./stripGlobal.ts";

type AnswerModule = typeof import("./answerRequest.ts");

interface Running {
  readonly engine: Engine;
  /** Everything else than the database, read only once that has started: the two would keep each other from the processor. */
  readonly answering: Promise<AnswerModule>;
}

let running: Running | null = null;

const respond = (response: WorkerResponse): void => self.postMessage(response);

self.addEventListener("message", (event: MessageEvent<WorkerMessage>) => {
  void handle(event.data);
});

async function handle(message: WorkerMessage): Promise<void> {
  if (message.kind === "boot") {
    await boot(message.assets, message.restore);
    return;
  }
  try {
    if (running === null) throw new Error("the database has not started yet");
    const { engine, answering } = running;
    const { answerRequest, openPython, prepare } = await answering;
    if (message.kind === "extension") {
      engine.databases.install(new Uint8Array(message.archive));
      return;
    }
    if (message.kind === "python") {
      await openPython(message.assets).finally(() => respond({ kind: "pythonOpened" }));
      return;
    }
    await answerRequest(engine, message);
    // Opened while nobody waits for it: at the next key press it is there.
    setTimeout(prepare, 0, engine);
  } catch (error) {
    if (message.kind !== "python" && message.kind !== "extension") respond(failed(message, error));
  }
}

function failed(request: Exclude<WorkerRequest, { readonly kind: "boot" }>, error: unknown): WorkerResponse {
  return {
    kind: "failed",
    id: request.id,
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    fatal: error instanceof DatabaseGoneError || error instanceof WebAssembly.RuntimeError,
  };
}

async function boot(assets: BootAssets, restore: SavedDatabase | null): Promise<void> {
  try {
    respond({ kind: "booting", stage: "database" });
    const ownDirectory = await decompress(assets.dataDirectory);
    const base = readBase(ownDirectory, assets.dataDirectoryName);
    const { dataDirectory, others } =
      restore === null ? { dataDirectory: ownDirectory, others: {} } : await restored(restore, await base);
    const database = await openPglite({ ...assets, dataDirectory });
    const connection = new PgliteConnection(database);
    const serverVersion = connection.execute("SHOW server_version").rows[0]?.[0] ?? "";
    const { quickjsWasm } = assets;
    const questions = new RememberingConnection(connection);
    const databases = new Databases({ database, connection }, { ...assets, dataDirectory: ownDirectory }, base, others);
    const engine: Engine = { database, connection, databases, questions, base, quickjsWasm, knownState: null };
    running = { engine, answering: openAnswering(engine) };
    const extensions = connection.execute("SELECT extname FROM pg_extension").rows.map(([name]) => name ?? "");
    respond({ kind: "ready", serverVersion, extensions });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    respond({ kind: "bootFailed", message, restoring: restore !== null });
  }
}

/** No code of a user runs before the global is stripped: it needs this module. */
async function openAnswering(engine: Engine): Promise<AnswerModule> {
  const module = await import("./answerRequest.ts");
  stripGlobal();
  module.prepare(engine);
  return module;
}

async function readBase(directory: Blob, name: string): Promise<BaseDirectory> {
  return { name, bytes: new Uint8Array(await directory.arrayBuffer()) };
}

/** The data directory, and what the other databases hold beyond the directory of this build. */
async function restored(
  { delta, base, baseName, others }: SavedDatabase,
  own: BaseDirectory,
): Promise<{ readonly dataDirectory: Blob; readonly others: SavedDatabase["others"] }> {
  if (base === null) return { dataDirectory: await readDelta(delta, own), others };
  const earlier = await readBase(base, baseName);
  const rebased = await Promise.all(
    Object.entries(others).map(async ([name, other]) => [name, await rebaseDelta(other, earlier, own)] as const),
  );
  return { dataDirectory: await readDelta(delta, earlier), others: Object.fromEntries(rebased) };
}
