import { lessonLanguages, type LessonLanguage } from "../format/lessonLanguage.ts";
import type { KeyValueStorage } from "./progress.ts";

const key = "stillroom.lessonLanguage";

/** The language in which lessons begin that can be done in both. */
export function chosenLanguage(storage: KeyValueStorage | null): LessonLanguage {
  try {
    const kept = storage?.getItem(key);
    return lessonLanguages.find((language) => language === kept) ?? "typescript";
  } catch {
    return "typescript";
  }
}

export function chooseLanguage(storage: KeyValueStorage | null, language: LessonLanguage): void {
  try {
    storage?.setItem(key, language);
  } catch {
    // The browser keeps nothing: lessons begin in TypeScript.
  }
}
