import { fingerprint } from "../format/fingerprint.ts";
import type { CourseLesson } from "../format/lesson.ts";
import { lessonText } from "./lessonText.ts";
import type { CourseText } from "./translation.ts";

/** What a translation says of itself when its author knows that it is behind, and cannot help it. */
export const knownOutdated = "outdated";

/** The version of a lesson's words, in both of its languages: files, commands and conditions may change without a translation. */
export function lessonTextVersion({ lesson, python }: Pick<CourseLesson, "lesson" | "python">): string {
  return textVersion([lesson, ...(python === undefined ? [] : [python])].map(lessonText));
}

export function courseTextVersion({ title, summary, text }: CourseText): string {
  return textVersion([title, summary, text]);
}

/** With a letter in front: YAML takes some of the digits for numbers. */
function textVersion(words: unknown): string {
  return `v${fingerprint(words)}`;
}
