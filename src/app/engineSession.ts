import type { SavedDatabase, WorkerRequest } from "../worker/messages.ts";
import { delayed } from "./delayed.ts";
import {
  EngineClient,
  EngineFailedError,
  EngineStoppedError,
  type Answer,
  type AnswerKind,
  type NumberedResponse,
  type StartEngine,
} from "./engineClient.ts";
import type { Stores } from "./stores.ts";

/** The engine from its start to its end, and after it the next one. */
export interface EngineSession {
  boot(): void;
  /** The engine's answer; null when it was stopped or failed, which the terminal then tells. */
  ask<Kind extends AnswerKind>(
    request: (id: number) => WorkerRequest,
    kind: Kind,
    listen?: (response: NumberedResponse) => void,
  ): Promise<Answer<Kind> | null>;
  /** Ends what runs and starts again from the last good state, or from `database` where it is given. */
  restart(reason: string, database?: SavedDatabase | null): void;
  /**
   * What the engine starts from is the workspace's database from now on; null is an empty one. Lines that wait in the terminal run on it
   * afterwards.
   */
  replaceDatabase(reason: string, database: SavedDatabase | null): void;
  /** A command or a statement has changed the database: files and database are written together once nothing runs. */
  databaseChanged(): void;
  /** The database after the last change, once it is saved; null is an empty one. */
  savedState(): Promise<SavedDatabase | null>;
  /** Ends the engine for good. */
  end(): void;
}

export interface EngineSessionHandlers {
  onReady(): void;
  /** What runs is ended: nothing that waits for it shall run. */
  onEnded(): void;
  /** The engine broke by itself, in a comparison that nobody asked for. */
  onBroken(): void;
}

const dumpDelay = 40;

export function createEngineSession(
  stores: Pick<Stores, "engine" | "terminal" | "player" | "keeper">,
  startEngine: StartEngine,
  restore: SavedDatabase | null,
  handlers: EngineSessionHandlers,
): EngineSession {
  const { engine, terminal, player, keeper } = stores;
  let lastGoodState = restore;
  let unsaved = false;
  let saving: Promise<void> = Promise.resolve();
  const client = new EngineClient(startEngine, {
    onReady: (serverVersion) => {
      engine.setState({ boot: { kind: "ready", serverVersion } });
      performance.mark("stillroom:ready");
      handlers.onReady();
    },
    onBootFailed: (message, restoring) => engine.setState({ boot: { kind: "failed", message, restoring } }),
    onProgress: (stage, loadedBytes, totalBytes) => {
      if (engine.getState().boot.kind === "loading")
        engine.setState({ boot: { kind: "loading", stage, loadedBytes, totalBytes } });
    },
    onPython: (python) => engine.setState({ python }),
  });
  const saveSoon = delayed(() => {
    const { boot, project } = engine.getState();
    // A database that does not start is not saved, and the files are.
    if (boot.kind === "failed") void keeper.forgoDatabase();
    else if (client.idle && boot.kind === "ready" && project !== null) void save();
    else saveSoon.in(dumpDelay);
  });

  async function ask<Kind extends AnswerKind>(
    request: (id: number) => WorkerRequest,
    kind: Kind,
    listen?: (response: NumberedResponse) => void,
  ): Promise<Answer<Kind> | null> {
    try {
      return await client.ask(request, kind, listen);
    } catch (error) {
      if (error instanceof EngineStoppedError) return null;
      if (!(error instanceof EngineFailedError)) throw error;
      terminal.getState().print("mistake", error.message);
      if (error.fatal) {
        if (kind === "compared") handlers.onBroken();
        restart("The engine could not go on.");
      }
      return null;
    }
  }

  /** Resolves when the database is saved as it is now, also where a save of an earlier state is still under way. */
  function save(): Promise<void> {
    saving = saving.then(saveOnce, saveOnce);
    return saving;
  }

  async function saveOnce(): Promise<void> {
    if (!unsaved) return;
    unsaved = false;
    const began = performance.now();
    const answer = await ask((id) => ({ kind: "dump", id }), "dumped");
    const { project, boot } = engine.getState();
    if (answer === null || boot.kind !== "ready") {
      // Where the database has changed again since, a later one comes.
      if (!unsaved) await keeper.forgoDatabase();
      return;
    }
    lastGoodState = answer.database;
    const { delta, baseName, others } = answer.database;
    const heads = project?.database.heads ?? [];
    await keeper.saveWithDatabase({ delta, baseName, others, serverVersion: boot.serverVersion, heads });
    performance.measure("stillroom:save", { start: began });
  }

  function restart(reason: string, database: SavedDatabase | null = lastGoodState): void {
    handlers.onEnded();
    startFrom(reason, database);
  }

  function startFrom(reason: string, database: SavedDatabase | null): void {
    const from = database === null ? "an empty database" : "the last good state of the database";
    player.finish();
    player.showNow();
    terminal.getState().print("note", `${reason} The database starts again from ${from}.`);
    lastGoodState = database;
    client.stop();
    const boot = { kind: "loading", stage: "database", loadedBytes: 0, totalBytes: 0 } as const;
    engine.setState({ boot, running: null, project: null });
    client.boot(database);
  }

  function databaseChanged(): void {
    unsaved = true;
    keeper.expectDatabase();
    saveSoon.in(dumpDelay);
  }

  return {
    boot: () => client.boot(restore),
    ask,
    restart,
    replaceDatabase: (reason, database) => {
      startFrom(reason, database);
      databaseChanged();
    },
    databaseChanged,
    savedState: async () => {
      await save();
      return lastGoodState;
    },
    end: () => client.stop(),
  };
}
