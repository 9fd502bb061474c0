import type { SharedLessons } from "../link/lessonLink.ts";
import { ownCourseAddress, ownCourseId } from "./ownCourseAddress.ts";
import { receivedId } from "./receivedId.ts";
import { withCourse, withLesson, type Shelf } from "./shelf.ts";

/** The shelf with what came by a link or a file, and the address of the course that it belongs to. What was made here stays as it is. */
export function receiveLessons(
  shelf: Shelf,
  shared: SharedLessons,
  now: number,
): { readonly shelf: Shelf; readonly course: string; readonly first: string } {
  const ids = new Map(shared.lessons.map(({ id }) => [id, receivedId(id)]));
  const lessons = shared.lessons.map(({ id, lesson }) => ({
    id: ids.get(id) ?? receivedId(id),
    lesson,
    savedAt: now,
    received: true,
    workspace: null,
  }));
  const first = lessons[0]?.id ?? "";
  const withLessons = lessons.reduce(withLesson, shelf);
  if (shared.course === null) return { shelf: withLessons, course: ownCourseId, first };
  const id = receivedId(shared.id);
  const course = { id, ...shared.course, lessons: lessons.map((lesson) => lesson.id), received: true };
  return { shelf: withCourse(withLessons, course), course: ownCourseAddress(id), first };
}
