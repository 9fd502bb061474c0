import * as v from "valibot";
import type { LessonSource, Sitting } from "../sitting/sitting.ts";

/** What this browser remembers of a lesson, whatever became of the workspace in which it was played. */
export interface LessonProgress {
  readonly version: string;
  /** Step by step. */
  readonly solved: readonly boolean[];
  /** The solution was looked at before the step was solved. */
  readonly helped: readonly boolean[];
}

/** By lesson: `course/lesson`. */
export type Progress = Readonly<Record<string, LessonProgress>>;

/** The part of the browser's storage that is used. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem">;

const key = "stillroom.progress.1";

const progressSchema: v.GenericSchema<unknown, LessonProgress> = v.strictObject({
  version: v.string(),
  solved: v.array(v.boolean()),
  helped: v.array(v.boolean()),
});
const storedSchema = v.record(v.string(), v.unknown());

export function progressKey({ course, lesson }: Pick<LessonSource, "course" | "lesson">): string {
  return `${course}/${lesson}`;
}

/** What is remembered; nothing where the browser keeps nothing or keeps something else. */
export function readProgress(storage: KeyValueStorage | null): Progress {
  const read = Object.entries(readStored(storage)).flatMap(([name, value]) => {
    const result = v.safeParse(progressSchema, value);
    return result.success ? [[name, result.output] as const] : [];
  });
  return Object.fromEntries(read);
}

function readStored(storage: KeyValueStorage | null): Readonly<Record<string, unknown>> {
  try {
    const result = v.safeParse(storedSchema, JSON.parse(storage?.getItem(key) ?? "{}"));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}

/**
 * Adds what a sitting has reached. What was solved once stays solved, unless the lesson has another number of steps now; what cannot be
 * read of other lessons stays as it is.
 */
export function rememberProgress(storage: KeyValueStorage | null, sitting: Sitting): void {
  const name = progressKey(sitting.source);
  const before = readProgress(storage)[name];
  const same = before?.solved.length === sitting.steps.length ? before : undefined;
  const progress: LessonProgress = {
    version: sitting.version,
    solved: sitting.steps.map(({ solved }, index) => solved || same?.solved[index] === true),
    helped: sitting.steps.map(({ helped, solved }, index) =>
      same?.solved[index] === true ? same.helped[index] === true : solved && helped,
    ),
  };
  try {
    storage?.setItem(key, JSON.stringify({ ...readStored(storage), [name]: progress }));
  } catch {
    // The browser keeps no more: the sitting itself still has it.
  }
}

export function solvedSteps(progress: LessonProgress | undefined): number {
  return progress?.solved.filter(Boolean).length ?? 0;
}
