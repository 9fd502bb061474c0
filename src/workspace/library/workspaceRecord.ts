import type { FileMap } from "../../worker/messages.ts";

/** The form in which workspaces are stored; a later form knows how to read the earlier ones. */
export const recordFormat = 1;

/** A database as it is stored with its workspace. */
export interface StoredDatabase {
  /** Data directories are not portable between PostgreSQL's versions. */
  readonly serverVersion: string;
  /** What it holds beyond the directory that it started from, compressed. */
  readonly delta: Blob;
  readonly baseName: string;
  /** The databases beside the one that is shown, by name, in the same way; absent: there are none. */
  readonly others?: Readonly<Record<string, Blob>>;
  /** The rows of the version table, so that it can be rebuilt by running the revisions. */
  readonly heads: readonly string[];
}

/** Everything that a workspace is, as one value: it is written whole or not at all. */
export interface WorkspaceRecord {
  readonly format: typeof recordFormat;
  readonly id: string;
  readonly name: string;
  /** The starter, lesson or link that it began from. */
  readonly origin: string;
  readonly createdAt: number;
  readonly savedAt: number;
  /** When it was thrown away; it can come back for a while. */
  readonly deletedAt: number | null;
  readonly files: FileMap;
  readonly tabs: readonly string[];
  readonly activeFile: string | null;
  /** What was typed into the terminal, oldest first. */
  readonly typed: readonly string[];
  /** What stands in the SQL pane; absent: nothing. */
  readonly sql?: string;
  readonly database: StoredDatabase | null;
  /** The sitting of the lesson that is played in it, as `lessons/sitting/sitting.ts` reads it; absent: it is no lesson's. */
  readonly lesson?: unknown;
}

/** What a list of workspaces shows. */
export interface WorkspaceSummary {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly savedAt: number;
  readonly deletedAt: number | null;
  readonly fileCount: number;
  readonly heads: readonly string[];
  /** False: the stored value cannot be read; it is kept as it is. */
  readonly readable: boolean;
}

/** A stored value that is not what this build writes, with the first thing that is wrong with it. */
export class UnreadableWorkspaceError extends Error {
  override readonly name = "UnreadableWorkspaceError";
  readonly id: string;
  readonly problem: string;
  constructor(id: string, problem: string) {
    super(`The workspace cannot be opened: ${problem}. It is kept as it is.`);
    this.id = id;
    this.problem = problem;
  }
}

/** Checks a stored value. @throws UnreadableWorkspaceError */
export function readRecord(value: unknown): WorkspaceRecord {
  const fields = typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const id = typeof fields["id"] === "string" ? fields["id"] : "?";
  const wrong = firstProblem(fields);
  if (wrong !== null) throw new UnreadableWorkspaceError(id, wrong);
  return value as WorkspaceRecord;
}

function firstProblem(fields: Readonly<Record<string, unknown>>): string | null {
  const { format, id, name, origin, files, tabs, activeFile, typed, sql, database } = fields;
  if (format !== recordFormat)
    return typeof format === "number" && format > recordFormat
      ? "a newer version of this page wrote it; reload to get that version"
      : "its form is not known";
  if (typeof id !== "string" || typeof name !== "string" || typeof origin !== "string") return "it has no name";
  if (!isTexts(files)) return "its files are damaged";
  if (!isStrings(tabs) || !(activeFile === null || typeof activeFile === "string"))
    return "its list of tabs is damaged";
  if (!isStrings(typed)) return "its terminal's history is damaged";
  if (sql !== undefined && typeof sql !== "string") return "its SQL is damaged";
  return database === null || isDatabase(database) ? null : "its database is damaged";
}

function isTexts(value: unknown): value is FileMap {
  return typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isDatabase(value: unknown): value is StoredDatabase {
  if (typeof value !== "object" || value === null) return false;
  const { serverVersion, delta, baseName, heads, others = {} } = value as Readonly<Record<string, unknown>>;
  return (
    typeof serverVersion === "string" &&
    delta instanceof Blob &&
    typeof baseName === "string" &&
    isStrings(heads) &&
    typeof others === "object" &&
    others !== null &&
    Object.values(others).every((other) => other instanceof Blob)
  );
}

export function summaryOf(record: WorkspaceRecord): WorkspaceSummary {
  const { id, name, origin, savedAt, deletedAt, files, database } = record;
  const fileCount = Object.keys(files).filter((path) => !path.endsWith("/")).length;
  return { id, name, origin, savedAt, deletedAt, fileCount, heads: database?.heads ?? [], readable: true };
}
