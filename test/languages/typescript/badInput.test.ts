import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../database/openTestDatabase.ts";
import { openProject, starterFiles } from "./openProject.ts";

const models = "models.ts";
const env = "alembic/env.ts";
const first = "alembic/versions/043bdf6fcef1_create_posts_table.ts";
const second = "alembic/versions/88fb11965e20_add_users_table.ts";
const third = "alembic/versions/9b1e40c2a7d3_add_posts_owner_id.ts";

interface BadInput {
  readonly name: string;
  readonly file: string;
  /** Text to find and what it becomes; an empty text to find adds to the end. */
  readonly change: readonly [string | RegExp, string];
  readonly message: string;
  /** `line:column` in `at`, or in `file`. */
  readonly place: string;
  readonly at?: string;
}

const inputs: readonly BadInput[] = [
  {
    name: "a syntax error in models.ts",
    file: models,
    change: ["", "\nconst a = ;"],
    message: "SyntaxError: Unexpected token",
    place: "29:11",
  },
  {
    name: "a syntax error in a revision",
    file: second,
    change: ["", "\nexport function ("],
    message: "SyntaxError: Unexpected token",
    place: "37:17",
  },
  {
    name: "a syntax error in env.ts",
    file: env,
    change: ["", "\nif ("],
    message: "SyntaxError: Unexpected token",
    place: "45:5",
  },
  {
    name: "an ini without sections",
    file: "alembic.ini",
    change: [/^[\s\S]*$/, "script_location = x\n"],
    message:
      "configparser.MissingSectionHeaderError: File contains no section headers.\nfile: 'alembic.ini', line: 1\n'script_location = x\\n'",
    place: "1:1",
  },
  {
    name: "an exception in upgrade()",
    file: second,
    change: ["const users = op", 'throw new RangeError("no");\n  const users = op'],
    message: "RangeError: no",
    place: "17:23",
  },
  {
    name: "an exception in models.ts",
    file: models,
    change: ["", '\nthrow new Error("models broke");'],
    message: "Error: models broke",
    place: "29:16",
  },
  {
    name: "a thrown text in env.ts",
    file: env,
    change: [/^[\s\S]*$/, 'throw "plain text";\n'],
    message: "Error: plain text",
    place: "1:1",
  },
  {
    name: "a name that does not exist",
    file: models,
    change: ["", "\nfoo.bar();"],
    message: "ReferenceError: 'foo' is not defined",
    place: "29:1",
  },
  {
    name: "an endless loop in models.ts",
    file: models,
    change: ["", "\nfor (;;) {}"],
    message: "TimeoutError: stopped after 1 seconds; is there a loop without an end?",
    place: "29:1",
  },
  {
    name: "an endless loop that catches",
    file: second,
    change: ["const users = op", "while (true) { try { for (;;) {} } catch {} }\n  const users = op"],
    message: "TimeoutError: stopped after 1 seconds; is there a loop without an end?",
    place: "17:3",
  },
  {
    name: "an endless regular expression",
    file: models,
    change: ["", '\n/(a+)+$/.test("a".repeat(40) + "b");'],
    message: "TimeoutError: stopped after 1 seconds; is there a loop without an end?",
    place: "29:14",
  },
  {
    name: "an endless getter of what is thrown",
    file: env,
    change: [/^[\s\S]*$/, "throw { get stack() { for (;;) {} } };"],
    message: "TimeoutError: stopped after 1 seconds; is there a loop without an end?",
    place: "1:1",
  },
  {
    name: "recursion without an end",
    file: models,
    change: ["", "\nfunction deeper(n: number): number {\n  return deeper(n + 1) + 1;\n}\ndeeper(0);"],
    message: "RecursionError: maximum recursion depth exceeded; does a function call itself without an end?",
    place: "30:16",
  },
  {
    name: "memory without an end",
    file: models,
    change: ["", "\nconst all: unknown[] = [];\nfor (;;) all.push(new Array(1000).fill(1));"],
    message: "MemoryError: the 64 MB that project files may use are full",
    place: "30:39",
  },
  {
    name: "promises without an end",
    file: models,
    change: ["", "\nconst again = (): Promise<unknown> => Promise.resolve().then(again);\nawait again();"],
    message: "MemoryError: the 64 MB that project files may use are full",
    place: "1:1",
    at: "alembic/env.ts",
  },
  {
    name: "a text without an end",
    file: models,
    change: ["", '\nlet long = "x";\nfor (;;) long += long;'],
    message: "MemoryError: a text grew longer than project files may make one",
    place: "30:15",
  },
  {
    name: "a nesting without an end",
    file: models,
    change: ["", `\nconst deep = ${"(".repeat(20000)}1${")".repeat(20000)};`],
    message: "SyntaxError: the file is nested too deeply to be read",
    place: "1:1",
  },
  {
    name: "an import that is misspelt",
    file: models,
    change: ['"./database"', '"./databse"'],
    message: 'ModuleNotFoundError: Cannot find module "./databse"; did you mean "./database"?',
    place: "2:22",
  },
  {
    name: "an import() that is misspelt",
    file: models,
    change: ["", '\nawait import("./databse");'],
    message: 'ModuleNotFoundError: Cannot find module "./databse"; did you mean "./database"?',
    place: "29:14",
  },
  {
    name: "an import as Python writes it",
    file: env,
    change: ['"../models"', '"models"'],
    message: 'ModuleNotFoundError: Cannot find module "models"; did you mean "../models"?',
    place: "4:22",
  },
  {
    name: "a package",
    file: models,
    change: [/^/, 'import _ from "lodash";\n'],
    message:
      'ModuleNotFoundError: Cannot find module "lodash"; a project file is imported by its place, such as "./models", and "alembic", "sqlalchemy", "sqlalchemy/postgresql", "sqlalchemy/dialects/postgresql" are there as well',
    place: "1:15",
  },
  {
    name: "an export that a file lacks",
    file: models,
    change: ["import { Base }", "import { Base, Bas }"],
    message: `ImportError: "./database" does not export 'Bas'; did you mean 'Base'?`,
    place: "2:16",
  },
  {
    name: "an export that the library lacks",
    file: models,
    change: ["Text, text", "Text, Strng, text"],
    message: `ImportError: "sqlalchemy" does not export 'Strng'; did you mean 'String'?`,
    place: "1:73",
  },
  {
    name: "a namespace",
    file: models,
    change: ["", "\nnamespace X { export const a = 1; }"],
    message: "SyntaxError: namespaces are not supported here; use a file of its own and import it",
    place: "29:1",
  },
  {
    name: "the same table twice",
    file: models,
    change: ["", '\nBase.model("users", { id: Column(Integer) });'],
    message: "InvalidRequestError: Table 'users' is already defined for this MetaData instance.",
    place: "29:11",
  },
  {
    name: "no downRevision",
    file: second,
    change: [/export const downRevision.*\n/, ""],
    message: `AttributeError: module '${second}' does not export 'downRevision'`,
    place: "11:1",
  },
  {
    name: "a downRevision that is a number",
    file: first,
    change: ["downRevision = null", "downRevision = 7"],
    message: "TypeError: downRevision must be text in quotes, a list of such, or null",
    place: "12:1",
  },
  {
    name: "no upgrade()",
    file: first,
    change: ["function upgrade", "function upgrad"],
    message: `AttributeError: module '${first}' does not export a function 'upgrade'`,
    place: "1:1",
  },
  {
    name: "a promise that nothing settles",
    file: second,
    change: ["function upgrade() {", "async function upgrade() {\n  await new Promise(() => {});"],
    message: "Error: A promise was awaited that nothing ever settles; no await is needed here.",
    place: "1:1",
  },
  {
    name: "an operation that does not exist",
    file: second,
    change: ["op.createTable", "op.createTabel"],
    message: "AttributeError: 'Operations' object has no attribute 'createTabel'; did you mean 'createTable'?",
    place: "17:19",
  },
  {
    name: "an option that does not exist",
    file: second,
    change: ["nullable: false", "nulable: false"],
    message: "TypeError: Column() got an unexpected option 'nulable'; did you mean 'nullable'?",
    place: "19:11",
  },
  {
    name: "an operation outside of a function",
    file: second,
    change: ["", '\nop.dropTable("x");'],
    message:
      "NameError: Can't invoke function 'op', as the proxy object has not yet been established for the Alembic 'Operations' class.  Try placing this code inside upgrade() or downgrade().",
    place: "37:13",
  },
  {
    name: "a table that does not exist",
    file: third,
    change: ['"users", ["owner_id"]', '"uzers", ["owner_id"]'],
    message: 'relation "uzers" does not exist',
    place: "21:22",
  },
  {
    name: "NULL where there are rows",
    file: third,
    change: ["nullable: true", "nullable: false"],
    message: 'column "owner_id" of relation "posts" contains null values',
    place: "18:15",
  },
  {
    name: "SQL that cannot be read",
    file: third,
    change: ["UPDATE posts", "UPDTE posts"],
    message: 'syntax error at or near "UPDTE"',
    place: "19:13",
  },
  {
    name: "an SQL error that was swallowed",
    file: third,
    change: ["op.execute(", 'try { op.execute("SELECT nope"); } catch {}\n  op.execute('],
    message: "current transaction is aborted, commands ignored until end of transaction block",
    place: "20:13",
  },
  {
    name: "a URL that nothing serves",
    file: env,
    change: ["postgresql+psycopg2", "driver"],
    message: "sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:driver",
    place: "33:22",
  },
  {
    name: "a percent sign in the password",
    file: "config.ts",
    change: ["distilled", "p%ss"],
    message:
      "ValueError: invalid interpolation syntax in 'postgresql+psycopg2://stillroom:p%ss@localhost:5432/blog' at position 33",
    place: "7:21",
    at: env,
  },
];

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  database.reset();
});

const tableCount = () =>
  database.connection.execute("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace").rows[0]?.[0];

describe("each mistake says what and where, and leaves the database as it was", () => {
  it.each(inputs)("$name", async ({ file, change: [find, replacement], message, place, at }) => {
    const files: Record<string, string> = { ...starterFiles("blog") };
    const text = files[file] ?? "";
    files[file] = find === "" ? text + replacement : text.replace(find, () => replacement);
    expect(files[file]).not.toBe(text);
    const { exitCode, problem } = await openProject(
      database.connection,
      files,
      message.includes("stopped after") ? 1000 : 20_000,
    ).run("alembic upgrade head");
    expect(exitCode).toBe(1);
    expect(problem?.message).toBe(message);
    const { path, line, column } = problem?.location ?? { path: "", line: 0, column: 0 };
    expect(`${path} ${line}:${column}`).toBe(`${at ?? file} ${place}`);
    expect(tableCount()).toBe("0");
  });
});

describe("what is printed", () => {
  it("comes in order and can be cut off", async () => {
    const files = { ...starterFiles("blog") };
    files[models] =
      `${files[models]}\nconsole.log("one", { two: [2, "x"] }, null);\nfor (let i = 0; i < 3000; i++) console.error("y".repeat(100));`;
    const { stdout, stderr } = await openProject(database.connection, files).run("alembic upgrade head");
    expect(stdout).toBe('one { two: [2, "x"] } null\n');
    expect(stderr).toContain("... more was printed than the terminal takes\n");
    expect(stderr.length).toBeLessThan(210_000);
  });
});

describe("commands that are typed wrong", () => {
  it.each([
    ["alembic upgrad head", 2, "alembic: error: "],
    ["alembic upgrade --hed head", 2, "alembic: error: unrecognized arguments: --hed\n"],
    ["alembic upgrade", 2, "alembic upgrade: error: the following arguments are required: revision\n"],
    ["alembic upgrade nope", 255, "FAILED: Can't locate revision identified by 'nope'\n"],
    ["alembic downgrade -1", 255, "FAILED: Relative revision -1 didn't produce 1 migrations\n"],
  ])("%s", async (line, exitCode, said) => {
    const run = await openProject(database.connection, starterFiles("blog")).run(line);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout + run.stderr).toContain(said);
  });
});
