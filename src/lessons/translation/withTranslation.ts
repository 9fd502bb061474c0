import type { Course } from "../format/lesson.ts";
import type { CourseTranslation } from "./translation.ts";

/** The course with its words in another language, as far as they are translated. */
export function withTranslation(course: Course, { course: about, lessons }: CourseTranslation): Course {
  return {
    ...course,
    ...about,
    lessons: course.lessons.map((lesson) => {
      const translation = lessons[lesson.id];
      return translation === undefined ? lesson : { ...lesson, translation };
    }),
  };
}
