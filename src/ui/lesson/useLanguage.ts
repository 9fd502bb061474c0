import { chooseLanguage, chosenLanguage } from "../../app/chosenLanguage.ts";
import type { KeyValueStorage } from "../../lessons/progress/progress.ts";
import type { ProjectLanguage } from "../../worker/projectLanguage.ts";
import { useRemembered } from "./useRemembered.ts";

/** The language in which lessons and new workspaces begin, and how another one is chosen. */
export function useLanguage(
  storage: KeyValueStorage | null,
): readonly [ProjectLanguage, (language: ProjectLanguage) => void] {
  return useRemembered(storage, chosenLanguage, chooseLanguage);
}
