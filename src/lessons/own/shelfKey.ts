import type { KeyValueStorage } from "../progress/progress.ts";

/** Under which this browser's own lessons are kept. */
export const shelfKey = "stillroom.lessons.1";

/** Whether a lesson may be written in the workspace: a look that reads nothing and costs nothing. */
export function mentionsWorkspace(storage: KeyValueStorage | null, workspaceId: string): boolean {
  try {
    return storage?.getItem(shelfKey)?.includes(`"workspace":${JSON.stringify(workspaceId)}`) === true;
  } catch {
    return false;
  }
}
