import { beforeEach, describe, expect, it } from "vitest";
import { inspectProject } from "../../../src/engine/commands/inspectProject.ts";
import { ProgramError } from "../../../src/engine/errors.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import { createTestProject, type TestRevision } from "./testProject.ts";

const { connection, reset } = await openTestDatabase();
const inspect = (revisions: readonly TestRevision[], texts: Readonly<Record<string, string>> = {}) =>
  inspectProject(createTestProject(connection, revisions, {}, texts).world);

describe("inspectProject", () => {
  beforeEach(reset);

  it("lists the revisions with their place in the chain", () => {
    const { revisions, problems } = inspect([
      { revision: "aaaa", down: null },
      { revision: "bbbb", down: "aaaa" },
    ]);
    expect(problems).toEqual([]);
    expect(
      revisions.map(({ revision, downRevisions, isBase, isHead, path }) => ({
        revision,
        downRevisions,
        isBase,
        isHead,
        path,
      })),
    ).toEqual([
      { revision: "aaaa", downRevisions: [], isBase: true, isHead: false, path: "alembic/versions/0_aaaa.ts" },
      { revision: "bbbb", downRevisions: ["aaaa"], isBase: false, isHead: true, path: "alembic/versions/1_bbbb.ts" },
    ]);
  });

  it("says what has no meaning in a browser", () => {
    const ini = "[alembic]\nscript_location = %(here)s/alembic\nsourceless = true\n";
    expect(inspect([{ revision: "aaaa", down: null }], { "alembic.ini": ini }).problems).toEqual([
      {
        severity: "info",
        message: "sourceless = true has no meaning here: revisions are always read from their source.",
        hint: "Leave it for home; nothing else changes.",
        location: { path: "alembic.ini", line: 3, column: 1 },
      },
    ]);
  });

  it("shows what loads and reports what does not", () => {
    const location = { path: "alembic/versions/1_bbbb.ts", line: 7, column: 2 };
    const { revisions, problems } = inspect([
      { revision: "aaaa", down: null },
      { revision: "bbbb", down: "aaaa", broken: new ProgramError("SyntaxError", "unexpected token", location) },
    ]);
    expect(revisions.map(({ revision }) => revision)).toEqual(["aaaa"]);
    expect(problems).toEqual([{ severity: "error", message: "SyntaxError: unexpected token", location }]);
  });

  it("shows a file that does not load by what its text says", () => {
    const broken = new ProgramError("SyntaxError", "unexpected token");
    const { revisions } = inspect(
      [
        { revision: "aaaa", down: null },
        { revision: "bbbb", down: "aaaa", broken },
        { revision: "cccc", down: "bbbb" },
      ],
      {
        "alembic/versions/1_bbbb.ts":
          '/** add a column */\nexport const revision = "bbbb";\nexport const downRevision: string | null = "aaaa";\nexport function upgrade( {',
      },
    );
    expect(
      revisions.map(({ revision, downRevisions, doc, loaded }) => ({ revision, downRevisions, doc, loaded })),
    ).toEqual([
      { revision: "aaaa", downRevisions: [], doc: "make aaaa", loaded: true },
      { revision: "bbbb", downRevisions: ["aaaa"], doc: "add a column", loaded: false },
      { revision: "cccc", downRevisions: ["bbbb"], doc: "make cccc", loaded: true },
    ]);
  });

  it("runs nothing when it is told so", () => {
    const project = createTestProject(
      connection,
      [{ revision: "aaaa", down: null }],
      {},
      {
        "alembic/versions/0_aaaa.ts": `export const revision = "aaaa";`,
        "alembic/versions/c.ts": `// no revision`,
      },
    );
    expect(inspectProject(project.world, "none")).toMatchObject({
      revisions: [{ revision: "aaaa", downRevisions: [], doc: "", loaded: false }],
      problems: [],
    });
  });

  it("reports duplicates, missing parents and cycles without throwing", () => {
    expect(
      inspect([
        { revision: "aaaa", down: null },
        { revision: "aaaa", down: null },
      ]).problems,
    ).toMatchObject([{ message: "Revision aaaa is present more than once" }]);
    const missing = inspect([{ revision: "bbbb", down: "ghost" }]);
    expect(missing.problems).toMatchObject([{ message: "Revision ghost referenced from bbbb is not present" }]);
    expect(missing.revisions).toHaveLength(1);
    const cycle = inspect([
      { revision: "aaaa", down: "bbbb" },
      { revision: "bbbb", down: "aaaa" },
    ]);
    expect(cycle.problems).toMatchObject([{ message: "Cycle is detected in revisions (aaaa, bbbb)" }]);
    expect(cycle.revisions).toHaveLength(2);
  });
});
