import type { ProjectLanguage } from "./projectLanguage.ts";
import type { Advice } from "../engine/advice/advice.ts";
import type { ProjectProof } from "../engine/commands/proveProject.ts";
import type { DifferenceResult } from "../engine/commands/readDifference.ts";
import type { Point } from "../engine/difference/point.ts";
import type { DatabaseErrorFields, SourceLocation } from "../engine/errors.ts";
import type { Operation } from "../engine/operations/operation.ts";
import type { DatabaseState, MigrationEvent } from "../engine/runtime/migrationEvent.ts";
import type { Table } from "../engine/schema/table.ts";

/** Path -> text. Folders that hold no file end in `/` and map to the empty string. */
export type FileMap = Readonly<Record<string, string>>;

/** One revision file as the timeline shows it. */
export interface RevisionSummary {
  readonly revision: string;
  readonly downRevisions: readonly string[];
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  readonly doc: string;
  readonly path: string;
  readonly isHead: boolean;
  readonly isBase: boolean;
  /** False: the file was not run, and this is what its text says. */
  readonly loaded: boolean;
}

/** A mistake in a project file or in the project as a whole, with its place where it has one. */
export interface Problem {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint?: string;
  readonly location?: SourceLocation;
}

/** What Stillroom would write instead of what Alembic generates. */
export interface OfferedAdvice {
  readonly kind: Advice["kind"];
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly taken: boolean;
  /** Code for the upgrade and the downgrade; both empty: nothing can be taken. */
  readonly upgrade: string;
  readonly downgrade: string;
}

/** What autogenerate would do now. */
export interface DriftChange {
  readonly sign: "+" | "-" | "~";
  /** "add column posts.published" */
  readonly title: string;
  /** "posts.published" */
  readonly subject: string;
  /** Why, such as "varchar(50) in the database, varchar(100) in the model". */
  readonly reason: string;
  readonly operation: Operation;
}

export interface Drift {
  readonly changes: readonly DriftChange[];
  /** Why no comparison could be made (database behind head, error in a file); null when it was made. */
  readonly unavailable: Problem | null;
  readonly hints: readonly Problem[];
  readonly advice: readonly OfferedAdvice[];
  /** The tables of env's target metadata; null: it names none, or could not run. */
  readonly models: readonly Table[] | null;
}

/** What a query answered: the first value of its first row, or why it could not answer. */
export type QueryAnswer =
  | { readonly kind: "value"; readonly value: string | null }
  | { readonly kind: "error"; readonly message: string };

export interface ProjectState {
  readonly revisions: readonly RevisionSummary[];
  readonly problems: readonly Problem[];
  readonly database: DatabaseState;
}

export interface SqlResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly command: string;
  readonly rowCount: number;
  readonly notices: readonly string[];
  /** Milliseconds. */
  readonly duration: number;
}

/** The rows of every table as SQL, for a database that has the same tables. */
export interface RowsAsSql {
  readonly sql: string;
  readonly rowCount: number;
  /** False: there were more rows than fit. */
  readonly complete: boolean;
}

export type WorkerRequest =
  | { readonly kind: "boot"; readonly assets: BootAssets; readonly restore: SavedDatabase | null }
  | {
      readonly kind: "command";
      readonly id: number;
      readonly line: string;
      readonly files: FileMap;
      readonly columns: number;
      /** Ids of the advice that a generated revision follows. */
      readonly takenAdvice: readonly string[];
    }
  /**
   * `run: false`: the files may not run yet; the project is what their text says. `queries` are answered from the same state, each
   * in a transaction that is read only.
   */
  | {
      readonly kind: "compare";
      readonly id: number;
      readonly files: FileMap;
      readonly run: boolean;
      readonly queries: readonly string[];
      readonly takenAdvice: readonly string[];
    }
  | {
      readonly kind: "sql";
      readonly id: number;
      readonly sql: string;
      /** One that a command opened beside the one that is shown; absent: that one. */
      readonly database?: string;
    }
  /** Runs revisions up, down and up again and takes it all back. `revisions: null`: every one. */
  | {
      readonly kind: "prove";
      readonly id: number;
      readonly files: FileMap;
      readonly revisions: readonly string[] | null;
    }
  /** Compares two points of the history, without going there. */
  | {
      readonly kind: "difference";
      readonly id: number;
      readonly files: FileMap;
      readonly from: Point;
      readonly to: Point;
    }
  | { readonly kind: "dump"; readonly id: number }
  | { readonly kind: "rows"; readonly id: number }
  /** Schema and rows as SQL. */
  | { readonly kind: "script"; readonly id: number }
  /** The project in its other language; in Python, `name` is what its README calls it. */
  | { readonly kind: "translate"; readonly id: number; readonly files: FileMap; readonly name: string }
  /** What the database holds as the text of models.ts or models.py. */
  | { readonly kind: "models"; readonly id: number; readonly language: ProjectLanguage };

/** What the page fetched for the worker, so that the worker needs no network. */
export interface BootAssets {
  readonly pgliteWasm: WebAssembly.Module;
  readonly pgliteData: Blob;
  /** The directory that every database starts from, as a tar that is compressed with gzip. */
  readonly dataDirectory: Blob;
  /** Tells that directory from others. */
  readonly dataDirectoryName: string;
  readonly quickjsWasm: WebAssembly.Module;
}

/** What the worker hears. Python and PostgreSQL's extensions come before the first request about a project that needs them. */
export type WorkerMessage =
  | WorkerRequest
  | { readonly kind: "python"; readonly assets: PythonFiles }
  /** An uncompressed tar of an extension's files. */
  | { readonly kind: "extension"; readonly archive: ArrayBuffer };

/** Python's core files, fetched by the page when a project needs them. */
export interface PythonFiles {
  /** pyodide.asm.wasm */
  readonly wasm: WebAssembly.Module;
  /** .cache/python/library.bin */
  readonly library: ArrayBuffer;
  /** Where pyodide.asm.mjs lies on the page's own server. */
  readonly moduleUrl: string;
}

/** A database as it was saved: what it holds beyond the directory that it started from. */
export interface SavedDatabase {
  /** A delta of `database/dataDirectoryDelta.ts`, compressed with gzip. */
  readonly delta: Blob;
  /** The directory that the delta belongs to, as a tar; null: the one of this build. */
  readonly base: Blob | null;
  readonly baseName: string;
  /** The databases beside the one that is shown, by name: deltas of the same directory. */
  readonly others: Readonly<Record<string, Blob>>;
}

export type BootStage = "database" | "ready";

export type WorkerResponse =
  | { readonly kind: "booting"; readonly stage: BootStage }
  /** `extensions`: what the database has of them. */
  | { readonly kind: "ready"; readonly serverVersion: string; readonly extensions: readonly string[] }
  /** Python runs, or could not be started: what asks for it will say why. */
  | { readonly kind: "pythonOpened" }
  /** `restoring`: a saved database was to be opened, and a new one may well start. */
  | { readonly kind: "bootFailed"; readonly message: string; readonly restoring: boolean }
  | { readonly kind: "output"; readonly id: number; readonly stream: "stdout" | "stderr"; readonly text: string }
  | { readonly kind: "event"; readonly id: number; readonly event: MigrationEvent }
  | {
      readonly kind: "commandFinished";
      readonly id: number;
      readonly exitCode: number;
      readonly writtenFiles: FileMap;
      /** A file that the editor should open. */
      readonly openFile: SourceLocation | null;
      /** The mistake that ended the command, with its place, for the editor. */
      readonly problem: (Problem & { readonly database?: DatabaseErrorFields; readonly sql?: string }) | null;
      readonly project: ProjectState;
      /** The databases that it worked on beside the one that is shown. */
      readonly otherDatabases: readonly string[];
    }
  | {
      readonly kind: "compared";
      readonly id: number;
      readonly project: ProjectState;
      readonly drift: Drift | null;
      /** In the order of the queries. */
      readonly answers: readonly QueryAnswer[];
    }
  | {
      readonly kind: "sqlFinished";
      readonly id: number;
      readonly results: readonly SqlResult[];
      readonly error: (DatabaseErrorFields & { readonly sql: string }) | null;
      /** Something was written: also by what looks like reading, and before a mistake. */
      readonly changed: boolean;
      readonly database: DatabaseState;
    }
  | { readonly kind: "proved"; readonly id: number; readonly proof: ProjectProof }
  | { readonly kind: "differed"; readonly id: number; readonly result: DifferenceResult }
  | { readonly kind: "dumped"; readonly id: number; readonly database: SavedDatabase }
  | { readonly kind: "rowsRead"; readonly id: number; readonly rows: RowsAsSql }
  | { readonly kind: "scripted"; readonly id: number; readonly sql: string }
  /** `mistake`: why the project cannot be translated as it is; null where it could. */
  | {
      readonly kind: "translated";
      readonly id: number;
      readonly files: FileMap;
      readonly remarks: readonly string[];
      readonly mistake: string | null;
    }
  | { readonly kind: "modelsWritten"; readonly id: number; readonly text: string }
  | { readonly kind: "failed"; readonly id: number; readonly message: string; readonly fatal: boolean };
