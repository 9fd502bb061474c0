import { beforeEach, describe, expect, it } from "vitest";
import { createPlayer, type Player } from "../../src/app/playback/player.ts";
import type { DatabaseState, MigrationEvent, PlannedStep } from "../../src/engine/runtime/migrationEvent.ts";
import { SteppedClock } from "./steppedClock.ts";

const state = (...heads: readonly string[]): DatabaseState => ({ tables: [], rowCounts: {}, heads });
const step = (revision: string, from: readonly string[]): PlannedStep => ({
  direction: "upgrade",
  revision,
  doc: `make ${revision}`,
  path: `${revision}.ts`,
  fromHeads: from,
  toHeads: [revision],
});
const started = (count: number): MigrationEvent => ({
  kind: "runStarted",
  command: "upgrade head",
  steps: Array.from({ length: count }, (_, index) => step(`r${index}`, index === 0 ? [] : [`r${index - 1}`])),
  state: state(),
});
const statement = (stepIndex: number, sql: string): MigrationEvent => ({
  kind: "statementExecuted",
  stepIndex,
  sql,
  operation: { kind: "executeSql", sqltext: sql },
  location: { path: `r${stepIndex}.ts`, line: 3, column: 1 },
  duration: 1,
  rowCount: 0,
  notices: [],
  stateRead: true,
  observation: null,
  state: state(...(stepIndex === 0 ? [] : [`r${stepIndex - 1}`])),
});
const versionWritten = (stepIndex: number): MigrationEvent =>
  ({ ...statement(stepIndex, "UPDATE alembic_version"), operation: null }) as MigrationEvent;
const finished = (index: number): MigrationEvent => ({
  kind: "stepFinished",
  index,
  heads: [`r${index}`],
  state: state(`r${index}`),
  stateRead: true,
});

let clock: SteppedClock;
let player: Player;
beforeEach(() => {
  clock = new SteppedClock();
  player = createPlayer(clock);
});

const shown = () => {
  const { recording, position, mode } = player.store.getState();
  return `${mode} ${recording?.moments[position]?.kind ?? "nothing"} ${position}`;
};
function record(): void {
  player.begin();
  for (const event of [
    started(2),
    statement(0, "a"),
    statement(0, "b"),
    versionWritten(0),
    finished(0),
    statement(1, "c"),
    finished(1),
  ])
    player.push(event);
  player.finish();
}

describe("a run", () => {
  it("plays from its start to its end and returns to the present", () => {
    record();
    expect(shown()).toBe("playing start 0");
    clock.advance(320);
    expect(shown()).toBe("playing statement 1");
    clock.advance(640);
    expect(shown()).toBe("playing statement 2");
    clock.advance(640);
    expect(shown()).toBe("playing stepFinished 3");
    clock.advance(2000);
    expect(shown()).toBe("playing stepFinished 5");
    clock.advance(1500);
    expect(shown()).toBe("now stepFinished 5");
  });

  it("waits for an engine that is slower than the reader", () => {
    player.begin();
    player.push(started(1));
    player.push(statement(0, "a"));
    clock.advance(5000);
    expect(shown()).toBe("playing statement 1");
    player.push(finished(0));
    clock.advance(700);
    expect(shown()).toBe("playing stepFinished 2");
  });

  it("that does nothing leaves the last recording alone", () => {
    record();
    player.showNow();
    player.begin();
    player.push({ kind: "transactionCommitted", heads: [] });
    player.finish();
    expect(player.store.getState().recording?.moments).toHaveLength(6);
    expect(shown()).toBe("now stepFinished 5");
  });

  it("is compressed when it is long", () => {
    player.begin();
    player.push(started(300));
    for (let index = 0; index < 300; index++) {
      player.push(statement(index, "x"));
      player.push(finished(index));
    }
    player.finish();
    clock.advance(16_500);
    expect(shown()).toBe("now stepFinished 600");
  });

  it("shows the end at once at instant speed", () => {
    player.setSpeed("instant");
    record();
    clock.advance(32);
    expect(shown()).toBe("now stepFinished 5");
  });

  it("shows the end at once while something is prepared, and keeps the reader's speed", async () => {
    const end = async (work: () => void): Promise<void> => {
      record();
      clock.advance(32);
      expect(shown()).toBe("now stepFinished 5");
      expect(player.store.getState().speed).toBe(1);
      work();
    };
    await player.atOnce(() => player.atOnce(() => end(() => player.setSpeed(2))));
    expect(player.store.getState().speed).toBe(2);
    record();
    clock.advance(32);
    expect(shown()).toBe("playing start 0");
  });

  it("plays four times faster at 4×", () => {
    player.setSpeed(4);
    record();
    clock.advance(80);
    expect(shown()).toBe("playing statement 1");
  });

  it("does not move under reduced motion, and shows the same moments", () => {
    clock = new SteppedClock(true);
    player = createPlayer(clock);
    record();
    clock.advance(320);
    expect(shown()).toBe("playing statement 1");
    expect(player.store.getState().transition).toBe(0);
  });

  it("that fails ends with what was rolled back", () => {
    player.begin();
    player.push(started(1));
    player.push(statement(0, "a"));
    const { stepIndex, sql, operation, location } = statement(0, "b") as Extract<
      MigrationEvent,
      { kind: "statementExecuted" }
    >;
    player.push({
      kind: "statementFailed",
      stepIndex,
      sql,
      operation,
      location,
      error: { message: "no", severity: "ERROR", code: "42P01" },
    });
    player.push({ kind: "stepFailed", index: 0, message: "no", location });
    player.push({ kind: "transactionRolledBack", state: state() });
    player.finish();
    expect(player.store.getState().recording?.moments.map(({ kind }) => kind)).toEqual([
      "start",
      "statement",
      "failed",
      "rolledBack",
    ]);
  });
});

describe("the reader", () => {
  it("pauses, steps and goes on", () => {
    record();
    clock.advance(400);
    player.pause();
    clock.advance(5000);
    expect(shown()).toBe("paused statement 1");
    player.stepStatement(1);
    expect(shown()).toBe("paused statement 2");
    player.stepRevision(1);
    expect(shown()).toBe("paused stepFinished 3");
    player.stepRevision(1);
    expect(shown()).toBe("paused stepFinished 5");
    player.stepStatement(1);
    expect(shown()).toBe("paused stepFinished 5");
    player.stepRevision(-1);
    expect(shown()).toBe("paused stepFinished 3");
    player.play();
    clock.advance(450);
    expect(shown()).toBe("playing statement 4");
  });

  it("goes on from the last moment there is while the engine still works on the next one", () => {
    player.begin();
    player.push(started(1));
    player.push(statement(0, "a"));
    clock.advance(400);
    player.pause();
    player.play();
    expect(shown()).toBe("playing statement 1");
    player.push(finished(0));
    player.finish();
    clock.advance(700);
    expect(shown()).toBe("playing stepFinished 2");
  });

  it("plays the last run again", () => {
    record();
    player.showNow();
    player.play();
    expect(shown()).toBe("playing start 0");
  });

  it("sees what was printed when it was printed", async () => {
    const printed: string[] = [];
    player.begin();
    player.push(started(1));
    player.atMoment(() => printed.push("first"));
    player.push(statement(0, "a"));
    player.atMoment(() => printed.push("second"));
    player.push(finished(0));
    player.finish();
    expect(printed).toEqual(["first"]);
    clock.advance(320);
    expect(printed).toEqual(["first", "second"]);
    const ended = player.ended();
    player.showNow();
    await ended;
  });

  it("who types the next command sees the last one's end", () => {
    const printed: string[] = [];
    player.begin();
    player.push(started(1));
    player.push(statement(0, "a"));
    player.atMoment(() => printed.push("late"));
    player.finish();
    player.begin();
    expect(printed).toEqual(["late"]);
    expect(shown()).toBe("now statement 1");
  });
});
