import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp, type App } from "../../src/app/createApp.ts";
import { createMemoryLibrary } from "../../src/workspace/library/memoryLibrary.ts";
import type { WorkspaceLibrary } from "../../src/workspace/library/workspaceLibrary.ts";
import type { SharedWorkspace } from "../../src/workspace/link/sharedWorkspace.ts";
import type { WorkspaceRecord } from "../../src/workspace/library/workspaceRecord.ts";
import type { FileMap } from "../../src/worker/messages.ts";
import { emptyProject, ScriptedEngine } from "./scriptedEngine.ts";
import { SteppedClock } from "./steppedClock.ts";

const files = { "models.ts": "export {};\n", "alembic.ini": "[alembic]\n", "alembic/versions/": "" };
const record: WorkspaceRecord = {
  format: 1,
  id: "1",
  name: "From scratch",
  origin: "scratch",
  createdAt: 0,
  savedAt: 0,
  deletedAt: null,
  files,
  tabs: ["models.ts"],
  activeFile: "models.ts",
  typed: [],
  database: null,
};

let engine: ScriptedEngine;
let app: App;
let library: WorkspaceLibrary;

const settle = () => vi.advanceTimersByTimeAsync(0);
const texts = () => app.terminal.getState().lines.map(({ kind, text }) => `${kind}: ${text}`);

/** Answers what the page asks by itself until it asks no more. */
async function answerAll(): Promise<void> {
  for (let count = -1; count !== engine.asked.length;) {
    count = engine.asked.length;
    if (count > 0) engine.answer();
    await settle();
  }
}

function open(shared: SharedWorkspace | null = null, opened = record): App {
  return createApp({
    startEngine: engine.start,
    starters: [{ id: "scratch", title: "From scratch", description: "", files, openFile: "models.ts" }],
    clock: new SteppedClock(),
    library,
    record: opened,
    restore: null,
    shared,
    baseDirectory: () => Promise.resolve(new Blob()),
    settingsStorage: null,
    openLesson: null,
    now: () => 1,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  engine = new ScriptedEngine();
  library = createMemoryLibrary("this is a test");
  app = open();
  app.start();
});

afterEach(() => vi.useRealTimers());

async function boot(): Promise<void> {
  engine.respond({ kind: "ready", serverVersion: "18.6", extensions: [] });
  await vi.advanceTimersByTimeAsync(1);
  await answerAll();
}

/** A command that changes the database, answered. */
async function runAndCommit(line: string): Promise<void> {
  const ran = app.runLine(line);
  await settle();
  engine.respond({ kind: "event", id: engine.last.id, event: { kind: "transactionCommitted", heads: ["a"] } });
  engine.answer();
  await ran;
}

describe("commands", () => {
  it("waits for the database, then runs one line at a time", async () => {
    const first = app.runLine("alembic current");
    const second = app.runLine("alembic heads");
    await settle();
    expect(engine.asked).toEqual([]);
    expect(app.engine.getState().waiting).toEqual(["alembic heads"]);
    engine.respond({ kind: "ready", serverVersion: "18.6", extensions: [] });
    await settle();
    expect(engine.asked.map(({ kind }) => kind)).toEqual(["command"]);
    expect(engine.last).toMatchObject({ kind: "command", line: "alembic current", files });
    engine.respond({ kind: "output", id: engine.last.id, stream: "stdout", text: "abc\n" });
    engine.answer();
    await first;
    await answerAll();
    await second;
    expect(texts()).toEqual(["prompt: alembic current", "stdout: abc", "prompt: alembic heads"]);
    expect(app.engine.getState().running).toBeNull();
  });

  it("takes written files and opens the new one", async () => {
    await boot();
    const done = app.runLine("alembic revision -m x");
    await settle();
    const { id } = engine.last;
    engine.respond({ kind: "event", id, event: { kind: "transactionCommitted", heads: ["a1"] } });
    engine.respond({
      kind: "commandFinished",
      id,
      exitCode: 0,
      writtenFiles: { "alembic/versions/a1_x.ts": "new" },
      openFile: { path: "alembic/versions/a1_x.ts", line: 1, column: 1 },
      problem: null,
      otherDatabases: [],
      project: emptyProject,
    });
    await done;
    expect(app.workspace.getState().files["alembic/versions/a1_x.ts"]).toBe("new");
    expect(app.workspace.getState().activeFile).toBe("alembic/versions/a1_x.ts");
  });

  it("answers ls, cat and unknown names without the engine", async () => {
    await app.runLine("ls");
    await app.runLine("cat models.ts");
    await app.runLine("sl");
    await app.runLine("ls && cat nope && ls");
    await app.runLine("ls | cat");
    expect(texts()).toEqual([
      "prompt: ls",
      "stdout: alembic.ini",
      "stdout: alembic/",
      "stdout: models.ts",
      "prompt: cat models.ts",
      "stdout: export {};",
      "prompt: sl",
      "mistake: sl: no such command here; did you mean ls?",
      "prompt: ls && cat nope && ls",
      "stdout: alembic.ini",
      "stdout: alembic/",
      "stdout: models.ts",
      "mistake: cat: nope: no such file",
      "prompt: ls | cat",
      "mistake: | means something to a shell, and there is none here; && joins commands",
    ]);
  });
});

describe("stop", () => {
  it("ends the engine and starts another from the state after the last change", async () => {
    await boot();
    await runAndCommit("alembic upgrade head");
    await vi.advanceTimersByTimeAsync(10);
    await answerAll();
    await vi.advanceTimersByTimeAsync(500);
    await answerAll();
    const stuck = app.runLine("alembic current");
    await settle();
    app.stop();
    await stuck;
    expect(engine.terminated).toBe(1);
    expect(engine.restores[1]?.baseName).toBe("base");
    expect((await library.load("1"))?.database?.heads).toEqual([]);
    expect(texts().at(-1)).toBe("note: Stopped. The database starts again from the last good state of the database.");
    expect(app.engine.getState().running).toBeNull();
  });

  it("does the same by itself after a fatal failure, without comparing the same files for ever", async () => {
    await boot();
    app.workspace.getState().edit("models.ts", "boom");
    await vi.advanceTimersByTimeAsync(360);
    const asked = () => engine.asked.filter(({ kind }) => kind === "compare").length;
    while (engine.last.kind !== "compare") {
      engine.answer();
      await settle();
    }
    engine.respond({ kind: "failed", id: engine.last.id, message: "RuntimeError: unreachable", fatal: true });
    await settle();
    expect(engine.restores).toHaveLength(2);
    const before = asked();
    await boot();
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked()).toBe(before);
  });
});

it("keeps what is written in the SQL pane", async () => {
  app.sql.setState({ text: "SELECT count(*) FROM users" });
  await vi.advanceTimersByTimeAsync(300);
  const kept = await library.load("1");
  expect(kept?.sql).toBe("SELECT count(*) FROM users");
  app = open(null, kept ?? record);
  expect(app.sql.getState().text).toBe("SELECT count(*) FROM users");
});

describe("undo", () => {
  const restored = () => engine.restores.at(-1);

  /** Runs a line that changes the database and is answered at once. */
  async function change(line: string, writtenFiles: FileMap = {}): Promise<void> {
    const ran = app.runLine(line);
    await settle();
    const { id } = engine.last;
    engine.respond({ kind: "event", id, event: { kind: "transactionCommitted", heads: [line] } });
    engine.respond({
      kind: "commandFinished",
      id,
      exitCode: 0,
      writtenFiles,
      openFile: null,
      problem: null,
      otherDatabases: [],
      project: emptyProject,
    });
    await ran;
  }

  /** What is asked by itself, and the database, are answered and saved. */
  async function save(): Promise<void> {
    await vi.advanceTimersByTimeAsync(500);
    await answerAll();
    await vi.advanceTimersByTimeAsync(500);
    await answerAll();
  }

  it("takes back what the command wrote, and leaves what has been written since", async () => {
    await boot();
    await change("alembic revision -m x", { "alembic/versions/a1_x.ts": "new" });
    await save();
    app.workspace.getState().edit("models.ts", "mine");
    await app.runLine("undo");
    expect(app.workspace.getState().files).toEqual({ ...files, "models.ts": "mine" });
  });

  it("takes a reset back with its database, and not the command before it", async () => {
    await boot();
    await change("alembic upgrade head");
    await save();
    const upgraded = (await library.load("1"))?.database?.delta;
    app.workspace.getState().edit("models.ts", "mine");
    await app.runLine("reset");
    expect(app.workspace.getState().files).toEqual(files);
    expect(restored()).toBeNull();
    await boot();
    await save();
    await app.runLine("undo");
    expect(app.workspace.getState().files).toEqual({ ...files, "models.ts": "mine" });
    expect(restored()?.delta).toBe(upgraded);
  });

  it("takes SQL back that has changed something", async () => {
    await boot();
    await change("alembic upgrade head");
    await save();
    const upgraded = (await library.load("1"))?.database?.delta;
    const ran = app.runLine('psql -c "DELETE FROM users"');
    await settle();
    const { database } = emptyProject;
    engine.respond({ kind: "sqlFinished", id: engine.last.id, results: [], error: null, changed: true, database });
    await ran;
    await save();
    await app.runLine("undo");
    expect(restored()?.delta).toBe(upgraded);
    expect(texts()).toContain(
      "note: Undid DELETE FROM users. The database starts again from the last good state of the database.",
    );
  });

  it("goes back to the state before the command where that was still being saved", async () => {
    await boot();
    await change("alembic upgrade +1");
    await vi.advanceTimersByTimeAsync(40);
    while (engine.last.kind !== "dump") {
      engine.answer();
      await vi.advanceTimersByTimeAsync(40);
    }
    const second = app.runLine("alembic upgrade +1");
    await settle();
    const delta = new Blob(["after the first"]);
    engine.respond({
      kind: "dumped",
      id: engine.last.id,
      database: { delta, base: null, baseName: "base", others: {} },
    });
    await settle();
    engine.respond({ kind: "event", id: engine.last.id, event: { kind: "transactionCommitted", heads: ["b"] } });
    engine.answer();
    await second;
    await save();
    await app.runLine("undo");
    expect(restored()?.delta).toBe(delta);
  });

  it("lets the rest of its line run on what it brought back", async () => {
    await boot();
    await change("alembic upgrade head");
    await save();
    const ran = app.runLine("undo && alembic current");
    const queued = app.runLine("alembic heads");
    await settle();
    expect(app.engine.getState().waiting).toEqual(["alembic heads"]);
    await boot();
    await answerAll();
    await Promise.all([ran, queued]);
    const lines = engine.asked.flatMap((asked) => (asked.kind === "command" ? [asked.line] : []));
    expect(lines).toEqual(["alembic upgrade head", "alembic current", "alembic heads"]);
  });
});

describe("a link", () => {
  it("says that its rows could not be brought back", async () => {
    app = open({ v: 1, name: "Sent", files, heads: [], rows: "TRUNCATE notes;" });
    app.start();
    await boot();
    const ran = app.runShared();
    await settle();
    const error = { severity: "ERROR", code: "42P01", message: 'relation "notes" does not exist', sql: "" };
    const { database } = emptyProject;
    engine.respond({ kind: "sqlFinished", id: engine.last.id, results: [], error, changed: false, database });
    await ran;
    expect(texts()).toContain(
      'mistake: The rows of this link could not be brought back: relation "notes" does not exist',
    );
  });
});

describe("leaving", () => {
  it("writes the files while a command runs, beside the database that was saved last", async () => {
    await boot();
    await runAndCommit("alembic upgrade +1");
    void app.runSql("SELECT pg_sleep(1000)");
    app.workspace.getState().edit("models.ts", "mine");
    const left = app.leave();
    await vi.advanceTimersByTimeAsync(1000);
    await left;
    expect((await library.load("1"))?.files["models.ts"]).toBe("mine");
  });

  it("waits for a database that is being saved", async () => {
    await boot();
    await runAndCommit("alembic upgrade +1");
    await vi.advanceTimersByTimeAsync(40);
    while (engine.last.kind !== "dump") {
      engine.answer();
      await vi.advanceTimersByTimeAsync(40);
    }
    const left = app.leave();
    await settle();
    engine.answer();
    await left;
    expect((await library.load("1"))?.database?.baseName).toBe("base");
  });
});

describe("comparison", () => {
  const driftAfter = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
    return engine.asked.filter(({ kind }) => kind === "compare").length;
  };

  const answerComparisonAfter = async (milliseconds: number) => {
    await vi.advanceTimersByTimeAsync(0);
    while (engine.last.kind !== "compare") {
      engine.answer();
      await settle();
    }
    await vi.advanceTimersByTimeAsync(milliseconds);
    engine.answer();
    await settle();
  };

  it("comes with each key where it is quick, one at a time", async () => {
    await boot();
    app.workspace.getState().edit("models.ts", "a");
    await answerComparisonAfter(20);
    const before = await driftAfter(0);
    app.workspace.getState().edit("models.ts", "ab");
    expect(await driftAfter(0)).toBe(before + 1);
    app.workspace.getState().edit("models.ts", "abc");
    app.workspace.getState().edit("models.ts", "abcd");
    expect(await driftAfter(200)).toBe(before + 1);
    await answerComparisonAfter(0);
    expect(await driftAfter(0)).toBe(before + 2);
    const { last } = engine;
    expect(last.kind === "compare" && last.files["models.ts"]).toBe("abcd");
  });

  it("comes 350 ms after the last key where it takes long", async () => {
    await boot();
    app.workspace.getState().edit("models.ts", "a");
    await answerComparisonAfter(500);
    const before = await driftAfter(0);
    app.workspace.getState().edit("models.ts", "ab");
    await vi.advanceTimersByTimeAsync(300);
    app.workspace.getState().edit("models.ts", "abc");
    expect(await driftAfter(300)).toBe(before);
    expect(await driftAfter(60)).toBe(before + 1);
  });

  it("keeps a mistake to itself until 1.2 s after the last key", async () => {
    await boot();
    const unavailable = { severity: "error", message: "half a file" } as const;
    const tell = async () => {
      while (engine.last.kind !== "compare") {
        engine.answer();
        await settle();
      }
      engine.respond({
        kind: "compared",
        id: engine.last.id,
        project: emptyProject,
        drift: { changes: [], unavailable, hints: [], advice: [], models: null },
        answers: [],
      });
      await settle();
    };
    app.workspace.getState().edit("models.ts", "cla");
    await vi.advanceTimersByTimeAsync(360);
    await tell();
    expect(app.drift.getState().drift?.unavailable).toBeNull();
    await vi.advanceTimersByTimeAsync(900);
    await tell();
    expect(app.drift.getState().drift?.unavailable).toEqual(unavailable);
  });
});
