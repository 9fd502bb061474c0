import { runLocalCommand } from "../../src/app/terminal/runLocalCommand.ts";
import { splitCommands } from "../../src/app/terminal/splitCommands.ts";
import { evaluateChecks, queriesOf, type CheckResult } from "../../src/lessons/checks/evaluateChecks.ts";
import type { LessonSnapshot, RanCommand } from "../../src/lessons/checks/lessonSnapshot.ts";
import { findPath, planEdit, withChange } from "../../src/lessons/actions/applyEdit.ts";
import type { Action } from "../../src/lessons/format/action.ts";
import type { Lesson, LessonFiles, Step } from "../../src/lessons/format/lesson.ts";
import type { LessonLanguage } from "../../src/lessons/format/lessonLanguage.ts";
import { readDatabaseState } from "../../src/engine/reflection/readDatabaseState.ts";
import { answerQueries } from "../../src/worker/answerQueries.ts";
import { writeScript } from "../../src/worker/writeScript.ts";
import { runSql } from "../../src/worker/runSql.ts";
import type { Connection } from "../../src/engine/connection.ts";
import { CommandError } from "../../src/engine/errors.ts";
import { databaseName } from "../../src/engine/runtime/databaseName.ts";
import { openTestDatabase, type TestDatabase } from "../database/openTestDatabase.ts";
import type { Project } from "../languages/projectRunner.ts";
import { openPythonProject } from "../languages/python/openPythonProject.ts";
import { openProject } from "../languages/typescript/openProject.ts";

/** An action that ended otherwise than it says. */
export class UnexpectedEndError extends Error {
  override readonly name = "UnexpectedEndError";
}

/** Where a step begins. */
interface Checkpoint {
  readonly files: LessonFiles;
  /** The database as SQL. */
  readonly script: string;
  readonly mainName: string | null;
  readonly active: string | null;
}

/** What was reached once is put back from here: it is many times faster than to do it all again. */
const checkpoints = new WeakMap<Lesson, Map<number, Checkpoint>>();

/** A learner without a page: the same engine, sandbox, PostgreSQL and checks, driven by a lesson's actions. */
export class LessonBench {
  readonly #database: TestDatabase;
  readonly #lesson: Lesson;
  readonly #language: LessonLanguage;
  /** The databases beside the main one, by the names that other sections of alembic.ini give them. */
  readonly #others = new Map<string, TestDatabase>();
  #mainName: string | null = null;
  /** The database that the last command found closed. */
  #wanted: string | null = null;
  #project: Project;
  #commands: RanCommand[] = [];
  #opened: string[] = [];
  /** The file that the editor would show. */
  #active: string | null = null;
  /** What the last look has seen; null: something has been done since. */
  #seen: Pick<LessonSnapshot, "revisions" | "database" | "models" | "drift"> | null = null;

  constructor(database: TestDatabase, lesson: Lesson, language: LessonLanguage) {
    this.#database = database;
    this.#lesson = lesson;
    this.#language = language;
    this.#project = this.#openProject();
  }

  #openProject(): Project {
    const connect = (url: string, section: string): Connection => this.#connect(url, section);
    const open = this.#language === "python" ? openPythonProject : openProject;
    return open(this.#database.connection, this.#lesson.start.files, undefined, connect);
  }

  /** @param name undefined: the main database */
  #find(name: string | undefined): Connection {
    if (name === undefined || name === this.#mainName) return this.#database.connection;
    const other = this.#others.get(name);
    if (other === undefined) throw new Error(`there is no database ${name}`);
    return other.connection;
  }

  #connect(url: string, section: string): Connection {
    const name = databaseName(url);
    if (section === "alembic") this.#mainName = name;
    if (name === this.#mainName) return this.#database.connection;
    const other = this.#others.get(name);
    if (other !== undefined) return other.connection;
    this.#wanted = name;
    throw new CommandError(`The database ${name} is being opened`);
  }

  /** The start of a step, as its lesson's own actions make it. */
  async begin(stepIndex = 0): Promise<void> {
    const known = checkpoints.get(this.#lesson)?.get(stepIndex);
    if (known !== undefined) this.#putBack(known);
    else {
      await this.#reach(stepIndex);
      this.#remember(stepIndex);
    }
    this.forget();
  }

  async #reach(stepIndex: number): Promise<void> {
    const before = this.#lesson.steps[stepIndex - 1];
    if (before !== undefined) {
      await this.begin(stepIndex - 1);
      for (const action of before.solution) await this.#strictly(action);
      return;
    }
    this.#empty();
    for (const action of this.#lesson.start.actions) await this.#strictly(action);
    this.#active = this.#lesson.start.open;
  }

  #empty(): void {
    this.#seen = null;
    this.#database.reset();
    this.#others.clear();
    this.#mainName = null;
    this.#project = this.#openProject();
    this.#active = this.#lesson.start.open;
  }

  #remember(stepIndex: number): void {
    if (this.#others.size > 0) return;
    const ofLesson = checkpoints.get(this.#lesson) ?? new Map<number, Checkpoint>();
    checkpoints.set(this.#lesson, ofLesson);
    ofLesson.set(stepIndex, {
      files: { ...this.files },
      script: writeScript(this.#database.connection),
      mainName: this.#mainName,
      active: this.#active,
    });
  }

  #putBack({ files, script, mainName, active }: Checkpoint): void {
    this.#empty();
    const own = this.#project.files;
    for (const path of Object.keys(own)) delete own[path];
    Object.assign(own, files);
    this.#database.connection.executeScript(script);
    this.#mainName = mainName;
    this.#active = active;
  }

  /** A step begins: what was done before counts no more. */
  forget(): void {
    this.#commands = [];
    this.#opened = this.#active === null ? [] : [this.#active];
  }

  #open(path: string): void {
    this.#active = path;
    this.#opened.push(path);
  }

  get files(): LessonFiles {
    return this.#project.files;
  }

  get commands(): readonly RanCommand[] {
    return this.#commands;
  }

  async #strictly(action: Action): Promise<void> {
    await this.#do(action);
    const last = this.#commands.at(-1);
    if ((action.kind !== "run" && action.kind !== "sql") || last === undefined) return;
    if (last.succeeded === (action.fails === true))
      throw new UnexpectedEndError(
        `"${this.#lesson.title}": ${last.text} ${last.succeeded ? "succeeded" : "failed"}:\n${last.output}`,
      );
  }

  /** @throws EditError */
  async do(...actions: readonly Action[]): Promise<void> {
    for (const action of actions) await this.#do(action);
  }

  async #do(action: Action): Promise<void> {
    const { files } = this.#project;
    if (action.kind !== "open") this.#seen = null;
    switch (action.kind) {
      case "run":
        return this.#run(action.run);
      case "sql": {
        const { results, error } = runSql(this.#database.connection, action.sql);
        const output = error === null ? results.map(({ command }) => command).join("\n") : error.message;
        this.#commands.push({ kind: "sql", text: action.sql, succeeded: error === null, output });
        return;
      }
      case "edit":
      case "write":
      case "remove": {
        const change = planEdit(files, action);
        const changed = withChange(files, change);
        if (change.after !== null) this.#open(change.path);
        for (const path of Object.keys(files)) if (changed[path] === undefined) delete files[path];
        Object.assign(files, changed);
        return;
      }
      case "open":
        this.#open(findPath(files, action.open));
        return;
    }
  }

  async #run(line: string): Promise<void> {
    const split = splitCommands(line);
    if (split.kind === "mistake") throw new Error(`${line}: ${split.message}`);
    for (const command of split.commands) {
      const ran = await (/^alembic(\s|$)/.test(command) ? this.#runAlembic(command) : this.#runLocally(command));
      this.#commands.push(ran);
      if (!ran.succeeded) return;
    }
  }

  async #runAlembic(line: string): Promise<RanCommand> {
    this.#wanted = null;
    const run = await this.#project.run(line);
    if (this.#wanted !== null) {
      const other = await openTestDatabase(this.#wanted);
      other.reset();
      this.#others.set(this.#wanted, other);
      return this.#runAlembic(line);
    }
    const { exitCode, stdout, stderr, openFile, problem } = run;
    const shown = problem?.location ?? openFile;
    if (shown !== undefined) this.#open(shown.path);
    return { kind: "line", text: line, succeeded: exitCode === 0, output: stderr + stdout };
  }

  async #runLocally(line: string): Promise<RanCommand> {
    let output = "";
    const succeeded = await runLocalCommand(line, {
      files: this.#project.files,
      print: (_kind, text) => {
        output += text;
      },
      clear: () => undefined,
      query: async (sql, name) => ({ kind: "sqlFinished", id: 0, ...runSql(this.#find(name), sql) }),
      undo: () => null,
      share: () => undefined,
      reset: () => Promise.resolve(false),
    });
    return { kind: "line", text: line, succeeded, output };
  }

  async #look(): Promise<Pick<LessonSnapshot, "revisions" | "database" | "models" | "drift">> {
    const { drift, revisions } = await this.#project.compare();
    return { revisions, database: readDatabaseState(this.#database.connection), models: drift.models, drift };
  }

  async snapshot(queries: readonly string[]): Promise<LessonSnapshot> {
    const { connection } = this.#database;
    this.#seen ??= await this.#look();
    const answers = answerQueries(connection, queries);
    return {
      ...this.#seen,
      files: { ...this.#project.files },
      commands: [...this.#commands],
      opened: this.#opened,
      answers: new Map(queries.map((query, place) => [query, answers[place] ?? { kind: "error", message: "" }])),
    };
  }

  async evaluate(step: Step): Promise<readonly CheckResult[]> {
    return evaluateChecks(step.checks, await this.snapshot(queriesOf(step.checks)));
  }
}

export function isSolved(results: readonly CheckResult[]): boolean {
  return results.every(({ met }) => met);
}
