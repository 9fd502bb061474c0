declare module "virtual:courses" {
  import type { CourseSummary } from "./courses.ts";
  import type { Course } from "../format/lesson.ts";
  export const index: readonly CourseSummary[];
  export const load: Readonly<Record<string, () => Promise<{ readonly default: Course }>>>;
}
