import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createApp, type App } from "../../src/app/createApp.ts";
import { createLessonSession } from "../../src/app/lesson/createLessonSession.ts";
import { newLessonWorkspace } from "../../src/app/lesson/newLessonWorkspace.ts";
import { loadLesson } from "../../src/lessons/courses/catalogue.ts";
import type { Sitting } from "../../src/lessons/sitting/sitting.ts";
import { readSitting } from "../../src/lessons/sitting/readSitting.ts";
import type { SavedDatabase } from "../../src/worker/messages.ts";
import { createMemoryLibrary } from "../../src/workspace/library/memoryLibrary.ts";
import { ScriptedEngine } from "./scriptedEngine.ts";
import { SteppedClock } from "./steppedClock.ts";

const source = { course: "migrations-from-zero", lesson: "init", language: "typescript" } as const;
const halfBuilt: SavedDatabase = { delta: new Blob(["half"]), base: null, baseName: "base", others: {} };

let engine: ScriptedEngine;

beforeEach(() => {
  vi.useFakeTimers();
  engine = new ScriptedEngine();
});
afterEach(() => vi.useRealTimers());

/** The page, opened again on a lesson whose files have been changed. */
async function reopened(change: Partial<Sitting>): Promise<App> {
  const found = await loadLesson(source.course, source.lesson, source.language, "en", null);
  if (found === null) throw new Error("there is no such lesson");
  const record = newLessonWorkspace(found, source, { id: "1", now: 1, names: [] });
  const begun = readSitting(record.lesson);
  if (begun === null) throw new Error("there is no sitting");
  const app = createApp({
    startEngine: engine.start,
    starters: [],
    clock: new SteppedClock(),
    library: createMemoryLibrary("this is a test"),
    record: { ...record, files: { ...record.files, "models.ts": "// half\n" } },
    restore: halfBuilt,
    shared: null,
    baseDirectory: () => Promise.resolve(new Blob()),
    settingsStorage: null,
    openLesson: (world) => createLessonSession(world, { ...begun, ...change }),
    now: () => 1,
  });
  app.start();
  await vi.advanceTimersByTimeAsync(0);
  engine.respond({ kind: "ready", serverVersion: "18.6", extensions: [] });
  for (let count = -1; count !== engine.asked.length;) {
    count = engine.asked.length;
    await vi.advanceTimersByTimeAsync(1);
    if (count > 0) engine.answer();
    await vi.advanceTimersByTimeAsync(1);
  }
  return app;
}

it("a start that was left half built is built again, from an empty database and the lesson's files", async () => {
  const app = await reopened({ prepared: true, building: true, step: 1 });
  const sitting = app.lesson?.store.getState().sitting;
  expect(engine.restores).toEqual([halfBuilt, null]);
  expect(app.workspace.getState().files["models.ts"]).toBe(sitting?.lesson.start.files["models.ts"]);
  expect(engine.asked.flatMap((request) => (request.kind === "command" ? request.line : []))).toEqual([
    "alembic init alembic",
  ]);
  expect(sitting).toMatchObject({ step: 1, prepared: true, building: false });
});

it("what a learner has begun is left as it is, and what was done for the step still counts", async () => {
  const commands = [{ kind: "line", text: "alembic history", succeeded: true, output: "" } as const];
  const app = await reopened({ prepared: true, step: 2, commands });
  expect(engine.restores).toEqual([halfBuilt]);
  expect(app.workspace.getState().files["models.ts"]).toBe("// half\n");
  expect(app.lesson?.store.getState().sitting.steps[2]?.solved).toBe(true);
});
