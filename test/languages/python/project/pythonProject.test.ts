import { beforeAll, describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { recordProject } from "../../../../src/engine/commands/recordProject.ts";
import { renderPythonProject } from "../../../../src/languages/python/project/renderPythonProject.ts";
import type { TranslatedProject } from "../../../../src/languages/translatedProject.ts";
import { openTestProgram } from "../../typescript/openTestProgram.ts";
import { projectTemplate } from "../../../../src/languages/typescript/projectTemplate.ts";
import { createOverlayFiles } from "../../../../src/worker/overlayFiles.ts";
import { starters } from "../../../../src/workspace/starters/starters.ts";
import { openTestDatabase, type TestDatabase } from "../../../database/openTestDatabase.ts";
import { openProject } from "../../typescript/openProject.ts";
import { openPythonProject } from "../openPythonProject.ts";
import { generatedProject } from "./generatedProject.ts";
import { silentWorld } from "../../../silentWorld.ts";

type Files = Readonly<Record<string, string>>;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  database.reset();
});

async function writtenInPython(files: Files): Promise<TranslatedProject> {
  const overlay = createOverlayFiles(files);
  const program = await openTestProgram({
    files: overlay,
    timeLimit: 5000,
    now: () => performance.now(),
    print: () => undefined,
  });
  const world = silentWorld({
    files: overlay,
    program,
    connect: () => database.connection,
    templates: [projectTemplate],
  });
  return renderPythonProject(recordProject(world), files["alembic.ini"] ?? "", "Taken home");
}

/** What `--sql` prints up and down, in both languages: run by CPython, every file of the Python project is compiled and executed. */
async function expectSameSql(files: Files, range = "heads"): Promise<TranslatedProject> {
  const python = await writtenInPython(files);
  const original = openProject(database.connection, files, 10_000);
  const copy = openPythonProject(database.connection, python.files, 10_000);
  for (const line of [`alembic upgrade ${range} --sql`, `alembic downgrade ${range}:base --sql`]) {
    const there = await original.run(line);
    const here = await copy.run(line);
    expect(here.problem?.message, Object.values(python.files).join("\n")).toBe(there.problem?.message);
    expect(here.stdout).toBe(there.stdout);
  }
  return python;
}

describe("a project that goes home in Python", () => {
  it.each(starters.filter(({ id }) => !id.endsWith("-python")).map((starter) => [starter.id, starter] as const))(
    "gives the SQL of the starter %s",
    async (_id, { files }) => {
      const python = await expectSameSql(files);
      expect(Object.keys(python.files)).toEqual(
        expect.arrayContaining([
          "alembic.ini",
          "models.py",
          "alembic/env.py",
          "alembic/script.py.mako",
          "requirements.txt",
          "README.md",
        ]),
      );
    },
  );

  it("has the folder of its revisions before there is one", async () => {
    const scratch = starters.find(({ id }) => id === "scratch")?.files ?? {};
    expect(Object.keys((await writtenInPython(scratch)).files)).toContain("alembic/versions/.gitkeep");
  });

  it("gives the SQL of 20 generated projects", async () => {
    const scratch = starters.find(({ id }) => id === "scratch")?.files ?? {};
    await fc.assert(
      fc.asyncProperty(generatedProject, async (files) => {
        await expectSameSql({ ...scratch, ...files });
      }),
      { numRuns: 20, seed: 18 },
    );
  }, 120_000);
});
