import type { RanCommand } from "../lessons/checks/lessonSnapshot.ts";
import { filesBefore } from "../workspace/takenBack.ts";
import type { Comparison } from "./comparison.ts";
import type { EngineSession } from "./engineSession.ts";
import type { SqlConsole } from "./sqlConsole.ts";
import type { Stores } from "./stores.ts";
import { foreignLine } from "./terminal/foreignLine.ts";
import { splitCommands } from "./terminal/splitCommands.ts";
import { runLocalCommand, type LocalWorld } from "./terminal/runLocalCommand.ts";
import type { UndoHistory } from "./undoHistory.ts";

/** Runs what is typed into the terminal, one line after the other. */
export interface CommandQueue {
  /** Resolves when the line has run. */
  run(line: string): Promise<void>;
  /** Gives up what waits. */
  drop(): void;
  setColumns(columns: number): void;
}

interface WaitingLine {
  readonly line: string;
  readonly done: () => void;
}

const fewestColumns = 40;

export function createCommandQueue(
  stores: Stores,
  parts: {
    readonly session: EngineSession;
    readonly comparison: Comparison;
    readonly console: SqlConsole;
    readonly undo: UndoHistory;
    readonly local: Omit<LocalWorld, "files" | "print">;
    /** False: the files came by a link and the visitor has not agreed to run them. */
    mayRun(): boolean;
    /** Hears of each command that has ended, with everything that it printed. */
    onRan(command: RanCommand): void;
  },
): CommandQueue {
  const { workspace, engine, terminal, player, drift } = stores;
  const { session, comparison, console, undo } = parts;
  let waiting: WaitingLine[] = [];
  let columns = 80;

  const tellWaiting = (): void => engine.setState({ waiting: waiting.slice(1).map(({ line }) => line) });

  async function runNext(): Promise<void> {
    const next = waiting[0];
    if (next === undefined) return;
    terminal.getState().print("prompt", next.line);
    if (next.line !== "") await runWhole(next);
    next.done();
    if (waiting.length > 1) await player.ended();
    if (waiting[0] !== next) return;
    waiting = waiting.slice(1);
    tellWaiting();
    await runNext();
  }

  /** The commands of a line, as long as each succeeds. */
  async function runWhole(waitingLine: WaitingLine): Promise<void> {
    const instead = foreignLine(waitingLine.line);
    if (instead !== null) return terminal.getState().print("mistake", instead);
    const split = splitCommands(waitingLine.line);
    if (split.kind === "mistake") return terminal.getState().print("mistake", split.message);
    for (const [index, command] of split.commands.entries()) {
      if (index > 0) await player.ended();
      if (waiting[0] !== waitingLine || !(await runOne(command))) return;
    }
  }

  /** @returns whether it succeeded */
  async function runOne(command: string): Promise<boolean> {
    engine.setState({ running: { line: command } });
    tellWaiting();
    let output = "";
    const hear = (text: string): void => {
      output += text;
    };
    const succeeded = await (/^alembic(\s|$)/.test(command) ? runInEngine(command, hear) : runLocally(command, hear));
    engine.setState({ running: null });
    parts.onRan({ kind: "line", text: command, succeeded, output });
    return succeeded;
  }

  function runLocally(command: string, hear: (text: string) => void): Promise<boolean> {
    return runLocalCommand(command, {
      ...parts.local,
      files: workspace.getState().files,
      print: (kind, text) => {
        hear(text);
        terminal.getState().print(kind, text);
      },
    });
  }

  async function runInEngine(line: string, hear: (text: string) => void): Promise<boolean> {
    if (!parts.mayRun()) {
      terminal.getState().print("note", "Nothing of a link runs until you press Run it, above.");
      return false;
    }
    let changed = false;
    const { files } = workspace.getState();
    const before = await session.savedState();
    const headsBefore = engine.getState().project?.database.heads.join();
    player.begin();
    const { takenAdvice } = drift.getState();
    const answer = await session.ask(
      (id) => ({ kind: "command", id, line, files, columns, takenAdvice }),
      "commandFinished",
      (response) => {
        if (response.kind === "output") {
          const { stream, text } = response;
          hear(text);
          player.atMoment(() => terminal.getState().print(stream, text));
        }
        if (response.kind !== "event") return;
        changed ||= response.event.kind === "transactionCommitted" || response.event.kind === "stepFinished";
        player.push(response.event);
      },
    );
    player.finish();
    if (answer === null) return false;
    const { writtenFiles, openFile, problem, project, exitCode, otherDatabases } = answer;
    const databaseChanged = changed || (headsBefore !== undefined && project.database.heads.join() !== headsBefore);
    const { files: now } = workspace.getState();
    const changedFiles = filesBefore(now, { ...now, ...writtenFiles });
    if (databaseChanged || Object.keys(changedFiles).length > 0)
      undo.remember({ line, files: changedFiles, database: databaseChanged ? { before } : null });
    workspace.getState().takeWritten(writtenFiles);
    engine.setState({ project });
    player.atMoment(() => {
      const place = problem?.location ?? openFile;
      if (problem?.hint !== undefined) terminal.getState().print("note", `Hint: ${problem.hint}`);
      for (const name of otherDatabases)
        terminal
          .getState()
          .print(
            "note",
            `That was the database ${name}; the panes show the main one. Look into it: psql -d ${name} -c "\\d"`,
          );
      if (place !== null) workspace.getState().open(place.path, place);
      engine.setState({ problem });
    });
    if (databaseChanged) session.databaseChanged();
    void console.refreshTable();
    comparison.soon(0);
    return exitCode === 0;
  }

  return {
    run: (line) =>
      new Promise((done) => {
        const text = line.trim();
        if (text !== "") terminal.getState().remember(text);
        waiting = [...waiting, { line: text, done }];
        if (waiting.length === 1) {
          player.showNow();
          void runNext();
        } else tellWaiting();
      }),
    drop: () => {
      const dropped = waiting;
      waiting = [];
      engine.setState({ running: null });
      tellWaiting();
      for (const { done } of dropped) done();
    },
    setColumns: (width) => {
      columns = Math.max(fewestColumns, width);
    },
  };
}
