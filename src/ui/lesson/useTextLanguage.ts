import { useCallback, useState } from "react";
import { chooseTextLanguage, chosenTextLanguage } from "../../app/chosenTextLanguage.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { TextLanguage } from "../../lessons/translation/textLanguage.ts";

/** The language in which lessons are read, and how another one is chosen. */
export function useTextLanguage(
  storage: KeyValueStorage | null,
): readonly [TextLanguage, (language: TextLanguage) => void] {
  const [language, setLanguage] = useState(() => chosenTextLanguage(storage, navigator.languages));
  const choose = useCallback(
    (chosen: TextLanguage): void => {
      chooseTextLanguage(storage, chosen);
      setLanguage(chosen);
    },
    [storage],
  );
  return [language, choose];
}
