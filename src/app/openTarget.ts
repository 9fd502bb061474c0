import { projectLanguage } from "../worker/projectLanguage.ts";
import type { SavedDatabase } from "../worker/messages.ts";
import { loadLesson } from "../lessons/courses/catalogue.ts";
import type { KeyValueStorage } from "../lessons/progress/progress.ts";
import type { TextLanguage } from "../lessons/translation/textLanguage.ts";
import { ShelfFullError } from "../lessons/own/shelf.ts";
import { newAuthorWorkspace, ownLesson } from "./author/openAuthored.ts";
import { chooseLanguage, chosenLanguage } from "./chosenLanguage.ts";
import { lessonOrigin, newLessonWorkspace } from "./lesson/newLessonWorkspace.ts";
import { newWorkspace } from "../workspace/library/newWorkspace.ts";
import { UnreadableWorkspaceError, type WorkspaceRecord } from "../workspace/library/workspaceRecord.ts";
import type { WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import type { Starter } from "../workspace/starters/starters.ts";
import type { Target } from "./target.ts";

/** What the page opens with. */
export type Opening = WorkspaceOpening | { readonly kind: "startPage"; readonly message: string | null };

export interface WorkspaceOpening {
  readonly kind: "workspace";
  readonly record: WorkspaceRecord;
  readonly restore: SavedDatabase | null;
  /** Its database cannot be opened by this build: the revisions rebuild it. */
  readonly rebuild: boolean;
  /** The step of its lesson (from 1) whose start is built; absent: it goes on where it was left. */
  readonly catchUpTo?: number;
  /** A lesson is written in it, and its start is built; absent: it goes on where it was left. */
  readonly buildsAuthored?: true;
}

export interface OpeningParts {
  readonly library: WorkspaceLibrary;
  readonly starters: readonly Starter[];
  /** The data directory of this build. */
  readonly build: { readonly content: string; readonly serverVersion: string };
  now(): number;
  randomId(): string;
  /** Where this browser's own lessons and the chosen language are kept; null: nowhere. */
  readonly storage: KeyValueStorage | null;
  /** The one in which lessons are read. */
  readonly textLanguage: TextLanguage;
  /** A stored data directory, uncompressed. */
  decompress(directory: Blob): Promise<Blob>;
}

export async function openTarget(
  target: Exclude<Target, { readonly kind: "link" | "course" | "ownLessons" | "sharedLessons" }>,
  parts: OpeningParts,
): Promise<Opening> {
  const { library, starters } = parts;
  switch (target.kind) {
    case "startPage":
      return { kind: "startPage", message: null };
    case "starter": {
      const starter = starters.find(({ id }) => id === target.id);
      if (starter === undefined) return { kind: "startPage", message: `There is no starter called ${target.id}.` };
      chooseLanguage(parts.storage, projectLanguage(starter.files));
      return create(starter, parts);
    }
    case "workspace":
      return load(target.id, parts);
    case "lesson":
      return openLesson(target, parts);
    case "continue": {
      const last = (await library.list()).find(({ deletedAt, readable }) => deletedAt === null && readable);
      const first = starters.find(({ files }) => projectLanguage(files) === chosenLanguage(parts.storage));
      if (last !== undefined) return load(last.id, parts);
      if (first === undefined) throw new Error("there are no starters");
      return create(first, parts);
    }
  }
}

async function create(starter: Starter, { library, now, randomId }: OpeningParts): Promise<Opening> {
  const names = (await library.list()).filter(({ deletedAt }) => deletedAt === null).map(({ name }) => name);
  const record = newWorkspace(starter, { id: randomId(), now: now(), names });
  return { kind: "workspace", record, restore: null, rebuild: false };
}

/** The learner's copy of a lesson: the one that is there, or a new one. */
async function openLesson(
  { course, lesson: id, begin }: Extract<Target, { readonly kind: "lesson" }>,
  parts: OpeningParts,
): Promise<Opening> {
  if (begin === "change") return openAuthored(id, parts);
  const language = chosenLanguage(parts.storage);
  const found = await loadLesson(course, id, language, parts.textLanguage, parts.storage);
  if (found === null) return { kind: "startPage", message: `There is no lesson ${id} in ${course}.` };
  const source = { course, lesson: id, language: found.language };
  const origin = lessonOrigin(source);
  const copies = await parts.library.list();
  const copy = copies.find((other) => other.origin === origin && other.deletedAt === null && other.readable);
  const step = typeof begin === "number" ? { catchUpTo: begin } : {};
  if (copy !== undefined && begin !== "new") {
    const opening = await load(copy.id, parts);
    return opening.kind === "workspace" ? { ...opening, ...step } : opening;
  }
  const names = copies.filter(({ deletedAt }) => deletedAt === null).map(({ name }) => name);
  const record = newLessonWorkspace(found, source, { id: parts.randomId(), now: parts.now(), names });
  return { kind: "workspace", record, restore: null, rebuild: false, ...step };
}

/** The workspace in which a lesson is written: the one that is there, or a new one at the lesson's start. */
async function openAuthored(id: string, parts: OpeningParts): Promise<Opening> {
  const own = ownLesson(parts.storage, id);
  if (own === null) return { kind: "startPage", message: "That lesson is not in this browser." };
  const all = (await parts.library.list()).filter(({ deletedAt }) => deletedAt === null);
  const written = all.find((workspace) => workspace.id === own.workspace && workspace.readable);
  if (written !== undefined) return load(written.id, parts);
  try {
    const names = all.map(({ name }) => name);
    const record = newAuthorWorkspace(own, { id: parts.randomId(), now: parts.now(), names }, parts.storage);
    return { kind: "workspace", record, restore: null, rebuild: false, buildsAuthored: true };
  } catch (error) {
    if (error instanceof ShelfFullError) return { kind: "startPage", message: error.message };
    throw error;
  }
}

async function load(id: string, parts: OpeningParts): Promise<Opening> {
  try {
    const record = await parts.library.load(id);
    if (record === null)
      return {
        kind: "startPage",
        message: "That workspace is not in this browser. It may have been made in another one.",
      };
    return { kind: "workspace", record, ...(await databaseOf(record, parts)) };
  } catch (error) {
    if (error instanceof UnreadableWorkspaceError) return { kind: "startPage", message: error.message };
    throw error;
  }
}

async function databaseOf(
  { database }: WorkspaceRecord,
  { build, library, decompress }: OpeningParts,
): Promise<{ readonly restore: SavedDatabase | null; readonly rebuild: boolean }> {
  if (database === null) return { restore: null, rebuild: false };
  const { delta, baseName, serverVersion, others = {} } = database;
  if (serverVersion !== build.serverVersion) return { restore: null, rebuild: true };
  if (baseName === build.content) return { restore: { delta, base: null, baseName, others }, rebuild: false };
  const base = await library.loadBase(baseName);
  return base === null
    ? { restore: null, rebuild: true }
    : { restore: { delta, base: await decompress(base), baseName, others }, rebuild: false };
}
