import { findCourse, loadLesson } from "../../lessons/courses/catalogue.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { Sitting } from "../../lessons/sitting/sitting.ts";
import { originalTextLanguage, type TextLanguage } from "../../lessons/translation/textLanguage.ts";

/** The languages that a sitting's lesson can be read in, English first; only its own where it has been revised since. */
export function tellableIn(
  { source, version, textLanguage }: Sitting,
  storage: KeyValueStorage | null,
): readonly TextLanguage[] {
  const lessons = findCourse(source.course, source.language, storage)?.lessons ?? [];
  const newest = lessons.find(({ id }) => id === source.lesson);
  return newest?.version === version ? [originalTextLanguage, ...newest.translations] : [textLanguage];
}

/**
 * The sitting with its lesson's words in a language: the same work on the same lesson. It stays as it is where the lesson has been revised
 * since it began, because the words of now belong to the lesson of now.
 */
export async function toldIn(
  sitting: Sitting,
  wanted: TextLanguage,
  storage: KeyValueStorage | null,
): Promise<Pick<Sitting, "lesson" | "textLanguage">> {
  const { source, lesson, textLanguage } = sitting;
  const languages = tellableIn(sitting, storage);
  const told = languages.includes(wanted) ? wanted : (languages[0] ?? textLanguage);
  const found =
    told === textLanguage ? null : await loadLesson(source.course, source.lesson, source.language, told, storage);
  return found === null ? { lesson, textLanguage } : { lesson: found.lesson, textLanguage: found.textLanguage };
}
