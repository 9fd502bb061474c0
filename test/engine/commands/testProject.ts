import type { Connection } from "../../../src/engine/connection.ts";
import type { Files } from "../../../src/engine/files.ts";
import type { SourceLocation } from "../../../src/engine/errors.ts";
import type {
  ConfigureOptions,
  EnvironmentHost,
  OperationsHost,
  Program,
  RevisionModule,
  RevisionTemplateValues,
} from "../../../src/engine/program.ts";
import { runCommandLine } from "../../../src/engine/commands/runCommandLine.ts";
import type { CommandOutcome, World } from "../../../src/engine/commands/world.ts";
import type { MigrationEvent } from "../../../src/engine/runtime/migrationEvent.ts";
import { createMemoryFiles } from "../../conformance/memoryFiles.ts";
import { silentWorld } from "../../silentWorld.ts";

/** A revision whose functions run SQL texts; `autocommit: ` before a text runs it in an autocommit block. */
export interface TestRevision {
  readonly revision: string;
  readonly down: string | readonly string[] | null;
  readonly upgrade?: readonly string[];
  readonly downgrade?: readonly string[];
  /** Instead of a module, loading throws this. */
  readonly broken?: Error;
}

export interface TestRun extends CommandOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly events: readonly MigrationEvent[];
}

export interface TestProject {
  readonly world: World;
  run(line: string): TestRun;
}

/** What env.ts does between its connection and its end. */
export type TestEnvironment = (host: EnvironmentHost, configure: ConfigureOptions) => void;

const ini =
  "[alembic]\nscript_location = %(here)s/alembic\npath_separator = os\nsqlalchemy.url = postgresql://ada:secret@localhost/blog\n";

export function createTestProject(
  connection: Connection,
  revisions: readonly TestRevision[],
  configure: ConfigureOptions = {},
  extraFiles: Readonly<Record<string, string>> = {},
  environment: TestEnvironment = runConfigured,
): TestProject {
  const byPath = new Map(
    revisions.map((revision, index) => [`alembic/versions/${index}_${revision.revision}.ts`, revision]),
  );
  const files = createMemoryFiles({
    "alembic.ini": ini,
    "alembic/env.ts": "",
    "alembic/script.ts.template": "template",
    ...Object.fromEntries([...byPath.keys()].map((path) => [path, ""])),
    ...extraFiles,
  });
  const output = { stdout: "", stderr: "" };
  let events: MigrationEvent[] = [];
  const world = silentWorld({
    files,
    program: createTestProgram(byPath, files, configure, environment),
    connect: () => connection,
    emit: (event) => {
      events.push(event);
    },
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text;
    },
  });
  return {
    world,
    run(line) {
      output.stdout = "";
      output.stderr = "";
      events = [];
      const outcome = runCommandLine(line.split(" "), world);
      return { ...outcome, ...output, events };
    },
  };
}

function createTestProgram(
  revisions: ReadonlyMap<string, TestRevision>,
  files: Files,
  configure: ConfigureOptions,
  environment: TestEnvironment,
): Program {
  return {
    loadRevision(path): RevisionModule {
      const revision = revisions.get(path);
      if (revision === undefined) return writtenRevision(path, files.read(path) ?? "");
      if (revision.broken !== undefined) throw revision.broken;
      return {
        path,
        revision: revision.revision,
        downRevision: revision.down,
        branchLabels: null,
        dependsOn: null,
        docstring: `make ${revision.revision}`,
      };
    },
    runEnvironment(_path, host: EnvironmentHost) {
      const url = host.getMainOption("sqlalchemy.url") ?? "";
      if (!host.isOfflineMode()) host.connect(url);
      environment(host, { ...configure, ...(host.isOfflineMode() ? { url } : {}) });
    },
    callMigration(path, direction, host) {
      for (const [index, sql] of (revisions.get(path)?.[direction] ?? []).entries())
        runSql(host, sql, { path, line: index + 1, column: 3 });
    },
    renderTemplate: (_template, values) => JSON.stringify(values),
    renderOperations: (operations) => ({ body: JSON.stringify(operations), imports: [] }),
  };
}

/** The end of every env.ts: configure, and the migrations in a transaction. */
export function runConfigured(host: EnvironmentHost, configure: ConfigureOptions): void {
  host.configure(configure);
  host.beginTransaction();
  try {
    host.runMigrations();
  } catch (error) {
    host.endTransaction(true);
    throw error;
  }
  host.endTransaction(false);
}

/** What `renderTemplate` below wrote. */
function writtenRevision(path: string, text: string): RevisionModule {
  const values = JSON.parse(text) as RevisionTemplateValues;
  return {
    path,
    revision: values.upRevision,
    downRevision: values.downRevision,
    branchLabels: values.branchLabels,
    dependsOn: values.dependsOn,
    docstring: values.message,
  };
}

function runSql(host: OperationsHost, text: string, location: SourceLocation): void {
  const sql = text.replace(/^autocommit: /, "");
  if (sql !== text) host.beginAutocommitBlock();
  host.invoke({ kind: "executeSql", sqltext: sql }, location);
  if (sql !== text) host.endAutocommitBlock();
}
