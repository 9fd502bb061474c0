import type { SavedDatabase } from "../worker/messages.ts";
import type { WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import type { WorkspaceRecord } from "../workspace/library/workspaceRecord.ts";
import type { SharedWorkspace } from "../workspace/link/sharedWorkspace.ts";
import type { Starter } from "../workspace/starters/starters.ts";
import { filesBefore, withTakenBack } from "../workspace/takenBack.ts";
import type { RanCommand } from "../lessons/checks/lessonSnapshot.ts";
import { createAuthorSlot, type AuthorSlot } from "./author/authorSlot.ts";
import type { AuthorSession } from "./author/createAuthorSession.ts";
import type { AuthorWorld } from "./author/authorWorld.ts";
import { createCommandQueue } from "./commandQueue.ts";
import type { Point } from "../engine/difference/point.ts";
import { createComparing } from "./comparing.ts";
import { createComparingStore } from "./comparingStore.ts";
import { createProofStore } from "./proofStore.ts";
import { createProving } from "./proving.ts";
import { createComparison } from "./comparison.ts";
import { createDialogStore } from "./dialogStore.ts";
import { createDriftStore } from "./driftStore.ts";
import type { StartEngine } from "./engineClient.ts";
import { createEngineSession, type EngineSession } from "./engineSession.ts";
import { createEngineStore } from "./engineStore.ts";
import { createFindingsStore } from "./findingsStore.ts";
import type { PlaybackClock } from "./playback/playbackClock.ts";
import type { LessonSession } from "./lesson/createLessonSession.ts";
import type { LessonWorld } from "./lesson/lessonWorld.ts";
import { importDatabase } from "./importDatabase.ts";
import { createPlayer } from "./playback/player.ts";
import { createSharing, type Sharing } from "./sharing.ts";
import { copyInOtherLanguage, type TranslatedCopy } from "./translatedCopy.ts";
import { createTakeHome, type TakeHome } from "./takeHome.ts";
import { createSettingsStore } from "./settingsStore.ts";
import { createSqlConsole } from "./sqlConsole.ts";
import { createSqlStore } from "./sqlStore.ts";
import type { Stores } from "./stores.ts";
import { createTerminalStore } from "./terminalStore.ts";
import { createTrustStore, type TrustStore } from "./trustStore.ts";
import { createUndoHistory } from "./undoHistory.ts";
import { createWorkspaceKeeper } from "./workspaceKeeper.ts";
import { createWorkspaceStore } from "./workspaceStore.ts";

export interface AppParts {
  readonly startEngine: StartEngine;
  readonly starters: readonly Starter[];
  readonly clock: PlaybackClock;
  readonly library: WorkspaceLibrary;
  /** The workspace to open. */
  readonly record: WorkspaceRecord;
  /** Its database, ready for the engine; null starts from an empty one. */
  readonly restore: SavedDatabase | null;
  /** The link that it came by, of which nothing has run and nothing is kept; null: it is the reader's own. */
  readonly shared: SharedWorkspace | null;
  /** The directory that saved databases belong to, compressed. */
  baseDirectory(): Promise<Blob>;
  /** Where settings are kept; null keeps none. */
  readonly settingsStorage: Storage | null;
  /** Opens the lesson that is played in the workspace; null: it is no lesson's. */
  readonly openLesson: ((world: LessonWorld) => LessonSession) | null;
  /** The step of the lesson (from 0) whose start is built; absent: the lesson goes on where it was left. */
  readonly lessonStep?: number;
  /** Whether the start of the lesson that is written in the workspace is built; absent: it is not. */
  readonly buildsAuthored?: boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface App extends Stores {
  readonly library: WorkspaceLibrary;
  readonly starters: readonly Starter[];
  readonly trust: TrustStore;
  readonly cameByLink: boolean;
  readonly sharing: Sharing;
  readonly takeHome: TakeHome;
  /** The TypeScript project that is open, as a workspace in Python. */
  copyInOtherLanguage(): Promise<TranslatedCopy>;
  /** The lesson that is played; null: none. */
  readonly lesson: LessonSession | null;
  /** Where a lesson can be written. */
  readonly author: AuthorSlot;
  /** Runs what a link asks for, after the visitor has agreed. */
  runShared(): Promise<void>;
  start(): void;
  /** Types a line into the terminal; lines run one after the other. Resolves when the line has run. */
  runLine(line: string): Promise<void>;
  /** Ends what runs and goes back to the last good state of the database. */
  stop(): void;
  runSql(text: string): Promise<void>;
  showTable(table: string | null): Promise<void>;
  /** Runs every revision up, down and up again, and takes it all back. */
  proveAll(): Promise<void>;
  /** Compares two points of the history without going there. */
  compare(from: Point, to: Point): void;
  /** Follows or leaves advice in the revision that is generated next. */
  takeAdvice(id: string, taken: boolean): void;
  /** Boots an empty database after the saved one could not be opened, and runs the revisions up to where it stood. */
  rebuildDatabase(): Promise<void>;
  /** Makes the project of SQL that somebody brought. */
  importDatabase(sql: string): Promise<void>;
  /** Resolves when files and database are written as they are now; a command that runs is not waited for. */
  settle(): Promise<void>;
  /** Ends the engine. Resolves when everything is written, what a command that still runs has not reached excepted. */
  leave(): Promise<void>;
  /** Nothing is kept, and files have been written that were not there. */
  losesEdits(): boolean;
  /** Ends the engine and writes nothing more: another tab has the workspace. */
  yieldWorkspace(): void;
  setTerminalColumns(columns: number): void;
}

/** Wires the engine to the stores; nothing here knows about pixels. */
export function createApp(parts: AppParts): App {
  const { record, library, starters } = parts;
  const workspace = createWorkspaceStore(record);
  if (parts.shared?.open !== undefined) {
    const { path, line } = parts.shared.open;
    workspace.getState().open(path, { path, line, column: 1 });
  }
  const terminal = createTerminalStore(record.typed);
  const settings = createSettingsStore(parts.settingsStorage);
  const stores: Stores = {
    workspace,
    terminal,
    settings,
    dialog: createDialogStore(),
    proof: createProofStore(),
    comparing: createComparingStore(),
    engine: createEngineStore(),
    findings: createFindingsStore(),
    drift: createDriftStore(),
    sql: createSqlStore(record.sql),
    player: createPlayer(parts.clock, settings.getState().speed),
    keeper: createWorkspaceKeeper({
      library,
      record,
      keeps: parts.shared === null,
      baseDirectory: () => parts.baseDirectory(),
      now: () => parts.now(),
      read: () => {
        const { name, files, tabs, activeFile } = workspace.getState();
        const played = lesson === null ? {} : { lesson: lesson.store.getState().sitting };
        return {
          name,
          files,
          tabs,
          activeFile,
          typed: terminal.getState().history,
          sql: sql.getState().text,
          ...played,
        };
      },
    }),
  };
  const { engine, sql, player, keeper } = stores;
  const undo = createUndoHistory();
  const trust = createTrustStore(parts.shared);
  const mayRun = (): boolean => trust.getState().kind === "trusted";
  const world: AuthorWorld = {
    stores,
    runLine: (line) => queue.run(line),
    query: (text) => console.query(text),
    runSql: (text) => console.run(text),
    emptyDatabase: (reason) => {
      queue.drop();
      session.replaceDatabase(reason, null);
    },
    forgetUndo: () => {
      undo.forget();
      workspace.getState().forgetUndo();
    },
    examine: () => comparison.soon(0),
    storage: parts.settingsStorage,
    readRows: () => sharing.readRows(),
    readScript: async () => (await session.ask((id) => ({ kind: "script", id }), "scripted"))?.sql ?? null,
    now: () => parts.now(),
  };
  const lesson: LessonSession | null = parts.openLesson?.(world) ?? null;
  const author = createAuthorSlot(world);
  const written = (): AuthorSession | null => author.session.getState().current;
  const onRan = (command: RanCommand): void => {
    lesson?.ran(command);
    written()?.ran(command);
  };
  const comparison = createComparison(stores, () => session, mayRun, {
    queries: () => lesson?.queries() ?? [],
    compared: (files, answer) => {
      lesson?.compared(files, answer);
      written()?.compared(files, answer);
    },
  });
  const session: EngineSession = createEngineSession(stores, parts.startEngine, parts.restore, {
    onReady: () => comparison.now(),
    onBroken: () => comparison.leaveAlone(),
    onEnded: () => {
      sql.setState({ running: false });
      queue.drop();
    },
  });
  const proving = createProving(stores, session, mayRun);
  const comparing = createComparing(stores, session, mayRun);
  const console = createSqlConsole(stores, session, { comparison, undo, onRan });
  const queue = createCommandQueue(stores, {
    session,
    comparison,
    console,
    undo,
    mayRun,
    onRan,
    local: {
      query: (text, database) => console.query(text, database),
      clear: () => terminal.getState().clear(),
      undo: takeBack,
      reset,
      share: () => stores.dialog.setState({ open: "share" }),
    },
  });

  const starterOf = (): Starter | null => starters.find(({ id }) => id === record.origin) ?? null;
  const sharing = createSharing(stores, session, starterOf);

  async function runShared(): Promise<void> {
    const state = trust.getState();
    if (state.kind === "trusted") return;
    const { heads, rows, play, view } = state.shared;
    trust.setState({ kind: "trusted" }, true);
    await player.atOnce(async () => {
      for (const head of heads) await queue.run(`alembic upgrade ${head}`);
      await player.ended();
    });
    await lesson?.begin();
    const error = rows === undefined ? null : ((await console.query(rows))?.error ?? null);
    if (error !== null)
      terminal.getState().print("mistake", `The rows of this link could not be brought back: ${error.message}`);
    if (view !== undefined) settings.setState({ stageTab: view });
    comparison.soon(0);
    if (play !== undefined) await queue.run(play);
  }

  /** Brings back what the last command that changed something has changed. @returns its line, or null */
  function takeBack(): string | null {
    const last = undo.take();
    if (last === null) return null;
    const title = `Undid ${shortened(last.line)}`;
    const { files, replaceFiles } = workspace.getState();
    replaceFiles(title, withTakenBack(files, last.files));
    if (last.database !== null) session.replaceDatabase(`${title}.`, last.database.before);
    written()?.tookBack(last.line);
    return last.line;
  }

  /** Files and database as the workspace began; `undo` takes it back as it does a command. */
  async function reset(): Promise<boolean> {
    if (lesson !== null) {
      void lesson.rebuild(0);
      return true;
    }
    const starter = starterOf();
    if (starter === null) return false;
    const before = await session.savedState();
    const { files, replaceFiles } = workspace.getState();
    undo.remember({ line: "reset", files: filesBefore(files, starter.files), database: { before } });
    replaceFiles(`Reset to ${starter.title}`, starter.files);
    session.replaceDatabase(`Reset to ${starter.title}.`, null);
    return true;
  }

  function watchWorkspace(): void {
    sql.subscribe(({ text }, before) => {
      if (text !== before.text) keeper.filesChanged();
    });
    workspace.subscribe((state, before) => {
      keeper.filesChanged();
      if (state.activeFile !== before.activeFile || state.reveal !== before.reveal) player.unfollow();
      if (state.activeFile !== null && state.activeFile !== before.activeFile) lesson?.opened(state.activeFile);
      if (state.files === before.files) return;
      comparison.typed();
      const path = engine.getState().problem?.location?.path;
      if (path !== undefined && state.files[path] !== before.files[path]) engine.setState({ problem: null });
      comparison.soon();
    });
  }

  async function settle(): Promise<void> {
    if (engine.getState().running === null && !sql.getState().running) await session.savedState();
    await keeper.flush();
  }

  return {
    ...stores,
    library,
    starters,
    trust,
    cameByLink: parts.shared !== null,
    sharing,
    takeHome: createTakeHome(stores, session, mayRun, () => parts.now()),
    copyInOtherLanguage: () => copyInOtherLanguage(stores, { session, library, now: parts.now() }),
    lesson,
    author,
    runShared,
    start: () => {
      session.boot();
      watchWorkspace();
      if (mayRun()) void lesson?.begin(parts.lessonStep);
      engine.subscribe(({ running }, before) => {
        if (running !== null && running !== before.running) written()?.running();
      });
      void author.resume(parts.buildsAuthored === true);
      player.store.subscribe(({ speed }) => {
        if (speed !== settings.getState().speed) settings.setState({ speed });
      });
    },
    runLine: (line) => queue.run(line),
    stop: () => {
      const { running, boot } = engine.getState();
      if ((running === null && !sql.getState().running) || boot.kind !== "ready") return;
      terminal.getState().print("note", "^C");
      session.restart("Stopped.");
    },
    runSql: (text) => console.run(text),
    showTable: (table) => console.showTable(table),
    proveAll: () => proving.proveAll(),
    compare: (from, to) => comparing.choose(from, to),
    takeAdvice: (id, taken) => {
      const others = stores.drift.getState().takenAdvice.filter((other) => other !== id);
      stores.drift.setState({ takenAdvice: taken ? [...others, id] : others });
      comparison.soon(0);
    },
    rebuildDatabase: async () => {
      const heads = keeper.record.database?.heads ?? [];
      session.restart("The saved database was left aside.", null);
      for (const head of heads) await queue.run(`alembic upgrade ${head}`);
    },
    importDatabase: (sql) => importDatabase(sql, stores, session, queue),
    settle,
    leave: async () => {
      await settle();
      session.end();
      await keeper.end();
    },
    losesEdits: () => keeper.kept.getState().kind === "notKept" && workspace.getState().files !== record.files,
    yieldWorkspace: () => {
      keeper.stop();
      session.end();
    },
    setTerminalColumns: (columns) => queue.setColumns(columns),
  };
}

/** A command, or SQL of many lines, as a title names it. */
function shortened(line: string): string {
  const one = line.replaceAll(/\s+/g, " ");
  return one.length <= 60 ? one : `${one.slice(0, 60)}…`;
}
