import type { SavedDatabase, WorkerRequest } from "../worker/messages.ts";
import type { WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import type { WorkspaceRecord } from "../workspace/library/workspaceRecord.ts";
import type { Starter } from "../workspace/starters/starters.ts";
import { delayed } from "./delayed.ts";
import { createDriftStore, type DriftStore } from "./driftStore.ts";
import {
  EngineClient,
  EngineFailedError,
  EngineStoppedError,
  type Answer,
  type AnswerKind,
  type NumberedResponse,
  type StartEngine,
} from "./engineClient.ts";
import { createEngineStore, type EngineStore } from "./engineStore.ts";
import type { PlaybackClock } from "./playback/playbackClock.ts";
import { createPlayer, type Player } from "./playback/player.ts";
import { createSettingsStore, type SettingsStore } from "./settingsStore.ts";
import { createSqlStore, type SqlAnswer, type SqlStore } from "./sqlStore.ts";
import { runLocalCommand } from "./terminal/localCommands.ts";
import { createTerminalStore, type TerminalStore } from "./terminalStore.ts";
import { createWorkspaceKeeper, type WorkspaceKeeper } from "./workspaceKeeper.ts";
import { createWorkspaceStore, type WorkspaceStore } from "./workspaceStore.ts";

export interface AppParts {
  readonly startEngine: StartEngine;
  readonly starters: readonly Starter[];
  readonly clock: PlaybackClock;
  readonly library: WorkspaceLibrary;
  /** The workspace to open. */
  readonly record: WorkspaceRecord;
  /** Its database, ready for the engine; null starts from an empty one. */
  readonly restore: SavedDatabase | null;
  /** False keeps nothing of it: a link that was opened and not yet kept. */
  readonly keeps: boolean;
  /** The directory that saved databases belong to, compressed. */
  baseDirectory(): Promise<Blob>;
  /** Where settings are kept; null keeps none. */
  readonly settingsStorage: Storage | null;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface App {
  readonly workspace: WorkspaceStore;
  readonly engine: EngineStore;
  readonly terminal: TerminalStore;
  readonly drift: DriftStore;
  readonly sql: SqlStore;
  readonly settings: SettingsStore;
  readonly player: Player;
  readonly keeper: WorkspaceKeeper;
  readonly library: WorkspaceLibrary;
  readonly starters: readonly Starter[];
  start(): void;
  /** Types a line into the terminal; lines run one after the other. Resolves when the line has run. */
  runLine(line: string): Promise<void>;
  /** Ends what runs and goes back to the last good state of the database. */
  stop(): void;
  runSql(text: string): Promise<void>;
  showTable(table: string | null): Promise<void>;
  /** Boots an empty database after the saved one could not be opened, and runs the revisions up to where it stood. */
  rebuildDatabase(): Promise<void>;
  /** Ends the engine and writes nothing more: another tab has the workspace. */
  yieldWorkspace(): void;
  setTerminalColumns(columns: number): void;
}

/** Milliseconds after the last key until the models are compared with the database. */
const comparisonDelay = 350;
/** Milliseconds after the last key until a mistake in a half-typed file is told. */
const mistakeDelay = 1200;
/** Milliseconds after which a comparison that nobody asked for is given up, and the engine with it. */
const longestComparison = 15_000;
const dumpDelay = 40;

interface WaitingLine {
  readonly line: string;
  readonly done: () => void;
}

/** Wires the engine to the stores; nothing here knows about pixels. */
export function createApp(parts: AppParts): App {
  const { startEngine, starters, clock, library, record } = parts;
  const workspace = createWorkspaceStore(record);
  const engine = createEngineStore();
  const terminal = createTerminalStore(record.typed);
  const drift = createDriftStore();
  const sql = createSqlStore();
  const settings = createSettingsStore(parts.settingsStorage);
  const player = createPlayer(clock, settings.getState().speed);
  const keeper = createWorkspaceKeeper({
    library,
    record,
    keeps: parts.keeps,
    baseDirectory: () => parts.baseDirectory(),
    now: () => parts.now(),
    read: () => {
      const { name, files, tabs, activeFile } = workspace.getState();
      return { name, files, tabs, activeFile, typed: terminal.getState().history };
    },
  });

  let lastGoodState: SavedDatabase | null = parts.restore;
  let waitingLines: WaitingLine[] = [];
  let columns = 80;
  let lastEdit = 0;
  /** Counts changes of files and database, so that an answer about an older state is known as one. */
  let generation = 0;
  /** The generation that broke the engine; it is not compared again by itself. */
  let brokenGeneration = -1;

  const client = new EngineClient(startEngine, {
    onReady: (serverVersion) => {
      engine.setState({ boot: { kind: "ready", serverVersion } });
      performance.mark("stillroom:ready");
      compare.in(0);
    },
    onBootFailed: (message, restoring) => engine.setState({ boot: { kind: "failed", message, restoring } }),
    onProgress: (stage, loadedBytes, totalBytes) => {
      if (engine.getState().boot.kind === "loading")
        engine.setState({ boot: { kind: "loading", stage, loadedBytes, totalBytes } });
    },
  });

  const compare = delayed(() => void readDrift());
  const tellMistake = delayed(() => void readDrift());
  const dumpSoon = delayed(() => void dump());

  function compareSoon(delay: number = comparisonDelay): void {
    generation++;
    drift.setState({ stale: true });
    compare.in(delay);
  }

  async function readDrift(): Promise<void> {
    if (generation === brokenGeneration) return;
    const asked = generation;
    const giveUp = setTimeout(
      () => breakOff("Comparing the models with the database took too long."),
      longestComparison,
    );
    const answer = await ask((id) => ({ kind: "compare", id, files: workspace.getState().files }), "compared");
    clearTimeout(giveUp);
    if (answer === null || asked !== generation) return;
    const quietFor = lastEdit + mistakeDelay - performance.now();
    const mistaken = answer.drift.unavailable !== null || answer.project.problems.length > 0;
    if (mistaken && quietFor > 0 && engine.getState().project !== null) return tellMistake.in(quietFor);
    engine.setState({ project: answer.project });
    drift.setState({ drift: answer.drift, stale: false });
  }

  async function dump(): Promise<void> {
    if (!client.idle || waitingLines.length > 0) return dumpSoon.in(dumpDelay);
    const { project, boot } = engine.getState();
    const answer = await ask((id) => ({ kind: "dump", id }), "dumped");
    if (answer === null || boot.kind !== "ready") return;
    lastGoodState = answer.database;
    const { delta, baseName } = answer.database;
    await keeper.saveWithDatabase({
      delta,
      baseName,
      serverVersion: boot.serverVersion,
      heads: project?.database.heads ?? [],
    });
  }

  /** Files and database are written together once nothing runs. */
  function databaseChanged(): void {
    keeper.expectDatabase();
    dumpSoon.in(dumpDelay);
  }

  /** The engine's answer; null when it was stopped or failed, which the terminal then tells. */
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
      if (error.fatal) breakOff("The engine could not go on.");
      return null;
    }
  }

  /** Starts a new engine and leaves the files that broke the old one alone until they change. */
  function breakOff(reason: string): void {
    brokenGeneration = generation;
    restart(reason);
  }

  function restart(reason: string): void {
    const from = lastGoodState === null ? "an empty database" : "the last good state of the database";
    player.finish();
    player.showNow();
    terminal.getState().print("note", `${reason} It starts again from ${from}.`);
    const dropped = waitingLines;
    waitingLines = [];
    client.stop();
    for (const { done } of dropped) done();
    const boot = { kind: "loading", stage: "database", loadedBytes: 0, totalBytes: 0 } as const;
    engine.setState({ boot, running: null, waiting: [], project: null });
    sql.setState({ running: false });
    client.boot(lastGoodState);
  }

  async function runNextLine(): Promise<void> {
    const next = waitingLines[0];
    if (next === undefined) return;
    const rest = waitingLines.slice(1).map(({ line }) => line);
    terminal.getState().print("prompt", next.line);
    const local = runLocalCommand(next.line, workspace.getState().files);
    if (next.line !== "" && local === null) {
      engine.setState({ running: { id: 0, line: next.line }, waiting: rest });
      await runInEngine(next.line);
      engine.setState({ running: null });
    } else if (local?.kind === "clear") terminal.getState().clear();
    else if (local?.kind === "print" && next.line !== "") terminal.getState().print(local.stream, local.text);
    next.done();
    if (waitingLines.length > 1) await player.ended();
    if (waitingLines[0] !== next) return;
    waitingLines = waitingLines.slice(1);
    engine.setState({ waiting: waitingLines.slice(1).map(({ line }) => line) });
    await runNextLine();
  }

  async function runInEngine(line: string): Promise<void> {
    let changed = false;
    const headsBefore = engine.getState().project?.database.heads.join();
    player.begin();
    const answer = await ask(
      (id) => ({ kind: "command", id, line, files: workspace.getState().files, columns }),
      "commandFinished",
      (response) => {
        if (response.kind === "output") {
          const { stream, text } = response;
          player.atMoment(() => terminal.getState().print(stream, text));
        }
        if (response.kind !== "event") return;
        changed ||= response.event.kind === "transactionCommitted" || response.event.kind === "stepFinished";
        player.push(response.event);
      },
    );
    player.finish();
    if (answer === null) return;
    const { writtenFiles, openFile, problem, project } = answer;
    workspace.getState().takeWritten(writtenFiles);
    engine.setState({ project });
    player.atMoment(() => {
      const place = problem?.location ?? openFile;
      if (problem?.hint !== undefined) terminal.getState().print("note", `Hint: ${problem.hint}`);
      if (place !== null) workspace.getState().open(place.path, place);
      engine.setState({ problem });
    });
    if (changed || project.database.heads.join() !== headsBefore) databaseChanged();
    void refreshTable();
    compareSoon(0);
  }

  async function runSql(text: string): Promise<void> {
    if (text.trim() === "" || sql.getState().running) return;
    sql.setState({ running: true });
    const answer = await ask((id) => ({ kind: "sql", id, sql: text }), "sqlFinished");
    sql.setState({ running: false });
    if (answer === null) return;
    const { results, error, database } = answer;
    sql.setState({ answer: { results, error } });
    engine.setState(({ project }) => ({ project: project === null ? null : { ...project, database } }));
    if (results.some(({ command }) => !/^(SELECT|SHOW|EXPLAIN)\b/.test(command))) {
      databaseChanged();
      void refreshTable();
      compareSoon(0);
    }
  }

  async function showTable(table: string | null): Promise<void> {
    sql.setState((state) => ({ table, rows: table === state.table ? state.rows : null }));
    await refreshTable();
  }

  async function refreshTable(): Promise<void> {
    const { table } = sql.getState();
    if (table === null) return;
    const name = table.split(".").map(quoted).join(".");
    const text = `SELECT * FROM ${name} LIMIT 200`;
    const answer = await ask((id) => ({ kind: "sql", id, sql: text }), "sqlFinished");
    if (answer === null || sql.getState().table !== table) return;
    const rows: SqlAnswer = { results: answer.results, error: answer.error };
    sql.setState({ rows });
  }

  function runLine(line: string): Promise<void> {
    return new Promise((done) => {
      const text = line.trim();
      if (text !== "") terminal.getState().remember(text);
      waitingLines = [...waitingLines, { line: text, done }];
      if (waitingLines.length === 1) {
        player.showNow();
        void runNextLine();
      } else engine.setState({ waiting: waitingLines.slice(1).map((waiting) => waiting.line) });
    });
  }

  return {
    workspace,
    engine,
    terminal,
    drift,
    sql,
    settings,
    player,
    keeper,
    library,
    starters,
    start: () => {
      client.boot(parts.restore);
      workspace.subscribe((state, before) => {
        keeper.filesChanged();
        if (state.activeFile !== before.activeFile || state.reveal !== before.reveal) player.unfollow();
        if (state.files === before.files) return;
        lastEdit = performance.now();
        const { problem } = engine.getState();
        const path = problem?.location?.path;
        if (path !== undefined && state.files[path] !== before.files[path]) engine.setState({ problem: null });
        compareSoon();
      });
      player.store.subscribe(({ speed }) => {
        if (speed !== settings.getState().speed) settings.setState({ speed });
      });
    },
    runLine,
    stop: () => {
      const { running, boot } = engine.getState();
      if ((running === null && !sql.getState().running) || boot.kind !== "ready") return;
      terminal.getState().print("note", "^C");
      restart("Stopped.");
    },
    runSql,
    showTable,
    rebuildDatabase: async () => {
      const heads = keeper.record.database?.heads ?? [];
      lastGoodState = null;
      restart("The saved database was left aside.");
      for (const head of heads) await runLine(`alembic upgrade ${head}`);
    },
    yieldWorkspace: () => {
      keeper.stop();
      client.stop();
    },
    setTerminalColumns: (width) => {
      columns = Math.max(40, width);
    },
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
