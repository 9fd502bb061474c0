import type { Connection } from "../connection.ts";
import type { DatabaseErrorFields, SourceLocation } from "../errors.ts";
import type { Files } from "../files.ts";
import type { Program } from "../program.ts";
import type { MigrationEvent } from "../runtime/migrationEvent.ts";
import type { Recorder } from "../runtime/recorder.ts";

/** Everything a command touches. One world serves one command. */
export interface World {
  readonly files: Files;
  readonly program: Program;
  /** The database that a `sqlalchemy.url` names. @param section of alembic.ini, as `-n` chooses it */
  connect(url: string, section: string): Connection;
  emit(event: MigrationEvent): void;
  stdout(text: string): void;
  stderr(text: string): void;
  now(): Date;
  /** What the moment has beyond its milliseconds, 0 to 999; absent: 0. */
  microseconds?(): number;
  /** A clock that only runs forward, in milliseconds, for durations; absent: `now()`. */
  elapsed?(): number;
  /** Twelve hexadecimal digits. */
  randomId(): string;
  /** What `init` makes in the project's language. */
  readonly templates: readonly ProjectTemplate[];
  readonly revisionSuffix: ".ts" | ".py";
  readonly environment: Readonly<Record<string, string>>;
  /** Ids of the advice that the reader took; absent: none is asked for. */
  readonly takenAdvice?: readonly string[];
  /** Reads for the events what a run does to the database; absent: events say nothing about tables. */
  openRecorder?(): Recorder;
  /** Width for `--help` and usage; absent: 80. */
  readonly columns?: number;
  /** Width at which messages wrap, as on a terminal; absent: they do not. */
  readonly wrapColumns?: number;
  /** The absolute folder that `files` is relative to, as messages print it; absent: `/project`. */
  readonly projectFolder?: string;
  /** Where the templates lie, as a message about a missing one prints it; absent: `templates`. */
  readonly templatesFolder?: string;
}

/** A template of `alembic init`: its README's first line is the synopsis. */
export interface ProjectTemplate {
  readonly name: string;
  /** File name -> text. `alembic.ini` and `pyproject.toml` go to the config paths with `${script_location}` filled in; the rest into the folder. */
  readonly files: Readonly<Record<string, string>>;
}

export interface CommandProblem {
  readonly severity: "error";
  readonly message: string;
  readonly hint?: string;
  readonly location?: SourceLocation;
  readonly database?: DatabaseErrorFields;
  readonly sql?: string;
}

export interface CommandOutcome {
  readonly exitCode: number;
  /** A file that the editor should open: `edit`, or a revision that was written. */
  readonly openFile?: SourceLocation;
  /** The mistake that ended the command. */
  readonly problem?: CommandProblem;
}

export const defaultProjectFolder = "/project";
