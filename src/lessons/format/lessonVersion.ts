import { fingerprint } from "./fingerprint.ts";
import type { Lesson } from "./lesson.ts";

/** What tells a lesson from what it was before anything of it was changed. */
export function lessonVersion(lesson: Lesson): string {
  return fingerprint(lesson);
}
