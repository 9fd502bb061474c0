import { withLessonText } from "../translation/lessonText.ts";
import { originalTextLanguage, type TextLanguage } from "../translation/textLanguage.ts";
import type { CourseLesson, Lesson } from "./lesson.ts";
import type { LessonLanguage } from "./lessonLanguage.ts";

export interface FoundLesson {
  readonly lesson: Lesson;
  /** The one that was asked for, where the lesson has it. */
  readonly language: LessonLanguage;
  /** In which its words are. */
  readonly textLanguage: TextLanguage;
  /** The lesson as it was written first: what is translated is the same lesson. */
  readonly original: Lesson;
}

/** A lesson in a language, or in TypeScript where it is in no other, and in the words that came with it. */
export function lessonIn({ lesson, python, translation }: CourseLesson, language: LessonLanguage): FoundLesson {
  const inPython = language === "python" && python !== undefined;
  const original = inPython ? python : lesson;
  const text = inPython ? translation?.python : translation?.lesson;
  return {
    language: inPython ? "python" : "typescript",
    original,
    ...(translation === undefined || text === undefined
      ? { lesson: original, textLanguage: originalTextLanguage }
      : { lesson: withLessonText(original, text), textLanguage: translation.language }),
  };
}
