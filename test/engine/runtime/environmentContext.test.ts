import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../database/openTestDatabase.ts";
import type { ConfigureOptions, EnvironmentHost } from "../../../src/engine/program.ts";
import { createTestProject, runConfigured, type TestEnvironment, type TestRevision } from "../commands/testProject.ts";

const { connection, reset } = await openTestDatabase();

const chain: readonly TestRevision[] = [
  { revision: "aaaa", down: null, upgrade: ["CREATE TABLE a (id int)"], downgrade: ["DROP TABLE a"] },
  { revision: "bbbb", down: "aaaa", upgrade: ["CREATE TABLE b (id int)"], downgrade: ["DROP TABLE b"] },
];
const broken: readonly TestRevision[] = [...chain, { revision: "cccc", down: "bbbb", upgrade: ["SELECT missing"] }];

const column = (sql: string) => connection.execute(sql).rows.map(([value]) => value);
const tables = () =>
  column(
    "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1",
  );

function project(
  revisions: readonly TestRevision[],
  environment: TestEnvironment,
  configure: ConfigureOptions = {},
): ReturnType<typeof createTestProject> {
  return createTestProject(connection, revisions, configure, {}, environment);
}

/** env.ts that uses the connection before `context.configure`. */
const before =
  (use: (host: EnvironmentHost) => void): TestEnvironment =>
  (host, configure) => {
    use(host);
    runConfigured(host, configure);
  };

describe("the connection of env.ts before context.configure", () => {
  beforeEach(reset);

  it("commits what it is told to commit, and leaves the transaction to Alembic", () => {
    const run = project(
      broken,
      before((host) => {
        host.executeOnConnection("CREATE SCHEMA IF NOT EXISTS app", {});
        host.commitConnection();
      }),
      { versionTableSchema: "app" },
    ).run("upgrade bbbb");
    expect(run.exitCode).toBe(0);
    expect(tables()).toEqual(["app.alembic_version", "public.a", "public.b"]);
  });

  it("takes an open transaction for the user's: nothing is committed unless the user does", () => {
    const forgetful = before((host) => void host.executeOnConnection("CREATE TABLE note (id int)", {}));
    const run = project(chain, forgetful).run("upgrade head");
    expect(run.exitCode).toBe(0);
    expect(run.events.map((event) => event.kind).slice(-2)).toEqual(["transactionRolledBack", "runFinished"]);
    expect(tables()).toEqual([]);

    const careful: TestEnvironment = (host, configure) => {
      forgetful(host, configure);
      host.commitConnection();
    };
    const second = project(chain, careful).run("upgrade head");
    expect(second.events.map((event) => event.kind).slice(-2)).toEqual(["transactionCommitted", "runFinished"]);
    expect(tables()).toEqual(["public.a", "public.alembic_version", "public.b", "public.note"]);
  });

  it("forgets what it is told to roll back", () => {
    const run = project(
      chain,
      before((host) => {
        host.executeOnConnection("CREATE TABLE note (id int)", {});
        host.rollbackConnection();
        host.rollbackConnection();
        host.commitConnection();
      }),
    ).run("upgrade head");
    expect(run.exitCode).toBe(0);
    expect(tables()).toEqual(["public.a", "public.alembic_version", "public.b"]);
  });

  it("binds parameters and gives rows", () => {
    const answers: unknown[] = [];
    project(
      chain,
      before((host) => {
        answers.push(host.executeOnConnection("SELECT :left || 'b'", { left: "a" }).rows);
      }),
    ).run("upgrade head");
    expect(answers).toEqual([[["ab"]]]);
  });

  it("rolls back what is open when env.ts ends without Alembic", () => {
    const run = project([], (host) => void host.executeOnConnection("CREATE TABLE note (id int)", {})).run("current");
    expect(run.exitCode).toBe(0);
    expect(connection.inTransaction).toBe(false);
    expect(tables()).toEqual([]);
  });

  it("needs a connection", () => {
    const run = project(
      chain,
      before((host) => host.commitConnection()),
    ).run("upgrade --sql head");
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("Exception: No connection has been opened yet.\n");
  });

  it("refuses an autocommit block in the user's transaction", () => {
    const revisions: readonly TestRevision[] = [
      { revision: "aaaa", down: null, upgrade: ["autocommit: CREATE TABLE a (id int)"] },
    ];
    const run = project(
      revisions,
      before((host) => void host.executeOnConnection("SELECT 1", {})),
    ).run("upgrade head");
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/\nAssertionError\n$/);
    expect(tables()).toEqual([]);
  });
});

describe("transactions", () => {
  beforeEach(reset);

  it("rolls everything back in one transaction when a step fails", () => {
    expect(project(broken, runConfigured).run("upgrade head").exitCode).toBe(1);
    expect(tables()).toEqual([]);
  });

  it("commits each step with transactionPerMigration", () => {
    const run = project(broken, runConfigured, { transactionPerMigration: true }).run("upgrade head");
    expect(run.events.filter((event) => event.kind === "transactionCommitted")).toEqual([
      { kind: "transactionCommitted", heads: ["aaaa"] },
      { kind: "transactionCommitted", heads: ["bbbb"] },
    ]);
    expect(tables()).toEqual(["public.a", "public.alembic_version", "public.b"]);
  });

  it("commits each step with transactionalDdl=false", () => {
    const run = project(broken, runConfigured, { transactionalDdl: false }).run("upgrade head");
    expect(run.stderr).toContain("INFO  [alembic.runtime.migration] Will assume non-transactional DDL.\n");
    expect(column("SELECT version_num FROM alembic_version")).toEqual(["bbbb"]);
  });

  it("prints no transaction with transactionalDdl=false, and one a step with transactionPerMigration", () => {
    const one = chain.slice(0, 1);
    const create =
      "CREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL, \n    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n);\n\n";
    const first =
      "-- Running upgrade  -> aaaa\n\nCREATE TABLE a (id int);\n\nINSERT INTO alembic_version (version_num) VALUES ('aaaa') RETURNING alembic_version.version_num;\n\n";
    const second =
      "-- Running upgrade aaaa -> bbbb\n\nCREATE TABLE b (id int);\n\nUPDATE alembic_version SET version_num='bbbb' WHERE alembic_version.version_num = 'aaaa';\n\n";
    const printed = (revisions: readonly TestRevision[], configure: ConfigureOptions) =>
      project(revisions, runConfigured, configure).run("upgrade head --sql").stdout;
    expect(printed(one, { transactionalDdl: false })).toBe(create + first);
    expect(printed(chain, { transactionPerMigration: true })).toBe(
      `BEGIN;\n\n${create}${first}COMMIT;\n\nBEGIN;\n\n${second}COMMIT;\n\n`,
    );
  });

  it("loses what follows the user's commit in a migration: that transaction is nobody's", () => {
    let environment: EnvironmentHost | undefined;
    const testProject = project(
      chain,
      (host, configure) => {
        environment = host;
        runConfigured(host, configure);
      },
      { onVersionApply: ({ heads }) => heads.includes("aaaa") && environment?.commitConnection() },
    );
    expect(testProject.run("upgrade head").exitCode).toBe(0);
    expect(tables()).toEqual(["public.a", "public.alembic_version"]);
    expect(column("SELECT version_num FROM alembic_version")).toEqual(["aaaa"]);
  });

  it("keeps the version table where versionTable and versionTableSchema say", () => {
    connection.execute("CREATE SCHEMA app");
    const testProject = project(chain, runConfigured, { versionTable: "done", versionTableSchema: "app" });
    expect(testProject.run("upgrade head").exitCode).toBe(0);
    expect(tables()).toEqual(["app.done", "public.a", "public.b"]);
    expect(column("SELECT version_num FROM app.done")).toEqual(["bbbb"]);
    expect(testProject.run("current").stdout).toBe("bbbb (head)\n");
    expect(testProject.run("downgrade base").exitCode).toBe(0);
    expect(column("SELECT version_num FROM app.done")).toEqual([]);
  });
});

describe("onVersionApply", () => {
  beforeEach(reset);

  it("is told each step with the version table's rows after it", () => {
    const told: unknown[] = [];
    const testProject = project(chain, runConfigured, { onVersionApply: (happening) => told.push(happening) });
    testProject.run("upgrade head");
    testProject.run("downgrade -1");
    testProject.run("stamp head");
    expect(told).toEqual([
      {
        step: {
          isUpgrade: true,
          isStamp: false,
          isMigration: true,
          upRevisionId: "aaaa",
          upRevisionIds: ["aaaa"],
          downRevisionIds: [],
          sourceRevisionIds: [],
          destinationRevisionIds: ["aaaa"],
        },
        heads: ["aaaa"],
      },
      {
        step: {
          isUpgrade: true,
          isStamp: false,
          isMigration: true,
          upRevisionId: "bbbb",
          upRevisionIds: ["bbbb"],
          downRevisionIds: ["aaaa"],
          sourceRevisionIds: ["aaaa"],
          destinationRevisionIds: ["bbbb"],
        },
        heads: ["bbbb"],
      },
      {
        step: {
          isUpgrade: false,
          isStamp: false,
          isMigration: true,
          upRevisionId: "bbbb",
          upRevisionIds: ["bbbb"],
          downRevisionIds: ["aaaa"],
          sourceRevisionIds: ["bbbb"],
          destinationRevisionIds: ["aaaa"],
        },
        heads: ["aaaa"],
      },
      {
        step: {
          isUpgrade: true,
          isStamp: true,
          isMigration: false,
          upRevisionId: "bbbb",
          upRevisionIds: ["bbbb"],
          downRevisionIds: ["aaaa"],
          sourceRevisionIds: ["aaaa"],
          destinationRevisionIds: ["bbbb"],
        },
        heads: ["bbbb"],
      },
    ]);
  });

  it("calls a list in order, also with --sql, and before the step is committed", () => {
    const told: string[] = [];
    const testProject = project(chain, runConfigured, {
      onVersionApply: [
        ({ step }) => told.push(`first ${step.upRevisionId}`),
        ({ step }) => told.push(`second ${step.upRevisionId}`),
      ],
    });
    testProject.run("upgrade aaaa --sql");
    expect(told).toEqual(["first aaaa", "second aaaa"]);

    const failing = project(chain, runConfigured, {
      onVersionApply: () => {
        throw new Error("no");
      },
    });
    expect(failing.run("upgrade head").exitCode).toBe(1);
    expect(tables()).toEqual([]);
  });
});

describe("several MetaData", () => {
  beforeEach(reset);
  const table = (name: string) => ({
    name,
    schema: null,
    columns: [{ name: "id", type: { name: "Integer" }, nullable: false, primaryKey: true }],
    constraints: [],
    indexes: [],
  });

  it("compares the tables of all of them", () => {
    connection.execute("CREATE TABLE a (id serial PRIMARY KEY)");
    const testProject = project([], runConfigured, {
      targetMetadata: [{ tables: [table("a")] }, { tables: [table("b")] }],
    });
    expect(testProject.run("check").stdout).toContain("FAILED: New upgrade operations detected: [('add_table', ");
    connection.execute("CREATE TABLE b (id serial PRIMARY KEY)");
    expect(testProject.run("check").stdout).toBe("No new upgrade operations detected.\n");
  });

  it("refuses a table that two of them have", () => {
    const run = project([], runConfigured, {
      targetMetadata: [{ tables: [table("a")] }, { tables: [table("a")] }],
    }).run("check");
    expect(run.stderr).toContain('ValueError: Duplicate table keys across multiple MetaData objects: "a"\n');
  });
});
