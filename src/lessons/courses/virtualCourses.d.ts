declare module "virtual:courses" {
  import type { CourseSummary } from "./courses.ts";
  import type { Course } from "../format/lesson.ts";
  import type { CourseTitles } from "../translation/courseTitles.ts";
  import type { CourseTranslation } from "../translation/translation.ts";
  type Load<Content> = () => Promise<{ readonly default: Content }>;
  export const index: readonly CourseSummary[];
  /** By the course's id. */
  export const load: Readonly<Record<string, Load<Course>>>;
  /** By language. */
  export const titles: Readonly<Record<string, Load<CourseTitles>>>;
  /** By the course's id and language. */
  export const translations: Readonly<Record<string, Readonly<Record<string, Load<CourseTranslation>>>>>;
}
