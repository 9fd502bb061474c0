import type { Course } from "../format/lesson.ts";
import type { LessonText } from "./lessonText.ts";
import type { TextLanguage } from "./textLanguage.ts";

/** A lesson's words in a language; in Python's words too where it is in Python. */
export interface LessonTranslation {
  readonly language: TextLanguage;
  readonly lesson: LessonText;
  readonly python?: LessonText;
}

export type CourseText = Pick<Course, "title" | "summary" | "text">;

/** All that a course has in a language. */
export interface CourseTranslation {
  readonly language: TextLanguage;
  /** What it is about; null: that is in English alone. */
  readonly course: CourseText | null;
  /** By the lesson's id; a lesson that is not there is in English alone. */
  readonly lessons: Readonly<Record<string, LessonTranslation>>;
}

/** A file that was made from other words than its original has now: until it is brought up to date, the original is read. */
export interface OutdatedTranslation {
  readonly path: string;
  /** Where the file says what it was made from. */
  readonly line: number;
  readonly of: string;
  /** What the original is now. */
  readonly now: string;
}
