import { expect, it } from "vitest";
import type { Recording } from "../../src/app/playback/recording.ts";
import { recordEvent } from "../../src/app/playback/recordEvent.ts";
import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import { StateRecorder } from "../../src/engine/observation/stateRecorder.ts";
import type { ConfigureOptions } from "../../src/engine/program.ts";
import { flowAt } from "../../src/ui/timeline/historyFlow.ts";
import { useTestDatabase } from "../database/useTestDatabase.ts";
import { createTestProject, runConfigured, type TestEnvironment } from "../engine/commands/testProject.ts";

const connection = await useTestDatabase("");

const broken = "SELECT nothing";
const orphan = [
  "CREATE TABLE two (id integer REFERENCES one DEFERRABLE INITIALLY DEFERRED)",
  "INSERT INTO two VALUES (7)",
];

it("of a run that fails says that nothing has changed", () => {
  const recording = record(["CREATE TABLE two ()", broken]);
  expect(lastMoments(recording)).toEqual(["failed: SELECT nothing", "rolledBack: rolled back: nothing has changed"]);
  expect(flowAt(recording, recording.moments.length - 1)).toBe(0);
});

it("tells what stays where each revision has a transaction of its own", () => {
  const recording = record([broken], { transactionPerMigration: true });
  expect(lastMoments(recording)[1]).toBe("rolledBack: rolled back, to the last commit: 1 of 3 steps stays");
  expect(recording.moments.at(-1)?.state).toMatchObject({ heads: ["one"], rowCounts: { one: 0 } });
  expect(flowAt(recording, recording.moments.length - 1)).toBe(1);
});

it("tells what stays where a revision commits in its middle", () => {
  const recording = record(["CREATE TABLE two ()", "autocommit: CREATE INDEX CONCURRENTLY ON one (id)", broken]);
  expect(lastMoments(recording)[1]).toBe("rolledBack: rolled back, to the last commit: 1 of 3 steps stays");
  expect(Object.keys(recording.moments.at(-1)?.state.rowCounts ?? {})).toEqual(["one", "two"]);
});

it("shows the COMMIT that a deferred constraint does not let through", () => {
  const recording = record(orphan);
  expect(lastMoments(recording)).toEqual(["failed: COMMIT", "rolledBack: rolled back: nothing has changed"]);
  expect(recording.moments.at(-2)?.error?.message).toContain("violates foreign key constraint");
});

it("shows what an env that commits nothing leaves of a run that seemed to succeed", () => {
  const recording = record([], {}, (host, configure) => {
    host.executeOnConnection("SELECT 1", {});
    runConfigured(host, configure);
  });
  expect(lastMoments(recording)[1]).toBe("rolledBack: rolled back, as nothing committed it: nothing has changed");
});

it("begins before what env itself runs first, which belongs to the first step", () => {
  const recording = record([], {}, (host, configure) => {
    host.configure(configure);
    host.beginTransaction();
    host.execute("CREATE TABLE early ()");
    host.runMigrations();
    host.endTransaction(false);
  });
  const [start, first] = recording.moments;
  expect(Object.keys(start.state.rowCounts)).toEqual([]);
  expect(first).toMatchObject({ title: "CREATE TABLE early ()", stepIndex: 0, statementIndex: 0 });
  expect(Object.keys(first?.state.rowCounts ?? {})).toEqual(["early"]);
});

/** What is shown of `upgrade head` over three revisions; the second runs the statements. */
function record(
  statements: readonly string[],
  configure: ConfigureOptions = {},
  environment: TestEnvironment = runConfigured,
): Recording {
  const revisions = [
    { revision: "one", down: null, upgrade: ["CREATE TABLE one (id integer PRIMARY KEY)"] },
    { revision: "two", down: "one", upgrade: statements },
    { revision: "three", down: "two", upgrade: ["CREATE TABLE three ()"] },
  ];
  const { world } = createTestProject(connection, revisions, configure, {}, environment);
  let recording: Recording | null = null;
  runCommandLine(["upgrade", "head"], {
    ...world,
    openRecorder: () => new StateRecorder(),
    emit: (event) => {
      recording = recordEvent(recording, event);
    },
  });
  if (recording === null) throw new Error("nothing was recorded");
  return recording;
}

function lastMoments({ moments }: Recording): readonly string[] {
  return moments.slice(-2).map(({ kind, title }) => `${kind}: ${title}`);
}
