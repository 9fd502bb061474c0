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

const empty: Stored = { lessons: [], courses: [] };
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,24}$/));

const ownLessonSchema: v.GenericSchema<unknown, OwnLesson> = v.strictObject({
  id,
  lesson: lessonSchema,
  savedAt: v.number(),
  received: v.boolean(),
  workspace: v.nullable(v.string()),
});

const ownCourseSchema: v.GenericSchema<unknown, OwnCourse> = v.strictObject({
  id,
  title: v.string(),
  summary: v.string(),
  lessons: v.array(id),
  received: v.boolean(),
});

const storedSchema = v.object({ lessons: v.array(v.unknown()), courses: v.array(v.unknown()) });

type Stored = v.InferOutput<typeof storedSchema>;

/** What is kept; nothing where the browser keeps nothing or keeps something else. */
export function readShelf(storage: KeyValueStorage | null): Shelf {
  const { lessons, courses } = readStored(storage);
  return {
    lessons: lessons.flatMap((lesson) => readAs(ownLessonSchema, lesson)),
    courses: courses.flatMap((course) => readAs(ownCourseSchema, course)),
  };
}

/**
 * Changes what is kept as it is now, because another tab may have changed it too. What cannot be read (another version of the page wrote
 * it) stays as it is.
 * @returns what is kept then
 * @throws ShelfFullError
 */
export function changeShelf(storage: KeyValueStorage | null, change: (shelf: Shelf) => Shelf): Shelf {
  const shelf = change(readShelf(storage));
  const { lessons, courses } = readStored(storage);
  const stored: Stored = {
    lessons: [...shelf.lessons, ...lessons.filter((lesson) => !v.is(ownLessonSchema, lesson))],
    courses: [...shelf.courses, ...courses.filter((course) => !v.is(ownCourseSchema, course))],
  };
  try {
    storage?.setItem(shelfKey, JSON.stringify(stored));
  } catch {
    throw new ShelfFullError();
  }
  return shelf;
}

/** The value, or nothing where it is none of that form. */
function readAs<Item>(schema: v.GenericSchema<unknown, Item>, value: unknown): readonly Item[] {
  const result = v.safeParse(schema, value);
  return result.success ? [result.output] : [];
}

function readStored(storage: KeyValueStorage | null): Stored {
  try {
    const result = v.safeParse(storedSchema, JSON.parse(storage?.getItem(shelfKey) ?? "null"));
    return result.success ? result.output : empty;
  } catch {
    return empty;
  }
}

/** The shelf with a lesson put in the place of the one with its id, or at the end. */
export function withLesson(shelf: Shelf, lesson: OwnLesson): Shelf {
  return { ...shelf, lessons: replacedById(shelf.lessons, lesson) };
}

export function withCourse(shelf: Shelf, course: OwnCourse): Shelf {
  return { ...shelf, courses: replacedById(shelf.courses, course) };
}

/** The shelf with a lesson that was taken from this place. One that is there meanwhile stays as it is. */
export function withLessonBack(shelf: Shelf, lesson: OwnLesson, place: number): Shelf {
  return { ...shelf, lessons: withBack(shelf.lessons, lesson, place) };
}

export function withCourseBack(shelf: Shelf, course: OwnCourse, place: number): Shelf {
  return { ...shelf, courses: withBack(shelf.courses, course, place) };
}

/** Courses keep its place: it is there again as soon as the lesson is. */
export function withoutLesson(shelf: Shelf, lessonId: string): Shelf {
  return { ...shelf, lessons: shelf.lessons.filter((lesson) => lesson.id !== lessonId) };
}

export function withoutCourse(shelf: Shelf, courseId: string): Shelf {
  return { ...shelf, courses: shelf.courses.filter((course) => course.id !== courseId) };
}

function withBack<Item extends { readonly id: string }>(
  items: readonly Item[],
  item: Item,
  place: number,
): readonly Item[] {
  return items.some((other) => other.id === item.id) ? items : items.toSpliced(place, 0, item);
}

function replacedById<Item extends { readonly id: string }>(items: readonly Item[], item: Item): readonly Item[] {
  return items.some((other) => other.id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item];
}
