import build from "virtual:database";
import { chosenTextLanguage } from "../app/chosenTextLanguage.ts";
import { readEmbedding } from "../app/embedding.ts";
import type { OpeningParts } from "../app/openTarget.ts";
import { decompress } from "../database/gzip.ts";
import type { TextLanguage } from "../lessons/translation/textLanguage.ts";
import { createMemoryLibrary } from "../workspace/library/memoryLibrary.ts";
import { openLibrary } from "../workspace/library/openLibrary.ts";
import type { WorkspaceLibrary } from "../workspace/library/workspaceLibrary.ts";
import { starters } from "../workspace/starters/starters.ts";

/** How the page was embedded when it was opened; null: it stands alone. */
export const embedding = readEmbedding(location);

let library: Promise<WorkspaceLibrary> | null = null;

/** The visitor's own workspaces; an embedded copy keeps nothing and sees none of them. One as long as the page lives. */
export function openPageLibrary(): Promise<WorkspaceLibrary> {
  library ??=
    embedding === null ? openLibrary() : Promise.resolve(createMemoryLibrary("it is embedded in another page"));
  return library;
}

/** null: the browser has none for this page. */
export function pageStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The one that lessons are read in. */
export function pageTextLanguage(): TextLanguage {
  return chosenTextLanguage(pageStorage(), navigator.languages);
}

export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}

export function openingParts(of: WorkspaceLibrary): OpeningParts {
  return {
    library: of,
    starters,
    build,
    storage: pageStorage(),
    textLanguage: pageTextLanguage(),
    now: () => Date.now(),
    randomId,
    decompress,
  };
}
