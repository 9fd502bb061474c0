import type { KeyValueStorage } from "../lessons/progress/progress.ts";
import type { ProjectLanguage } from "../worker/projectLanguage.ts";
import { remember, remembered } from "./remembered.ts";

const key = "stillroom.language";

/** The language in which new workspaces and lessons begin: the one that was chosen last. */
export function chosenLanguage(storage: KeyValueStorage | null): ProjectLanguage {
  return remembered(storage, key) === "python" ? "python" : "typescript";
}

export function chooseLanguage(storage: KeyValueStorage | null, language: ProjectLanguage): void {
  remember(storage, key, language);
}
