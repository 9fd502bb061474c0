import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import type { ProjectRun } from "../projectRunner.ts";
import { openProject, starterFiles } from "./openProject.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

/** The blog, with env's call of `context.configure` given more, up to head and then one generated revision. */
async function generate(options: string): Promise<ProjectRun> {
  const files = { ...starterFiles("blog") };
  const env = files["alembic/env.ts"] ?? "";
  files["alembic/env.ts"] = env.replace("connection, targetMetadata", `connection, targetMetadata, ${options}`);
  expect(files["alembic/env.ts"]).not.toBe(env);
  const project = openProject(database.connection, files);
  expect(await project.run("alembic upgrade head")).toMatchObject({ exitCode: 0 });
  return project.run('alembic revision --autogenerate -m "more"');
}

const text = ({ written }: ProjectRun): string => Object.values(written)[0] ?? "";

describe("env's functions", () => {
  it("renderItem writes an item in other words and brings its imports", async () => {
    const run = await generate(
      `renderItem: (type, item) => type === "type" && (item as { name: string }).name === "Boolean" ? { text: "flag()", imports: ['import { flag } from "../flag";'] } : false`,
    );
    expect(text(run)).toContain('import { flag } from "../flag";\n');
    expect(text(run)).toContain('sa.Column("published", flag(), {');
  });

  it("renderItem leaves an item out", async () => {
    const run = await generate('renderItem: (type) => (type === "server_default" ? null : false)');
    expect(text(run)).toContain('op.addColumn("posts", sa.Column("published", sa.Boolean(), { nullable: false }));');
  });

  it("renderItem that answers nonsense is told so", async () => {
    const run = await generate("renderItem: () => 7 as never");
    expect(run.exitCode).not.toBe(0);
    expect(run.stderr).toContain("renderItem must answer text, { text, imports }, null or false for a column");
    expect(run.written).toEqual({});
  });

  it("renderAsBatch puts one table's changes into one block", async () => {
    const run = await generate("renderAsBatch: true");
    expect(text(run)).toContain('  op.batchAlterTable("posts", (batch) => {\n    batch.addColumn(');
    expect(text(run)).toContain(
      '  op.batchAlterTable("posts", (batch) => {\n    batch.dropColumn("published");\n  });',
    );
  });

  it("processRevisionDirectives changes what is written, in place", async () => {
    const run = await generate(
      'processRevisionDirectives: (_context, _revision, directives) => { const [first] = directives; if (first) { first.message = "other"; first.imports.push(\'import "../models";\'); first.downgradeOps = []; } }',
    );
    expect(Object.keys(run.written)).toEqual(["alembic/versions/000000000001_other.ts"]);
    expect(text(run)).toContain('import "../models";\n');
    expect(text(run)).toContain("op.addColumn(");
    expect(text(run)).not.toContain("op.dropColumn(");
  });

  it("processRevisionDirectives writes no file when the list is emptied", async () => {
    const run = await generate(
      "processRevisionDirectives: (_context, _revision, directives) => { directives.length = 0; }",
    );
    expect(run).toMatchObject({ exitCode: 0, written: {} });
  });

  it("includeObject leaves a column out of the comparison", async () => {
    const run = await generate('includeObject: (_object, name, type) => !(type === "column" && name === "published")');
    expect(text(run)).not.toContain("published");
  });

  it("onVersionApply hears of each step", async () => {
    const run = await generate(
      'onVersionApply: ({ step, heads }) => console.log(`${step.isUpgrade ? "up" : "down"} ${heads.join()}`)',
    );
    expect(run.exitCode).toBe(0);
  });
});
