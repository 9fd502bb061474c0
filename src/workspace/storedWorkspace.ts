import type { FileMap } from "../worker/messages.ts";

/** What a reload keeps of a project. */
export interface StoredWorkspace {
  readonly starter: string;
  readonly files: FileMap;
  readonly tabs: readonly string[];
  readonly activeFile: string | null;
}

const key = "stillroom.workspace.1";

/** The stored project, or null where there is none, it cannot be read, or the browser keeps nothing. */
export function loadWorkspace(storage: Pick<Storage, "getItem"> | null): StoredWorkspace | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? "null");
    return isStoredWorkspace(value) ? value : null;
  } catch {
    return null;
  }
}

/** @returns whether the browser kept it */
export function saveWorkspace(storage: Pick<Storage, "setItem"> | null, workspace: StoredWorkspace): boolean {
  try {
    storage?.setItem(key, JSON.stringify(workspace));
    return storage !== null;
  } catch {
    return false;
  }
}

function isStoredWorkspace(value: unknown): value is StoredWorkspace {
  if (typeof value !== "object" || value === null) return false;
  const { starter, files, tabs, activeFile } = value as Record<string, unknown>;
  return (
    typeof starter === "string" &&
    typeof files === "object" &&
    files !== null &&
    Object.keys(files).length > 0 &&
    Object.values(files).every((text) => typeof text === "string") &&
    Array.isArray(tabs) &&
    tabs.every((tab) => typeof tab === "string") &&
    (activeFile === null || typeof activeFile === "string")
  );
}
