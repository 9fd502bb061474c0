import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import { createTestProject, type TestRevision } from "./testProject.ts";

const { connection, reset } = await openTestDatabase();
const chain: readonly TestRevision[] = [
  { revision: "aaaa", down: null, upgrade: ["CREATE TABLE a (id int)"], downgrade: ["DROP TABLE a"] },
  {
    revision: "bbbb",
    down: "aaaa",
    upgrade: ["CREATE TABLE b (id int)", "INSERT INTO b VALUES (1), (2)"],
    downgrade: ["DROP TABLE b"],
  },
];
const broken: readonly TestRevision[] = [
  ...chain,
  { revision: "cccc", down: "bbbb", upgrade: ["CREATE TABLE c (id int)", "CREATE TABLE a (id int)"] },
];

const tables = () =>
  connection
    .execute("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    .rows.map(([name]) => name);
const heads = () => connection.execute("SELECT version_num FROM alembic_version").rows.map(([head]) => head);

describe("runCommandLine", () => {
  beforeEach(reset);

  it("tells what an upgrade does, in order", () => {
    const { events, exitCode, stderr } = createTestProject(connection, chain).run("upgrade head");
    expect(exitCode).toBe(0);
    expect(events.map((event) => event.kind)).toEqual([
      "runStarted",
      "statementExecuted",
      "stepStarted",
      "statementExecuted",
      "statementExecuted",
      "stepFinished",
      "stepStarted",
      "statementExecuted",
      "statementExecuted",
      "statementExecuted",
      "stepFinished",
      "transactionCommitted",
      "runFinished",
    ]);
    expect(events[0]).toMatchObject({
      command: "upgrade head",
      steps: [
        { revision: "aaaa", fromHeads: [], toHeads: ["aaaa"], path: "alembic/versions/0_aaaa.ts" },
        { revision: "bbbb", fromHeads: ["aaaa"], toHeads: ["bbbb"], doc: "make bbbb" },
      ],
    });
    expect(events[8]).toMatchObject({
      stepIndex: 1,
      rowCount: 2,
      location: { path: "alembic/versions/1_bbbb.ts", line: 2 },
    });
    expect(stderr).toContain("INFO  [alembic.runtime.migration] Running upgrade aaaa -> bbbb, make bbbb\n");
    expect(heads()).toEqual(["bbbb"]);
  });

  it.each([
    ["upgarde head", "Did you mean `alembic upgrade`?"],
    ["xyz", "`alembic --help` lists the commands."],
    ["revision --autogenrate -m x", "Did you mean `--autogenerate`, an option of `alembic revision`?"],
    ["upgrade", "`head` is the newest revision"],
  ])("%s: says what was probably meant", (line, hint) => {
    const run = createTestProject(connection, chain).run(line);
    expect(run.exitCode).toBe(2);
    expect(run.problem?.hint).toContain(hint);
  });

  it.each([
    ["exec", "executable = black", "[Errno 2] No such file or directory: 'black'"],
    ["console_scripts", "entrypoint = black", "Could not find entrypoint console_scripts.black"],
  ])("says why a post-write hook of type %s cannot run, and keeps the file", (type, option, message) => {
    const ini = `[alembic]\nscript_location = %(here)s/alembic\n[post_write_hooks]\nhooks = tidy\ntidy.type = ${type}\ntidy.${option}\n`;
    const project = createTestProject(connection, chain, {}, { "alembic.ini": ini });
    const before = project.world.files.list();
    const run = project.run("revision -m more");
    expect(run.problem?.message).toContain(message);
    expect(run.problem?.hint).toContain("no program can be started in a browser's tab");
    expect(project.world.files.list()).toHaveLength(before.length + 1);
  });

  it("rolls everything back when a later step fails, and says where", () => {
    const run = createTestProject(connection, broken).run("upgrade head");
    expect(run.exitCode).toBe(1);
    expect(run.events.map((event) => event.kind).slice(-5)).toEqual([
      "statementExecuted",
      "statementFailed",
      "stepFailed",
      "transactionRolledBack",
      "runFinished",
    ]);
    expect(run.stderr.split("\n").slice(-6)).toEqual([
      "At alembic/versions/2_cccc.ts:2:3:",
      'sqlalchemy.exc.ProgrammingError: (psycopg2.errors.DuplicateTable) relation "a" already exists',
      "",
      "[SQL: CREATE TABLE a (id int)]",
      "(Background on this error at: https://sqlalche.me/e/20/f405)",
      "",
    ]);
    expect(run.problem).toMatchObject({
      location: { path: "alembic/versions/2_cccc.ts", line: 2, column: 3 },
      database: { code: "42P07" },
    });
    expect(tables()).toEqual([]);
  });

  it("keeps what was done before with transactionPerMigration", () => {
    const run = createTestProject(connection, broken, { transactionPerMigration: true }).run("upgrade head");
    expect(run.exitCode).toBe(1);
    expect(tables()).toEqual(["a", "alembic_version", "b"]);
    expect(heads()).toEqual(["bbbb"]);
  });

  it("commits before an autocommit block, unconditionally", () => {
    const revisions: readonly TestRevision[] = [
      {
        revision: "aaaa",
        down: null,
        upgrade: ["CREATE TABLE a (id int)", "autocommit: CREATE INDEX CONCURRENTLY i ON a (id)", "SELECT missing"],
      },
    ];
    const run = createTestProject(connection, revisions).run("upgrade head");
    expect(run.exitCode).toBe(1);
    expect(tables()).toEqual(["a", "alembic_version"]);
    expect(heads()).toEqual([]);
  });

  it("takes a step back", () => {
    const project = createTestProject(connection, chain);
    project.run("upgrade head");
    expect(project.run("downgrade -1").exitCode).toBe(0);
    expect(tables()).toEqual(["a", "alembic_version"]);
    expect(project.run("current").stdout).toBe("aaaa\n");
  });

  it("notices that a row of the version table is gone", () => {
    const project = createTestProject(connection, [
      ...chain,
      { revision: "cccc", down: "bbbb", upgrade: ["DELETE FROM alembic_version"] },
    ]);
    const run = project.run("upgrade head");
    expect(run.exitCode).toBe(255);
    expect(run.stdout).toBe(
      "FAILED: Online migration expected to match one row when updating 'bbbb' to 'cccc' in 'alembic_version'; 0 found\n",
    );
    expect(tables()).toEqual([]);
  });

  it("touches nothing in offline mode", () => {
    const run = createTestProject(connection, chain).run("upgrade --sql aaaa:bbbb");
    expect(run.stdout).toBe(
      "BEGIN;\n\n-- Running upgrade aaaa -> bbbb\n\nCREATE TABLE b (id int);\n\nINSERT INTO b VALUES (1), (2);\n\nUPDATE alembic_version SET version_num='bbbb' WHERE alembic_version.version_num = 'aaaa';\n\nCOMMIT;\n\n",
    );
    expect(run.events).toEqual([]);
    expect(tables()).toEqual([]);
  });

  it("leaves no version table behind when it only looks", () => {
    expect(createTestProject(connection, chain).run("current").exitCode).toBe(0);
    expect(tables()).toEqual([]);
    expect(connection.inTransaction).toBe(false);
  });

  it("opens a written revision and the one that edit names", () => {
    const project = createTestProject(connection, chain);
    expect(project.run("edit aaaa").openFile).toEqual({ path: "alembic/versions/0_aaaa.ts", line: 1, column: 1 });
    expect(project.run("edit nothing").stdout).toBe("FAILED: Can't locate revision identified by 'nothing'\n");
  });

  it("reads pyproject.toml where alembic.ini is silent", () => {
    const project = createTestProject(
      connection,
      chain,
      {},
      {
        "alembic.ini": "[alembic]\nsqlalchemy.url = postgresql://localhost/blog\n",
        "pyproject.toml":
          '[tool.alembic]\n# where\nscript_location = "%(here)s/alembic"\nrecursive_version_locations = false\n',
      },
    );
    expect(project.run("heads").stdout).toBe("bbbb (head)\n");
  });

  it("refuses a url that names no database it knows", () => {
    const project = createTestProject(
      connection,
      chain,
      {},
      { "alembic.ini": "[alembic]\nscript_location = alembic\nsqlalchemy.url = driver://user:pass@localhost/dbname\n" },
    );
    const run = project.run("upgrade head");
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toBe("sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:driver\n");
  });
});
