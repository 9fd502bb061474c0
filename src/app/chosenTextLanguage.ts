import { textLanguages } from "../lessons/courses/catalogue.ts";
import type { KeyValueStorage } from "../lessons/progress/progress.ts";
import { matchTextLanguage } from "../lessons/translation/matchTextLanguage.ts";
import type { TextLanguage } from "../lessons/translation/textLanguage.ts";
import { remember, remembered } from "./remembered.ts";

const key = "stillroom.textLanguage";

/**
 * The language in which lessons are read, not the one that their code is in: the one that was chosen last, or else the first of the
 * reader's own that a course is translated into.
 * @param preferred the reader's languages, as the browser tells them
 */
export function chosenTextLanguage(storage: KeyValueStorage | null, preferred: readonly string[]): TextLanguage {
  const chosen = remembered(storage, key);
  return matchTextLanguage(chosen === null ? preferred : [chosen, ...preferred], textLanguages);
}

export function chooseTextLanguage(storage: KeyValueStorage | null, language: TextLanguage): void {
  remember(storage, key, language);
}
