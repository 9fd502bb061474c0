import { openIndexedDbLibrary } from "./indexedDbLibrary.ts";
import { createMemoryLibrary } from "./memoryLibrary.ts";
import { StorageError, type WorkspaceLibrary } from "./workspaceLibrary.ts";

/** The browser's library, or one in memory that says why. */
export async function openLibrary(): Promise<WorkspaceLibrary> {
  if (typeof indexedDB === "undefined") return createMemoryLibrary("this browser has no storage for pages");
  try {
    return await openIndexedDbLibrary();
  } catch (error) {
    if (error instanceof StorageError) return createMemoryLibrary(error.message);
    throw error;
  }
}
