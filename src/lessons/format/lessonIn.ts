import type { CourseLesson, Lesson } from "./lesson.ts";
import type { LessonLanguage } from "./lessonLanguage.ts";

export interface FoundLesson {
  readonly lesson: Lesson;
  /** The one that was asked for, where the lesson has it. */
  readonly language: LessonLanguage;
}

/** A lesson in a language, or in TypeScript where it is in no other. */
export function lessonIn({ lesson, python }: CourseLesson, language: LessonLanguage): FoundLesson {
  return language === "python" && python !== undefined
    ? { lesson: python, language }
    : { lesson, language: "typescript" };
}
