import type { KeyValueStorage } from "../lessons/progress/progress.ts";

/** What was chosen last in this browser; null: nothing, or it keeps nothing. */
export function remembered(storage: KeyValueStorage | null, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a choice. Where the browser keeps nothing, the next visit begins without it. */
export function remember(storage: KeyValueStorage | null, key: string, choice: string): void {
  try {
    storage?.setItem(key, choice);
  } catch {
    // It holds for this visit.
  }
}
