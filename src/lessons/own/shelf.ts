import * as v from "valibot";
import { lessonSchema, type Lesson } from "../format/lesson.ts";
import type { KeyValueStorage } from "../progress/progress.ts";
import { shelfKey } from "./shelfKey.ts";

/** A lesson that was made in this browser, or came to it by a link or a file. */
export interface OwnLesson {
  /** Letters and digits. */
  readonly id: string;
  readonly lesson: Lesson;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** It came by a link or a file: somebody else's. */
  readonly received: boolean;
  /** The workspace in which it is being written; null: it is not. */
  readonly workspace: string | null;
}

/** Several of them in an order. */
export interface OwnCourse {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Ids. */
  readonly lessons: readonly string[];
  readonly received: boolean;
}

/** Every lesson and course of this browser that did not come with the page. */
export interface Shelf {
  readonly lessons: readonly OwnLesson[];
  readonly courses: readonly OwnCourse[];
}

/** The browser has no room for it. */
export class ShelfFullError extends Error {
  override readonly name = "ShelfFullError";
  constructor() {
    super("This browser has no room for it: save the lesson as a file, and delete one that you no longer need.");
  }
}

const empty: Shelf = { lessons: [], courses: [] };
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,24}$/));

const shelfSchema: v.GenericSchema<unknown, Shelf> = v.strictObject({
  lessons: v.array(
    v.strictObject({
      id,
      lesson: lessonSchema,
      savedAt: v.number(),
      received: v.boolean(),
      workspace: v.nullable(v.string()),
    }),
  ),
  courses: v.array(
    v.strictObject({ id, title: v.string(), summary: v.string(), lessons: v.array(id), received: v.boolean() }),
  ),
});

/** What is kept; nothing where the browser keeps nothing or keeps something else. */
export function readShelf(storage: KeyValueStorage | null): Shelf {
  try {
    const result = v.safeParse(shelfSchema, JSON.parse(storage?.getItem(shelfKey) ?? "null"));
    return result.success ? result.output : empty;
  } catch {
    return empty;
  }
}

/** @throws ShelfFullError */
export function writeShelf(storage: KeyValueStorage | null, shelf: Shelf): void {
  try {
    storage?.setItem(shelfKey, JSON.stringify(shelf));
  } catch {
    throw new ShelfFullError();
  }
}

/** The shelf with a lesson put in the place of the one with its id, or at the end. */
export function withLesson(shelf: Shelf, lesson: OwnLesson): Shelf {
  return { ...shelf, lessons: replacedById(shelf.lessons, lesson) };
}

export function withCourse(shelf: Shelf, course: OwnCourse): Shelf {
  return { ...shelf, courses: replacedById(shelf.courses, course) };
}

export function withoutLesson(shelf: Shelf, lessonId: string): Shelf {
  return {
    lessons: shelf.lessons.filter((lesson) => lesson.id !== lessonId),
    courses: shelf.courses.map((course) => ({ ...course, lessons: course.lessons.filter((own) => own !== lessonId) })),
  };
}

export function withoutCourse(shelf: Shelf, courseId: string): Shelf {
  return { ...shelf, courses: shelf.courses.filter((course) => course.id !== courseId) };
}

function replacedById<Item extends { readonly id: string }>(items: readonly Item[], item: Item): readonly Item[] {
  return items.some((other) => other.id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item];
}
