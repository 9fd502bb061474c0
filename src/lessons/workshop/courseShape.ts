import { ownCourseIn } from "../own/ownCourseAddress.ts";
import { receivedId } from "../own/receivedId.ts";

/** What a progress code must know of a course: which lessons, and how many steps each has. */
export interface CourseShape {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonShape[];
}

export interface LessonShape {
  readonly id: string;
  readonly title: string;
  /** How many steps it has. */
  readonly steps: number;
}

/**
 * 32 bits that differ as soon as a lesson or a step is added, removed or moved. FNV-1a. The same for a course in the browser of its author
 * and where its link has been opened.
 */
export function courseFingerprint({ id, lessons }: CourseShape): number {
  const own = ownCourseIn(id);
  const name = own === null ? id : receivedId(own);
  const lessonId = (lesson: LessonShape): string => (own === null ? lesson.id : receivedId(lesson.id));
  let hash = 0x811c9dc5;
  for (const character of `${name} ${lessons.map((lesson) => `${lessonId(lesson)}:${lesson.steps}`).join(" ")}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
