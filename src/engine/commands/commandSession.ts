import { CommandError, type SourceLocation } from "../errors.ts";
import { Config, type TomlConfig } from "../config/config.ts";
import { isTomlTable, parseToml } from "../config/parseToml.ts";
import { EnvironmentContext } from "../runtime/environmentContext.ts";
import type { MigrationContext } from "../runtime/migrationContext.ts";
import type { MigrationStep } from "../runtime/migrationStep.ts";
import { StateReader, type Recorder } from "../runtime/recorder.ts";
import { absolutePath, folderOf, pathInProject } from "../script/projectPath.ts";
import { requireRevision, ScriptDirectory } from "../script/scriptDirectory.ts";
import type { ArgumentNamespace, ArgumentValues } from "./argumentParser.ts";
import { listValue, textValue, flagValue } from "./argumentValue.ts";
import type { ConfigFiles } from "./configFile.ts";
import { CommandLog } from "./commandLog.ts";
import { openScriptDirectory } from "./openScriptDirectory.ts";
import { defaultProjectFolder, type World } from "./world.ts";
import { wrapText } from "./wrapText.ts";

/** One run of env.ts: what the command wants done there. */
export interface EnvironmentRun {
  plan(heads: readonly string[], context: MigrationContext): readonly MigrationStep[];
  readonly asSql?: boolean;
  readonly startingRevision?: string | null;
  readonly tag?: string | null;
  readonly purge?: boolean;
  readonly dontMutate?: boolean;
  /** Whether listeners are told what happens to the database. */
  readonly emits?: boolean;
}

/** A command line and what argparse made of it. */
export interface TypedCommand {
  readonly argv: readonly string[];
  readonly command: string;
  readonly namespace: ArgumentNamespace;
}

/** One command while it runs: its configuration, its messages and its way to env.ts. */
export class CommandSession {
  readonly world: World;
  readonly config: Config;
  readonly log: CommandLog;
  readonly quiet: boolean;
  readonly projectFolder: string;
  readonly #values: ArgumentValues;
  readonly #typed: TypedCommand;
  openFile: SourceLocation | null = null;
  readonly #failures = new Map<unknown, SourceLocation>();
  #environment: EnvironmentContext | null = null;

  readonly tomlPath: string;

  /** @throws ProgramError when alembic.ini or pyproject.toml cannot be parsed */
  constructor(world: World, configFiles: ConfigFiles, values: ArgumentValues, typed: TypedCommand) {
    this.world = world;
    this.projectFolder = world.projectFolder ?? defaultProjectFolder;
    this.quiet = flagValue(values, "quiet");
    this.#values = values;
    this.#typed = typed;
    this.tomlPath = configFiles.toml;
    const { ini } = configFiles;
    this.config = new Config(
      ini,
      textValue(values, "name") ?? "alembic",
      this.#read(ini),
      this.#folderOf(ini),
      this.#readToml(),
    );
    this.log = new CommandLog((line) => world.stderr(line), this.config);
  }

  /** A line of the command's answer; silent with `-q`. Source: Config.print_stdout. */
  print(text: string): void {
    if (!this.quiet) this.world.stdout(`${text}\n`);
  }

  /** A message, wrapped on a terminal. Source: alembic.util.messaging.msg. */
  message(text: string, quiet = this.quiet): void {
    if (!quiet) this.world.stdout(`${this.#wrapped(text)}\n`);
  }

  /** `text ...  done`, or `  FAILED` when the work throws. Source: alembic.util.messaging.status. */
  status(text: string, work: () => void, quiet = this.quiet): void {
    if (!quiet) this.world.stdout(this.#wrapped(`${text} ...`));
    try {
      work();
    } catch (error) {
      if (!quiet) this.world.stdout("  FAILED\n");
      throw error;
    }
    if (!quiet) this.world.stdout("  done\n");
  }

  /** @throws CommandError when the configuration names no folder of scripts or the folder does not exist */
  openScripts(): ScriptDirectory {
    return openScriptDirectory(this);
  }

  /** Runs env.ts with what the command wants done in it. @throws ProgramError, DatabaseError, CommandError */
  runEnvironment(scripts: ScriptDirectory, run: EnvironmentRun): void {
    const { world } = this;
    const environment = new EnvironmentContext({
      config: this.config,
      configFileExists: true,
      xArguments: listValue(this.#values, "x"),
      typedArguments: { command: this.#typed.command, ...this.#typed.namespace },
      asSql: run.asSql ?? false,
      startingRevision: run.startingRevision ?? null,
      tag: run.tag ?? null,
      purge: run.purge ?? false,
      dontMutate: run.dontMutate ?? false,
      command: run.emits === true && run.asSql !== true ? this.#typed.argv.join(" ") : null,
      plan: run.plan,
      resolveRevision: (identifier) => requireRevision(scripts.getRevision(identifier)).revision,
      headRevision: () => scripts.getCurrentHead(),
      revisions: () => scripts.walkRevisions("base", "heads"),
      connect: (url) => world.connect(url, this.config.section),
      callMigration: (path, direction, host) => world.program.callMigration(path, direction, host),
      log: (level, logger, message) => this.log.write(level, logger, message),
      output: (text) => world.stdout(text),
      emit: (event) => world.emit(event),
      recorder: this.#openRecorder(),
      elapsed: () => world.elapsed?.() ?? world.now().getTime(),
      failedAt: (error, location) => {
        if (!this.#failures.has(error)) this.#failures.set(error, location);
      },
    });
    this.#environment = environment;
    this.log.configure();
    try {
      world.program.runEnvironment(scripts.environmentPath, environment);
    } finally {
      environment.close();
    }
  }

  /** Where the user's file asked for what failed; an error that crossed the sandbox is known by its text. */
  locationOf(error: unknown): SourceLocation | undefined {
    const known = this.#failures.get(error);
    if (known !== undefined || !(error instanceof Error)) return known;
    for (const [failure, location] of this.#failures) {
      if (failure instanceof Error && failure.message === error.message) return location;
    }
    return undefined;
  }

  /** The URL that env.ts connected to. */
  get url(): string {
    return this.#environment?.url ?? "";
  }

  #openRecorder(): Recorder {
    return this.world.openRecorder?.() ?? new StateReader(() => ({ tables: [], rowCounts: {}, heads: [] }));
  }

  #read(path: string): string | null {
    const inProject = pathInProject(this.projectFolder, path);
    return inProject === null ? null : this.world.files.read(inProject);
  }

  #folderOf(path: string): string {
    return folderOf(absolutePath(this.projectFolder, path));
  }

  #readToml(): TomlConfig | null {
    const text = this.#read(this.tomlPath);
    if (text === null) return null;
    const { tool } = parseToml(text, this.tomlPath);
    const table = isTomlTable(tool) ? tool["alembic"] : undefined;
    if (table === undefined) return null;
    if (!isTomlTable(table)) throw new CommandError("Incorrect TOML format");
    return { table, here: this.#folderOf(this.tomlPath) };
  }

  #wrapped(text: string): string {
    const width = this.world.wrapColumns;
    return width === undefined ? text : wrapText(text, width, "  ");
  }
}
