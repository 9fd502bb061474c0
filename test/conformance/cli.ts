import type { Connection } from "../../src/engine/connection.ts";
import { runCommandLine } from "../../src/engine/commands/runCommandLine.ts";
import type { Program } from "../../src/engine/program.ts";
import type { CommandOutcome, World } from "../../src/engine/commands/world.ts";
import { openTestDatabase } from "../database/openTestDatabase.ts";
import { createCaseProgram, readWrittenRevision } from "./cliProgram.ts";
import { createMemoryFiles, type MemoryFiles } from "./memoryFiles.ts";
import type { CliCase, CliProject } from "./cliCase.ts";
import { pythonTemplates } from "./pythonTemplates.ts";

const projectFolder = "/project";
const now = new Date(Date.UTC(2024, 4, 6, 7, 8, 9, 123));

/** Runs a case of cli.jsonl on a real database. The answer is null, or what differs. */
export async function createCliRunner(language: CliLanguage = standIn): Promise<(testCase: CliCase) => string | null> {
  process.env["TZ"] = "UTC";
  const { connection, reset } = await openTestDatabase();
  return (testCase) => {
    reset();
    prepareDatabase(connection, testCase);
    return runCase(connection, testCase, language);
  };
}

/** How a case's project is there: its files, who runs them, and how a revision that was written is read. */
export interface CliLanguage {
  readonly templates: World["templates"];
  files(project: CliProject): Readonly<Record<string, string>>;
  openProgram(
    project: CliProject,
    files: MemoryFiles,
    print: (stream: "stdout" | "stderr", text: string) => void,
  ): Program;
  readWrittenRevision(text: string): Readonly<Record<string, unknown>>;
}

/** The project's files are empty, and its operations come from the case. */
const standIn: CliLanguage = {
  templates: pythonTemplates,
  files: projectFiles,
  openProgram: createCaseProgram,
  readWrittenRevision,
};

let runner: Promise<(testCase: CliCase) => string | null> | null = null;

/** One case on a database that all cases share. */
export async function runCliCase(testCase: CliCase): Promise<string | null> {
  runner ??= createCliRunner();
  return (await runner)(testCase);
}

function prepareDatabase(connection: Connection, testCase: CliCase): void {
  for (const sql of testCase.db_setup ?? []) connection.executeScript(sql);
  if (testCase.heads_in_db === null) return;
  connection.execute(
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
  );
  for (const head of testCase.heads_in_db) connection.execute("INSERT INTO alembic_version VALUES ($1)", [head]);
}

function runCase(connection: Connection, testCase: CliCase, language: CliLanguage): string | null {
  const files = createMemoryFiles(language.files(testCase.project));
  for (const folder of testCase.mkdirs ?? []) files.makeFolder(folder);
  files.forgetChanges();
  let stdout = "";
  let stderr = "";
  const world: World = {
    files,
    program: language.openProgram(testCase.project, files, (stream, text) => {
      if (stream === "stdout") stdout += text;
      else stderr += text;
    }),
    connect: () => connection,
    emit: () => undefined,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    now: () => now,
    microseconds: () => 456,
    randomId: () => "feedbeef0123",
    templates: language.templates,
    revisionSuffix: ".py",
    environment: testCase.env ?? {},
    columns: 80,
    projectFolder,
    templatesFolder: "<alembic>/templates",
  };
  const outcome = runCommandLine(testCase.argv, world);
  if (connection.inTransaction) connection.execute("ROLLBACK");
  const seen = { stdout: withoutOurName(named(stdout)), stderr: named(stderr) };
  const expected = [testCase, ...(testCase.alternatives ?? []).map((alternative) => ({ ...testCase, ...alternative }))];
  const differences = expected.map(
    (candidate) => compareOutput(candidate, outcome, seen) ?? compareEffects(candidate, connection, files, language),
  );
  return differences.includes(null) ? null : (differences[0] ?? null);
}

function compareOutput(
  expected: CliCase,
  outcome: CommandOutcome,
  seen: { readonly stdout: string; readonly stderr: string },
): string | null {
  if (outcome.exitCode !== expected.exit_code)
    return `exit code ${outcome.exitCode}, not ${expected.exit_code}\n${seen.stdout}${seen.stderr}`;
  if (seen.stdout !== expected.stdout) return `stdout:\n${seen.stdout}--- not\n${expected.stdout}`;
  if (expected.traceback !== undefined) {
    return seen.stderr.startsWith(expected.stderr) && seen.stderr.includes(expected.traceback)
      ? null
      : `stderr:\n${seen.stderr}--- not\n${expected.stderr}...${expected.traceback}`;
  }
  if (expected.exit_code === 2)
    return lastLine(seen.stderr) === lastLine(expected.stderr)
      ? null
      : `stderr:\n${seen.stderr}--- not\n${expected.stderr}`;
  return seen.stderr === expected.stderr ? null : `stderr:\n${seen.stderr}--- not\n${expected.stderr}`;
}

function compareEffects(
  expected: CliCase,
  connection: Connection,
  files: MemoryFiles,
  language: CliLanguage,
): string | null {
  const paths = files.changes();
  const expectedPaths = expected.created_paths ?? (expected.created ?? []).map((created) => created.path);
  if (paths.join("\n") !== [...expectedPaths].sort().join("\n"))
    return `created ${paths.join(", ")}, not ${expectedPaths.join(", ")}`;
  for (const created of expected.created ?? []) {
    if (created.fields === undefined) continue;
    const fields = language.readWrittenRevision(files.read(created.path) ?? "");
    for (const [name, value] of Object.entries(created.fields)) {
      if (JSON.stringify(fields[name]) !== JSON.stringify(value))
        return `${created.path}: ${name} is ${JSON.stringify(fields[name])}, not ${JSON.stringify(value)}`;
    }
  }
  const heads = readHeads(connection);
  const expectedHeads = expected.heads_after === null ? null : [...expected.heads_after].sort();
  if (JSON.stringify(heads) !== JSON.stringify(expectedHeads))
    return `heads are ${JSON.stringify(heads)}, not ${JSON.stringify(expectedHeads)}`;
  const tables = readTables(connection);
  if (
    expected.tables_after !== undefined &&
    JSON.stringify(tables) !== JSON.stringify([...expected.tables_after].sort())
  ) {
    return `tables are ${JSON.stringify(tables)}, not ${JSON.stringify(expected.tables_after)}`;
  }
  return null;
}

function readTables(connection: Connection): readonly string[] {
  const { rows } = connection.execute(
    "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'",
  );
  return rows.map(([name]) => name ?? "").sort();
}

function readHeads(connection: Connection): readonly string[] | null {
  if (connection.execute("SELECT to_regclass('public.alembic_version')").rows[0]?.[0] === null) return null;
  return connection
    .execute("SELECT version_num FROM alembic_version")
    .rows.map(([head]) => head ?? "")
    .sort();
}

export function projectFiles(project: CliProject): Readonly<Record<string, string>> {
  if (project.bare === true) return project.files ?? {};
  const config: Record<string, string | null> = {
    script_location: "%(here)s/migrations",
    path_separator: "os",
    "sqlalchemy.url": "postgresql://app:secret@localhost/appdb",
    ...project.config,
  };
  const sections = [
    section("alembic", config),
    ...Object.entries(project.sections ?? {}).map(([name, options]) => section(name, options)),
    loggingSections,
  ];
  const files: Record<string, string> = {
    "alembic.ini": sections.join("\n"),
    "migrations/env.py": "",
    "migrations/script.py.mako": "template",
    "migrations/versions/": "",
  };
  for (const revision of project.revisions ?? []) files[revision.file] = "";
  return { ...files, ...project.files };
}

function section(name: string, options: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(options).flatMap(([key, value]) =>
    value === null ? [] : [`${key} = ${value.replaceAll("\n", "\n    ")}`],
  );
  return `[${name}]\n${lines.join("\n")}\n`;
}

const loggingSections = `[loggers]
keys = root,sqlalchemy,alembic
[logger_root]
level = WARNING
handlers = console
qualname =
[logger_alembic]
level = INFO
handlers =
qualname = alembic
`;

/** Our version line names Stillroom after Alembic's version. */
function withoutOurName(text: string): string {
  return text.replace(/^(alembic \S+) \(Stillroom.*\)$/m, "$1");
}

function named(text: string): string {
  return text.replaceAll(projectFolder, "<project>");
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
