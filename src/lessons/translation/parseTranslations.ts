import type { Course, LessonFiles } from "../format/lesson.ts";
import { withoutNumber } from "../format/parseCourse.ts";
import { parseCourseText } from "./parseCourseText.ts";
import { parseLessonTranslation } from "./parseLessonTranslation.ts";
import type { TextLanguage } from "./textLanguage.ts";
import type { CourseText, CourseTranslation, LessonTranslation, OutdatedTranslation } from "./translation.ts";
import { translationFile } from "./translationFile.ts";

export interface Translations {
  readonly translations: readonly CourseTranslation[];
  readonly outdated: readonly OutdatedTranslation[];
}

/**
 * Reads what stands beside a course's own texts in other languages: `course.de.md`, and `lesson.de.md` in the folders of lessons.
 * @param folder the course's, as `parseCourse` takes it
 * @throws LessonFormatError with file and line
 */
export function parseTranslations(folder: string, files: LessonFiles, course: Course): Translations {
  const courses = new Map<TextLanguage, CourseText>();
  const lessons = new Map<TextLanguage, Record<string, LessonTranslation>>();
  const outdated: OutdatedTranslation[] = [];
  for (const [name, text] of Object.entries(files)) {
    const [, lessonFolder, kind, tag] = /^(?:(\d+-[^/]+)\/)?(course|lesson)\.([^/]+)\.md$/.exec(name) ?? [];
    if (tag === undefined) continue;
    const file = translationFile(`${folder}/${name}`, tag, text);
    if (lessonFolder === undefined && kind === "course") {
      const read = parseCourseText(file, course);
      if ("of" in read) outdated.push(read);
      else courses.set(tag, read);
    }
    const id = withoutNumber(lessonFolder ?? "");
    const original = course.lessons.find((lesson) => lesson.id === id);
    if (original !== undefined && kind === "lesson") {
      const read = parseLessonTranslation(file, original);
      if ("of" in read) outdated.push(read);
      else lessons.set(tag, { ...lessons.get(tag), [id]: read });
    }
  }
  const languages = [...new Set([...courses.keys(), ...lessons.keys()])].sort();
  const translations = languages.map((language) => ({
    language,
    course: courses.get(language) ?? null,
    lessons: lessons.get(language) ?? {},
  }));
  return { translations, outdated };
}
