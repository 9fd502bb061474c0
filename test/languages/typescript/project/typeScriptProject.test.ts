import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { recordProject, type RecordedProject } from "../../../../src/engine/commands/recordProject.ts";
import { renderPythonProject } from "../../../../src/languages/python/project/renderPythonProject.ts";
import { openPythonProgram } from "../../../../src/languages/python/pythonProgram.ts";
import { pythonTemplates } from "../../../../src/languages/python/pythonTemplates.ts";
import { renderTypeScriptProject } from "../../../../src/languages/typescript/project/renderTypeScriptProject.ts";
import { projectTemplate } from "../../../../src/languages/typescript/projectTemplate.ts";
import { openTestProgram } from "../openTestProgram.ts";
import type { TranslatedProject } from "../../../../src/languages/translatedProject.ts";
import { createOverlayFiles } from "../../../../src/worker/overlayFiles.ts";
import { starters } from "../../../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../../../database/openTestDatabase.ts";
import { silentWorld } from "../../../silentWorld.ts";
import { generatedProject } from "../../python/project/generatedProject.ts";
import { openPythonProject } from "../../python/openPythonProject.ts";
import { openTestInterpreter } from "../../python/openTestInterpreter.ts";
import { openProject } from "../openProject.ts";

type Files = Readonly<Record<string, string>>;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  database.reset();
});

async function recorded(files: Files, language: "typescript" | "python"): Promise<RecordedProject> {
  const overlay = createOverlayFiles(files);
  const settings = { files: overlay, timeLimit: 10_000, now: () => performance.now(), print: () => undefined };
  const program =
    language === "typescript"
      ? await openTestProgram(settings)
      : await openPythonProgram({ interpreter: await openTestInterpreter(), ...settings });
  return recordProject(
    silentWorld({
      files: overlay,
      program,
      connect: () => database.connection,
      templates: language === "typescript" ? [projectTemplate] : pythonTemplates,
      revisionSuffix: language === "typescript" ? ".ts" : ".py",
    }),
  );
}

async function inTypeScript(python: Files): Promise<TranslatedProject> {
  return renderTypeScriptProject(await recorded(python, "python"), python["alembic.ini"] ?? "");
}

const lines = ["alembic upgrade heads --sql", "alembic downgrade heads:base --sql", "alembic history"];

/** To Python and back: the same statements, the same history and the same models. */
async function expectRoundTrip(files: Files): Promise<void> {
  const first = await recorded(files, "typescript");
  const python = renderPythonProject(first, files["alembic.ini"] ?? "", "Round trip");
  const back = await inTypeScript(python.files);
  const original = openProject(database.connection, files, 10_000);
  const copy = openProject(database.connection, back.files, 10_000);
  for (const line of lines) {
    const there = await original.run(line);
    const here = await copy.run(line);
    expect(here.problem?.message, Object.values(back.files).join("\n")).toBe(there.problem?.message);
    expect(here.stdout).toBe(there.stdout);
  }
  const again = await recorded(back.files, "typescript");
  const rewritten = renderPythonProject(again, files["alembic.ini"] ?? "", "Round trip");
  expect(rewritten.files["models.py"]).toBe(python.files["models.py"]);
}

/** Of an upgrade to head and a revision generated behind it, where a starter has something to repair. */
const exitCodesOf: Readonly<Record<string, readonly number[]>> = {
  "two-heads-python": [255, 255],
  "broken-python": [1, 255],
};

describe("a project in Python that is written in TypeScript", () => {
  it.each(starters.filter(({ id }) => id.endsWith("-python")).map((starter) => [starter.id, starter] as const))(
    "gives the SQL of the starter %s, and its models agree with it",
    async (id, { files }) => {
      const { files: typescript, remarks } = await inTypeScript(files);
      expect(remarks).toEqual([]);
      const original = openPythonProject(database.connection, files, 10_000);
      const copy = openProject(database.connection, typescript, 10_000);
      for (const line of lines) expect((await copy.run(line)).stdout).toBe((await original.run(line)).stdout);
      const commands = ["alembic upgrade head", "alembic revision --autogenerate -m next"];
      const generated = [];
      for (const project of [original, copy]) {
        database.reset();
        const exitCodes = [];
        for (const line of commands) exitCodes.push((await project.run(line)).exitCode);
        const drift = await project.drift();
        expect(exitCodes, id).toEqual(exitCodesOf[id] ?? [0, 0]);
        generated.push({ drift: drift.unavailable?.message, models: drift.models?.length });
      }
      database.reset();
      expect(generated[1]).toEqual(generated[0]);
    },
    60_000,
  );

  it.each(starters.filter(({ id }) => !id.endsWith("-python")).map((starter) => [starter.id, starter] as const))(
    "is what it was: the starter %s to Python and back",
    async (_id, { files }) => expectRoundTrip(files),
    60_000,
  );

  it("is what it was: 6 generated projects to Python and back", async () => {
    const scratch = starters.find(({ id }) => id === "scratch")?.files ?? {};
    await fc.assert(
      fc.asyncProperty(generatedProject, (files) => expectRoundTrip({ ...scratch, ...files })),
      { numRuns: 6, seed: 18 },
    );
  }, 180_000);

  it("says what it could not carry over, where it stands", async () => {
    const blog = starters.find(({ id }) => id === "blog-python")?.files ?? {};
    const path = Object.keys(blog).find((name) => name.includes("043bdf6fcef1")) ?? "";
    const text = blog[path] ?? "";
    const changed = text.replace(
      /def upgrade\(\)[^\n]*\n/,
      (head) => `${head}    rows = op.get_bind().exec_driver_sql("SELECT 1").fetchall()\n`,
    );
    const { files, remarks } = await inTypeScript({ ...blog, [path]: changed });
    expect(remarks).toEqual([
      expect.stringMatching(/043bdf6fcef1.*Line \d+ of the original asks the connection for rows/),
    ]);
    expect(files[path.replace(/\.py$/, ".ts")]).toContain("// Line");
  });
});
