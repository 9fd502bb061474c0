import { beforeEach, describe, expect, it } from "vitest";
import type { ConfigureOptions } from "../../../src/engine/program.ts";
import type { RevisionDirective } from "../../../src/engine/userFunctions.ts";
import { readDrift } from "../../../src/engine/commands/readDrift.ts";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import { createTestProject, type TestProject } from "./testProject.ts";

const { connection, reset } = await openTestDatabase();

const targetMetadata = {
  tables: [{ name: "posts", columns: [{ name: "title", type: { name: "Text" } }], constraints: [], indexes: [] }],
};

function project(processRevisionDirectives: ConfigureOptions["processRevisionDirectives"]): TestProject {
  return createTestProject(connection, [], {
    targetMetadata,
    ...(processRevisionDirectives === undefined ? {} : { processRevisionDirectives }),
  });
}

/** The values given to the template of each revision file that was written. */
function written({ world }: TestProject): readonly Readonly<Record<string, unknown>>[] {
  return world.files
    .list()
    .filter((path) => path.startsWith("alembic/versions/"))
    .map((path) => JSON.parse(world.files.read(path) ?? "") as Readonly<Record<string, unknown>>);
}

const commentOnPosts = { kind: "createTableComment", tableName: "posts", comment: "news" } as const;

describe("processRevisionDirectives", () => {
  beforeEach(reset);

  it("is given the revision that is about to be written", () => {
    const calls: unknown[] = [];
    const opened = project((...args) => {
      calls.push(JSON.parse(JSON.stringify(args)));
      return null;
    });
    opened.run("revision --autogenerate -m posts");
    const createPosts = {
      kind: "createTable",
      tableName: "posts",
      columns: [{ name: "title", type: { name: "Text" }, nullable: true }],
      constraints: [],
    };
    expect(calls).toEqual([
      [
        { dialect: { name: "postgresql" } },
        [],
        [
          {
            revisionId: "0123456789ab",
            message: "posts",
            upgradeOps: [createPosts],
            downgradeOps: [{ kind: "dropTable", tableName: "posts", reverse: createPosts }],
            imports: [],
            head: null,
            splice: false,
            branchLabel: null,
            versionPath: null,
            dependsOn: [],
          },
        ],
      ],
    ]);
    expect(written(opened)).toHaveLength(1);
  });

  it("writes no file for an empty list", () => {
    const opened = project(() => []);
    expect(opened.run("revision --autogenerate -m nothing").exitCode).toBe(0);
    expect(written(opened)).toEqual([]);
  });

  it("writes what it answers", () => {
    const opened = project((_context, _revision, [directive]) => [
      {
        ...directive,
        revisionId: "abcd1234",
        message: "only words",
        upgradeOps: [commentOnPosts],
        imports: ["import x"],
      },
    ]);
    opened.run("revision --autogenerate -m posts");
    expect(written(opened)).toMatchObject([
      {
        upRevision: "abcd1234",
        message: "only words",
        upgrades: JSON.stringify([commentOnPosts]),
        imports: ["import x"],
      },
    ]);
  });

  it("writes several files; what they leave out is as in the first", () => {
    const opened = project((_context, _revision, directives) => [
      ...directives,
      { message: "more", upgradeOps: [commentOnPosts], downgradeOps: [], revisionId: "abcd1234" },
    ]);
    opened.run("revision --autogenerate -m posts");
    expect(written(opened)).toMatchObject([
      { upRevision: "0123456789ab", downRevision: null, message: "posts" },
      { upRevision: "abcd1234", downRevision: "0123456789ab", message: "more" },
    ]);
  });

  it("is asked without a comparison where revision_environment is set", () => {
    const opened = project((_context, _revision, directives) =>
      directives.map((directive) => ({ ...directive, message: `asked for ${directive.upgradeOps.length} operations` })),
    );
    const ini = opened.world.files.read("alembic.ini") ?? "";
    opened.world.files.write("alembic.ini", `${ini}revision_environment = true\n`);
    opened.run("revision -m plain");
    expect(written(opened)).toMatchObject([{ message: "asked for 0 operations" }]);
  });

  it("decides what check and the drift find", () => {
    const opened = project((_context, _revision, directives) =>
      directives.map((directive): RevisionDirective => ({
        ...directive,
        upgradeOps: [...directive.upgradeOps, commentOnPosts],
      })),
    );
    expect(opened.run("check").stdout).toBe(
      "FAILED: New upgrade operations detected: [('add_table', Table('posts', MetaData(), Column('title', Text(), table=<posts>), schema=None)), " +
        "('add_table_comment', Table('posts', MetaData(), schema=None), None)]\n",
    );
    expect(readDrift(opened.world).changes.map(({ title, reason }) => [title, reason])).toEqual([
      ["create table posts", "the table is in the model only"],
      ["comment on table posts", "processRevisionDirectives wrote it"],
    ]);
  });

  it.each([
    ["text", "processRevisionDirectives must return a list of directives"],
    [["text"], "processRevisionDirectives must return directives in its list"],
    [[{ upgradeOps: null }], "processRevisionDirectives must return a list as upgradeOps"],
    [[{ upgradeOps: ["DROP TABLE posts"] }], "processRevisionDirectives must return operations with a kind"],
    [[{ revisionId: 7 }], "processRevisionDirectives must return a text as revisionId"],
  ])("refuses %j", (answer, message) => {
    const opened = project(() => answer);
    expect(opened.run("revision --autogenerate -m wrong").problem?.message).toBe(`TypeError: ${message}`);
    expect(written(opened)).toEqual([]);
  });
});
