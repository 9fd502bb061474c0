import { databaseErrorText } from "../../engine/commands/databaseErrorText.ts";
import { CommandError, DatabaseError, ProgramError, type SourceLocation } from "../../engine/errors.ts";
import type { EnvironmentHost, OperationsHost, Program, RevisionModule } from "../../engine/program.ts";
import { createGuestCalls, type GuestCalls, type GuestHosts } from "../guestCalls.ts";
import { stoppedAfter, TimeBudget } from "../timeBudget.ts";
import { type PythonInterpreter, PythonStoppedError } from "./interpreter.ts";
import { moduleHint } from "./moduleHint.ts";
import { nameHint } from "./nameHint.ts";
import { readEnvironmentFile } from "./readEnvironmentFile.ts";
import { renderPythonOperations } from "./render/renderPythonOperations.ts";

export interface PythonProgramSettings {
  readonly interpreter: PythonInterpreter;
  readonly files: { read(path: string): string | null; list(): readonly string[] };
  /** Where `print` writes. */
  print(stream: "stdout" | "stderr", text: string): void;
  /** Milliseconds that the project's files may run in all. */
  readonly timeLimit: number;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
}

/** How long code may ignore that its time is over, in milliseconds, before it is thrown out. */
const patience = 500;

/** Opens the project's Python files for one run: the interpreter forgets all that ran before. */
export function openPythonProgram(settings: PythonProgramSettings): Promise<Program> {
  return Promise.resolve(createPythonProgram(settings));
}

/** The same at once. */
export function createPythonProgram(settings: PythonProgramSettings): Program {
  return new PythonProgram(settings);
}

interface RaisedError {
  readonly type: string;
  readonly message: string;
  readonly frames: readonly (readonly [string, number, number])[];
  readonly traceback: string;
  readonly hostFailure: number | null;
}

class PythonProgram implements Program {
  readonly #settings: PythonProgramSettings;
  readonly #hosts: GuestHosts = { environment: null, config: null, operations: null };
  readonly #budget: TimeBudget;
  readonly #calls: GuestCalls;
  /** What the engine threw into Python, by the number that Python's exception carries. */
  readonly #failures: unknown[] = [];
  readonly #known: Set<string>;
  readonly #told = new Set<Error>();
  #started = false;
  #broken = false;

  constructor(settings: PythonProgramSettings) {
    this.#settings = settings;
    this.#known = new Set(settings.files.list());
    this.#budget = new TimeBudget(settings.timeLimit, () => settings.now());
    this.#calls = createGuestCalls({
      hosts: this.#hosts,
      locate: (stack) => locations(stack)[0],
      print: (stream, text) => settings.print(stream, text),
      callCallback: (id, args) => this.#ask("callCallback", { id, args }),
    });
  }

  prependPaths(paths: readonly string[]): void {
    this.#ask("prependPath", { paths: paths.map(inProject) });
  }

  loadRevision(path: string): RevisionModule {
    this.#writeNew(path);
    try {
      return { path, ...(this.#ask("loadRevision", { path }) as Omit<RevisionModule, "path">) };
    } catch (error) {
      throw error instanceof ProgramError ? placedIn(error, path) : error;
    }
  }

  runEnvironment(path: string, host: EnvironmentHost): void {
    if (this.#settings.files.read(path) === null) throw new CommandError(`Can't find Python file ${path}`);
    const before = this.#hosts.environment;
    this.#hosts.environment = host;
    try {
      this.#ask("runEnvironment", { path });
    } finally {
      this.#hosts.environment = before;
    }
  }

  callMigration(path: string, direction: "upgrade" | "downgrade", host: OperationsHost): void {
    const before = this.#hosts.operations;
    this.#hosts.operations = host;
    try {
      this.#ask("callMigration", { path, direction });
    } finally {
      this.#hosts.operations = before;
    }
  }

  renderTemplate: Program["renderTemplate"] = (template, values, config) => {
    this.#hosts.config = config;
    return String(
      this.#ask("renderTemplate", {
        template,
        name: "script.py.mako",
        values: {
          message: values.message,
          up_revision: values.upRevision,
          down_revision: values.downRevision,
          create_date: values.createDate,
          branch_labels: values.branchLabels,
          depends_on: values.dependsOn,
          imports: values.imports.join("\n"),
          upgrades: values.upgrades,
          downgrades: values.downgrades,
        },
      }),
    );
  };

  renderOperations: Program["renderOperations"] = (operations, options) => renderPythonOperations(operations, options);

  /** Prints the project's frames as Python does, once an error: it passes env.py on its way out. */
  #tell(traceback: string, failure: Error): void {
    if (traceback === "" || this.#told.has(failure)) return;
    this.#told.add(failure);
    this.#settings.print("stderr", traceback);
  }

  /** A file that the command itself has written since. */
  #writeNew(path: string): void {
    if (this.#known.has(path)) return;
    this.#known.add(path);
    this.#settings.interpreter.writeFile(path, this.#settings.files.read(path) ?? "");
  }

  /** The one interpreter is this program's from its first question on: between opening and asking another one may have had it. */
  #start(): void {
    if (this.#started) return;
    this.#started = true;
    const settings = this.#settings;
    const budget = this.#budget;
    settings.interpreter.reset(projectFiles(settings.files), (request) => this.#answer(request), {
      get exceeded() {
        return budget.exceeded;
      },
      get longExceeded() {
        return budget.used > settings.timeLimit + patience;
      },
    });
    this.#ask("start", { environment: readEnvironmentFile(settings.files.read(".env") ?? "") });
  }

  #ask(name: string, payload: object): unknown {
    this.#start();
    if (this.#broken) throw new ProgramError("TimeoutError", stoppedAfter(this.#budget.milliseconds));
    let answer: string;
    try {
      answer = this.#budget.inScript(() => this.#settings.interpreter.call(JSON.stringify([name, payload])));
    } catch (error) {
      this.#broken = true;
      if (!(error instanceof PythonStoppedError)) throw error;
      throw error.message === "stack overflow"
        ? new ProgramError("RecursionError", "the file is nested too deeply to be read")
        : new ProgramError("TimeoutError", stoppedAfter(this.#budget.milliseconds));
    }
    const read = JSON.parse(answer) as { readonly value: unknown } | { readonly error: RaisedError };
    if ("error" in read) throw this.#thrown(read.error);
    return read.value;
  }

  /** Answers what the guest library asks; never throws. */
  #answer(request: string): string {
    try {
      const [name, payload] = JSON.parse(request) as [string, unknown];
      const value = this.#budget.inEngine(() => this.#calls.answer(name, payload));
      return JSON.stringify({ value: value ?? null });
    } catch (error) {
      const known = this.#failures.indexOf(error);
      const id = known >= 0 ? known : this.#failures.push(error) - 1;
      return JSON.stringify({ failure: { id, ...describeFailure(error) } });
    }
  }

  #thrown({ type, message, frames, hostFailure, traceback }: RaisedError): unknown {
    const [first, ...rest] = locations(frames);
    if (type === "KeyboardInterrupt" && this.#budget.exceeded) {
      this.#broken = true;
      return new ProgramError("TimeoutError", stoppedAfter(this.#budget.milliseconds), first, rest);
    }
    if (hostFailure !== null && hostFailure in this.#failures) {
      const failure = this.#failures[hostFailure];
      // Alembic's own mistakes are told in one line.
      if (failure instanceof Error && !(failure instanceof CommandError)) this.#tell(traceback, failure);
      if (!(failure instanceof ProgramError) || failure.location !== undefined) return failure;
      const located = new ProgramError(failure.type, failure.message, first, rest);
      this.#told.add(located);
      return located;
    }
    const hint = hintFor(type, message, this.#settings.files.list());
    const error = new ProgramError(type, message, first, rest, hint);
    this.#tell(traceback, error);
    return error;
  }
}

function hintFor(type: string, message: string, paths: readonly string[]): string | undefined {
  if (type === "ModuleNotFoundError") return moduleHint(message, paths);
  return type === "NameError" ? nameHint(message, paths) : undefined;
}

/** What is wrong with a file as a whole is at its first line. */
function placedIn(error: ProgramError, path: string): ProgramError {
  const frames = [error.location, ...error.frames].filter((frame) => frame !== undefined);
  if (frames.some((frame) => frame.path === path)) return error;
  return new ProgramError(error.type, error.message, { path, line: 1, column: 1 }, frames, error.hint);
}

function describeFailure(error: unknown): object {
  if (error instanceof DatabaseError) {
    const text = databaseErrorText(error);
    const [, dbapi = "DatabaseError", psycopg = "DatabaseError"] =
      /^sqlalchemy\.exc\.(\w+): \(psycopg2\.errors\.(\w+)\)/.exec(text) ?? [];
    return {
      type: `sqlalchemy.exc.${dbapi}`,
      message: error.message,
      database: error.fields,
      sql: error.sql,
      dbapi,
      psycopg,
      text: text.slice(text.indexOf("(")),
    };
  }
  if (error instanceof CommandError) return { type: "CommandError", message: error.message };
  if (error instanceof ProgramError) return { type: error.type, message: error.message };
  return error instanceof Error
    ? { type: error.name, message: error.message }
    : { type: "Error", message: String(error) };
}

/** Frames as Python sends them: path, line, column. */
function locations(stack: unknown): readonly SourceLocation[] {
  if (!Array.isArray(stack)) return [];
  return (stack as readonly (readonly [string, number, number])[]).map(([path, line, column]) => ({
    path,
    line,
    column,
  }));
}

function projectFiles(files: PythonProgramSettings["files"]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.list().map((path) => [path, files.read(path) ?? ""]));
}

/** A path as Python sees it from the project's folder, where commands are run. */
function inProject(path: string): string {
  return path.startsWith("/") ? path : `/project/${path}`.replace(/\/\.?$/, "").replace("/./", "/");
}
