import type { LessonLanguage } from "../format/lessonLanguage.ts";
import type { CourseText, CourseTranslation } from "./translation.ts";

/** What lists of courses say in a language, by the course's id. What is missing is read as it was written first. */
export type CourseTitles = Readonly<Record<string, TitlesOfCourse>>;

interface TitlesOfCourse {
  readonly course: Pick<CourseText, "title" | "summary"> | null;
  /** By the lesson's id. */
  readonly lessons: Readonly<Record<string, Readonly<Partial<Record<LessonLanguage, string>>>>>;
}

/** The part of a translation that is wanted before the course is opened. */
export function titlesOfCourse({ course, lessons }: CourseTranslation): TitlesOfCourse {
  return {
    course: course === null ? null : { title: course.title, summary: course.summary },
    lessons: Object.fromEntries(
      Object.entries(lessons).map(([id, { lesson, python }]) => [
        id,
        { typescript: lesson.title, ...(python === undefined ? {} : { python: python.title }) },
      ]),
    ),
  };
}
