import { useMemo } from "react";
import { findCourse } from "../../lessons/courses/catalogue.ts";
import type { CourseSummary } from "../../lessons/courses/courses.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";
import { useCourseTitles } from "./useCourseTitles.ts";

/** A course as lists show it, its titles in the language that is read as far as they are translated. null: there is none of that id. */
export function useCourse(
  id: string,
  language: ProjectLanguage,
  textLanguage: TextLanguage,
  storage: KeyValueStorage | null,
): CourseSummary | null {
  const titles = useCourseTitles(textLanguage);
  return useMemo(() => findCourse(id, language, storage, titles), [id, language, storage, titles]);
}
