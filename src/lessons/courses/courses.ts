import { index, load, titles, translations } from "virtual:courses";
import type { Course } from "../format/lesson.ts";
import type { CourseTitles } from "../translation/courseTitles.ts";
import type { TextLanguage } from "../translation/textLanguage.ts";
import { withTranslation } from "../translation/withTranslation.ts";

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
  /** The languages that its words are translated into. */
  readonly translations: readonly TextLanguage[];
}

export interface CourseSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The languages that title, summary and what the course is about are translated into. */
  readonly translations: readonly TextLanguage[];
  readonly lessons: readonly LessonSummary[];
}

/** The courses that come with the page. */
export const courseIndex: readonly CourseSummary[] = index;

/** Fetches a course with its lessons, in a language where it has it. null: there is none of that name. */
export async function loadCourse(id: string, textLanguage: TextLanguage): Promise<Course | null> {
  if (!Object.hasOwn(load, id)) return null;
  const [course, translation] = await Promise.all([load[id]?.(), translations[id]?.[textLanguage]?.()]);
  if (course === undefined) return null;
  return translation === undefined ? course.default : withTranslation(course.default, translation.default);
}

const none: CourseTitles = {};
const knownTitles = new Map<TextLanguage, CourseTitles>();

/** Fetches what lists of courses say in a language. */
export async function loadTitles(textLanguage: TextLanguage): Promise<CourseTitles> {
  const loaded = (await titles[textLanguage]?.())?.default ?? none;
  knownTitles.set(textLanguage, loaded);
  return loaded;
}

/** The same where it has been fetched; nothing otherwise. */
export function titlesSoFar(textLanguage: TextLanguage): CourseTitles {
  return knownTitles.get(textLanguage) ?? none;
}
