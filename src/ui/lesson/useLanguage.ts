import { useCallback, useState } from "react";
import { chooseLanguage, chosenLanguage } from "../../app/chosenLanguage.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";

/** The language in which lessons and new workspaces begin, and how another one is chosen. */
export function useLanguage(
  storage: KeyValueStorage | null,
): readonly [ProjectLanguage, (language: ProjectLanguage) => void] {
  const [language, setLanguage] = useState(() => chosenLanguage(storage));
  const choose = useCallback(
    (chosen: ProjectLanguage): void => {
      chooseLanguage(storage, chosen);
      setLanguage(chosen);
    },
    [storage],
  );
  return [language, choose];
}
