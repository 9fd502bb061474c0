import { chooseTextLanguage, chosenTextLanguage } from "../../app/chosenTextLanguage.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";
import { useRemembered } from "./useRemembered.ts";

const read = (storage: KeyValueStorage | null): TextLanguage => chosenTextLanguage(storage, navigator.languages);

/** The language in which lessons are read, and how another one is chosen. */
export function useTextLanguage(
  storage: KeyValueStorage | null,
): readonly [TextLanguage, (language: TextLanguage) => void] {
  return useRemembered(storage, read, chooseTextLanguage);
}
