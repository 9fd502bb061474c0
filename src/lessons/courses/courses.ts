import { index, load } from "virtual:courses";
import type { Course } from "../format/lesson.ts";

/** What is known of a lesson before its course has been fetched. */
export interface LessonSummary {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** How many steps it has. */
  readonly steps: number;
  readonly version: string;
  /** What differs of the same lesson in Python; null: there is none. */
  readonly python: { readonly title: string; readonly version: string } | null;
}

export interface CourseSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly LessonSummary[];
}

/** The courses that come with the page. */
export const courseIndex: readonly CourseSummary[] = index;

/** Fetches a course with its lessons. null: there is none of that name. */
export async function loadCourse(id: string): Promise<Course | null> {
  return Object.hasOwn(load, id) ? ((await load[id]?.())?.default ?? null) : null;
}
