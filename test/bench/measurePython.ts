import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { PythonInterpreter } from "../../src/languages/python/interpreter.ts";
import type { CreatePyodideModule } from "../../src/languages/python/pyodideModule.ts";
import { createPythonProgram } from "../../src/languages/python/pythonProgram.ts";
import { pythonTemplates } from "../../src/languages/python/pythonTemplates.ts";
import { createOverlayFiles } from "../../src/worker/overlayFiles.ts";
import { starters } from "../../src/workspace/starters/starters.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { openProject } from "../languages/typescript/openProject.ts";
import { formatTable } from "./formatTable.ts";
import { median } from "./median.ts";
import { silentWorld } from "../silentWorld.ts";

const rounds = 3;
const revisions = 50;
const pyodide = (name: string): string => createRequire(import.meta.url).resolve(`pyodide/${name}`);

/** Python ready to run a project beside a bare `loadPyodide()`, and what a revision costs beside the same one in TypeScript. */
export async function measurePython(): Promise<void> {
  await measureReady();
  await measureRevisions();
}

/** A first visit compiles the WebAssembly, a second one has it compiled; both sides in turns, files read from the same disk. */
async function measureReady(): Promise<void> {
  const wasmBytes = new Uint8Array(await readFile(pyodide("pyodide.asm.wasm")));
  const library = new Uint8Array(await readFile(new URL("../../.cache/python/library.bin", import.meta.url)));
  const { default: createModule } = (await import(/* @vite-ignore */ pyodide("pyodide.asm.mjs"))) as {
    readonly default: CreatePyodideModule;
  };
  const { loadPyodide } = (await import(/* @vite-ignore */ pyodide("pyodide.mjs"))) as {
    loadPyodide(options: { readonly indexURL: string }): Promise<unknown>;
  };
  const indexURL = dirname(pyodide("pyodide.mjs"));
  const compiled = await WebAssembly.compile(wasmBytes);
  const first: number[] = [];
  const second: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    first.push(
      await timed(async () =>
        PythonInterpreter.open({ wasm: await WebAssembly.compile(wasmBytes), library, createModule }),
      ),
    );
    second.push(await timed(() => PythonInterpreter.open({ wasm: compiled, library, createModule })));
    bare.push(await timed(() => loadPyodide({ indexURL })));
  }
  const ratio = (times: readonly number[]): string => (median(times) / median(bare)).toFixed(2);
  console.log(`Python ready, with alembic and sqlalchemy imported, milliseconds, median of ${rounds}`);
  console.log(
    formatTable([
      ["", "milliseconds", "beside loadPyodide() (at most 1.20)"],
      ["first visit", median(first).toFixed(0), ratio(first)],
      ["second visit", median(second).toFixed(0), ratio(second)],
      ["bare loadPyodide()", median(bare).toFixed(0), ""],
    ]),
  );
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

async function measureRevisions(): Promise<void> {
  const { connection, reset } = await openTestDatabase();
  const python: number[] = [];
  const typescript: number[] = [];
  const runPython = await pythonUpgrade(connection);
  for (let round = 0; round < rounds; round++) {
    reset();
    python.push(await timed(async () => runPython()));
    reset();
    const project = openProject(connection, typescriptFiles());
    typescript.push(await timed(() => project.run("alembic upgrade head")));
  }
  const each = (times: readonly number[]): string => (median(times) / revisions).toFixed(2);
  console.log(`Upgrade through ${revisions} revisions, milliseconds a revision, median of ${rounds}`);
  console.log(
    formatTable([
      ["Python", "TypeScript", "ratio"],
      [each(python), each(typescript), (median(python) / median(typescript)).toFixed(2)],
    ]),
  );
}

async function pythonUpgrade(connection: Connection): Promise<() => void> {
  const { openTestInterpreter } = await import("../languages/python/openTestInterpreter.ts");
  const interpreter = await openTestInterpreter();
  const files = createOverlayFiles({ ...filesOf("scratch-python"), ...pythonRevisions() });
  return () => {
    const world = silentWorld({
      files,
      program: createPythonProgram({
        interpreter,
        files,
        print: () => undefined,
        timeLimit: 60_000,
        now: () => performance.now(),
      }),
      connect: () => connection,
      templates: pythonTemplates,
      revisionSuffix: ".py",
    });
    if (runCommandLine(["upgrade", "head"], world).exitCode !== 0) throw new Error("the Python project did not run");
  };
}

function filesOf(id: string): Readonly<Record<string, string>> {
  return starters.find((starter) => starter.id === id)?.files ?? {};
}

function pythonRevisions(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    numbers().map((number) => [
      `alembic/versions/${name(number)}_table.py`,
      `from alembic import op
import sqlalchemy as sa

revision = "${name(number)}"
down_revision = ${number === 0 ? "None" : `"${name(number - 1)}"`}


def upgrade():
    op.create_table("t${number}", sa.Column("id", sa.Integer(), nullable=False), sa.Column("a", sa.String(20)), sa.PrimaryKeyConstraint("id"))


def downgrade():
    op.drop_table("t${number}")
`,
    ]),
  );
}

function typescriptFiles(): Readonly<Record<string, string>> {
  const files = numbers().map((number) => [
    `alembic/versions/${name(number)}_table.ts`,
    `import { op } from "alembic";
import * as sa from "sqlalchemy";

export const revision = "${name(number)}";
export const downRevision = ${number === 0 ? "null" : `"${name(number - 1)}"`};

export function upgrade() {
  op.createTable("t${number}", sa.Column("id", sa.Integer(), { nullable: false }), sa.Column("a", sa.String(20)), sa.PrimaryKeyConstraint("id"));
}

export function downgrade() {
  op.dropTable("t${number}");
}
`,
  ]);
  return { ...filesOf("scratch"), ...(Object.fromEntries(files) as Record<string, string>) };
}

function numbers(): readonly number[] {
  return Array.from({ length: revisions }, (_, number) => number);
}

function name(number: number): string {
  return number.toString().padStart(6, "0");
}
