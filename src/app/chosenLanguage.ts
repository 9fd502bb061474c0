import type { KeyValueStorage } from "../lessons/progress/progress.ts";
import type { ProjectLanguage } from "../worker/projectLanguage.ts";

const key = "stillroom.language";

/** The language in which new workspaces and lessons begin: the one that was chosen last. */
export function chosenLanguage(storage: KeyValueStorage | null): ProjectLanguage {
  try {
    return storage?.getItem(key) === "python" ? "python" : "typescript";
  } catch {
    return "typescript";
  }
}

export function chooseLanguage(storage: KeyValueStorage | null, language: ProjectLanguage): void {
  try {
    storage?.setItem(key, language);
  } catch {
    // The browser keeps nothing: the next visit begins in TypeScript.
  }
}
