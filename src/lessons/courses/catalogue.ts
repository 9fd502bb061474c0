import type { Course } from "../format/lesson.ts";
import { lessonIn, type FoundLesson } from "../format/lessonIn.ts";
import type { LessonLanguage } from "../format/lessonLanguage.ts";
import { lessonVersion } from "../format/lessonVersion.ts";
import type { CourseTitles } from "../translation/courseTitles.ts";
import { originalTextLanguage, type TextLanguage } from "../translation/textLanguage.ts";
import { ownCourseId, ownCourseIn } from "../own/ownCourseAddress.ts";
import { readShelf, type OwnCourse, type OwnLesson, type Shelf } from "../own/shelf.ts";
import type { KeyValueStorage } from "../progress/progress.ts";
import { courseIndex, loadCourse as loadIncluded, type CourseSummary } from "./courses.ts";

/**
 * A course that comes with the page, or one of this browser's own.
 * @param language its lessons' titles and versions are of this one, where they have it
 * @param titles what is read instead of titles and summaries as they were written first
 * @returns null: there is none of that name
 */
export function findCourse(
  id: string,
  language: LessonLanguage,
  storage: KeyValueStorage | null,
  titles: CourseTitles = {},
): CourseSummary | null {
  const included = courseIndex.find((course) => course.id === id);
  if (included !== undefined)
    return withTitles(language === "python" ? inPython(included) : included, language, titles);
  const course = ownCourse(id, storage);
  if (course === null) return null;
  const lessons = course.lessons.map((lesson) => ({
    id: lesson.id,
    title: lesson.lesson.title,
    minutes: lesson.lesson.minutes,
    steps: lesson.lesson.steps.length,
    version: lessonVersion(lesson.lesson),
    python: null,
    translations: [],
  }));
  return { id, title: course.title, summary: course.summary, translations: [], lessons };
}

function inPython(course: CourseSummary): CourseSummary {
  return { ...course, lessons: course.lessons.map((lesson) => ({ ...lesson, ...lesson.python })) };
}

function withTitles(course: CourseSummary, language: LessonLanguage, titles: CourseTitles): CourseSummary {
  const own = titles[course.id];
  if (own === undefined) return course;
  const lessons = course.lessons.map((lesson) => ({
    ...lesson,
    title: own.lessons[lesson.id]?.[language] ?? own.lessons[lesson.id]?.typescript ?? lesson.title,
  }));
  return { ...course, ...own.course, lessons };
}

/** Every language in which something of a course can be read, English first. */
export function textLanguagesOf({ translations, lessons }: CourseSummary): readonly TextLanguage[] {
  const all = [...translations, ...lessons.flatMap((lesson) => lesson.translations)];
  return [originalTextLanguage, ...new Set(all)];
}

/** Every language in which something of the included courses can be read, English first. */
export const textLanguages: readonly TextLanguage[] = [...new Set(courseIndex.flatMap(textLanguagesOf))];

/** The same course with its lessons. @param textLanguage what is read in it, as far as it is translated */
export async function loadCourse(
  id: string,
  textLanguage: TextLanguage,
  storage: KeyValueStorage | null,
): Promise<Course | null> {
  const course = ownCourse(id, storage);
  if (course === null) return loadIncluded(id, textLanguage);
  const lessons = course.lessons.map((own) => ({ id: own.id, lesson: own.lesson }));
  return { id, title: course.title, summary: course.summary, text: course.summary, lessons };
}

export async function loadLesson(
  courseId: string,
  lessonId: string,
  language: LessonLanguage,
  textLanguage: TextLanguage,
  storage: KeyValueStorage | null,
): Promise<FoundLesson | null> {
  const course = await loadCourse(courseId, textLanguage, storage);
  const found = course?.lessons.find(({ id }) => id === lessonId);
  return found === undefined ? null : lessonIn(found, language);
}

interface OpenedCourse extends Pick<OwnCourse, "title" | "summary"> {
  readonly lessons: readonly OwnLesson[];
}

function ownCourse(id: string, storage: KeyValueStorage | null): OpenedCourse | null {
  if (id === ownCourseId) {
    const { lessons } = readShelf(storage);
    return { title: "Lessons of your own", summary: "Made in this browser, or opened from a link or a file.", lessons };
  }
  const own = ownCourseIn(id);
  if (own === null) return null;
  const shelf = readShelf(storage);
  const course = shelf.courses.find((candidate) => candidate.id === own);
  return course === undefined ? null : { ...course, lessons: lessonsOf(course, shelf) };
}

/** Its lessons in their order; one that has been deleted is left out. */
export function lessonsOf({ lessons }: Pick<OwnCourse, "lessons">, shelf: Shelf): readonly OwnLesson[] {
  return lessons.flatMap((lessonId) => shelf.lessons.find(({ id }) => id === lessonId) ?? []);
}
