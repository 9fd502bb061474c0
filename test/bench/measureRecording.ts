import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { StateRecorder } from "../../src/engine/observation/stateRecorder.ts";
import { projectTemplate } from "../../src/languages/typescript/projectTemplate.ts";
import { openTestProgram } from "../languages/typescript/openTestProgram.ts";
import { createOverlayFiles } from "../../src/worker/overlayFiles.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { starterFiles } from "../languages/typescript/openProject.ts";
import { dropTables } from "./dropTables.ts";
import { formatTable } from "./formatTable.ts";
import { addColumn, createTable, revisionFiles } from "./tablesProject.ts";
import { silentWorld } from "../silentWorld.ts";

const rounds = 5;
/** Until the compilers have done what they do: they count as processor time too. */
const warmUps = 12;

interface Measured {
  /** Milliseconds of processor time. */
  readonly processor: number;
  readonly statements: number;
  readonly read: number;
}

/**
 * `alembic upgrade head` of a TypeScript project in the sandbox, as the page runs it, with and without reading states and observing statements.
 * Each table is a revision that creates it and one that adds a column and an index.
 */
export async function measureRecording(): Promise<void> {
  const { connection, reset } = await openTestDatabase();
  reset();
  for (let round = 0; round < warmUps; round++)
    for (const recorded of [false, true]) await upgrade(10, connection, recorded);
  const rows = [["tables", "revisions", "statements", "alone", "recorded", "ratio", "statements read"]];
  for (const tables of [10, 50, 100]) {
    const alone: Measured[] = [];
    const recorded: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      alone.push(await upgrade(tables, connection, false));
      recorded.push(await upgrade(tables, connection, true));
    }
    const least = (all: readonly Measured[]): number => Math.min(...all.map(({ processor }) => processor));
    const last = recorded.at(-1);
    rows.push([
      tables.toString(),
      (2 * tables).toString(),
      String(last?.statements ?? 0),
      least(alone).toFixed(0),
      least(recorded).toFixed(0),
      (least(recorded) / least(alone)).toFixed(2),
      `${last?.read ?? 0}`,
    ]);
  }
  console.log(
    `Recording a run: states, rows and X-ray after every statement, milliseconds of processor time, lowest of ${rounds}`,
  );
  console.log(formatTable(rows));
  console.log(
    "  ratio at most 2; where reading would take longer than the run itself, fewer statements are read, the first sixteen excepted",
  );
}

async function upgrade(tables: number, connection: Connection, recorded: boolean): Promise<Measured> {
  const files = createOverlayFiles({ ...starterFiles("scratch"), ...projectOf(tables) });
  let statements = 0;
  let read = 0;
  const before = process.cpuUsage();
  const began = performance.now();
  const program = await openTestProgram({
    files,
    timeLimit: 60_000,
    now: () => performance.now(),
    print: () => undefined,
  });
  const world = silentWorld({
    files,
    program,
    connect: () => connection,
    emit: (event) => {
      if (event.kind !== "statementExecuted" || event.operation === null) return;
      statements++;
      if (event.stateRead) read++;
    },
    elapsed: () => performance.now(),
    templates: [projectTemplate],
    ...(recorded ? { openRecorder: () => new StateRecorder({ elapsed: () => performance.now() - began }) } : {}),
  });
  const { exitCode } = runCommandLine(["upgrade", "head"], world);
  const { user, system } = process.cpuUsage(before);
  if (exitCode !== 0) throw new Error("the upgrade failed");
  dropTables(connection);
  return { processor: (user + system) / 1000, statements, read };
}

function projectOf(tables: number): Readonly<Record<string, string>> {
  return revisionFiles(
    Array.from({ length: 2 * tables }, (_, index) => {
      const table = Math.floor(index / 2);
      if (index % 2 === 0) return createTable(table);
      return `${addColumn(table, "note")}\n  op.createIndex("ix_${table}", "table_${table}", ["name"]);`;
    }),
  );
}
