import { readBrought, type Brought } from "../../workspace/import/readBrought.ts";
import { ImportError } from "../../workspace/import/importError.ts";
import type { RawFile } from "../../workspace/import/readProject.ts";
import { LinkError } from "../../workspace/link/linkError.ts";

/** The page opens what is brought. */
export function bring(brought: Brought): void {
  dispatchEvent(new CustomEvent<Brought>("stillroom:bring", { detail: brought }));
}

/** Opens what the files are. @returns what is wrong with them, or null */
export async function bringFiles(read: Promise<readonly RawFile[]>): Promise<string | null> {
  return mistakeOf(async () => bring(readBrought(await read)));
}

/** @returns what the work said was wrong, or null */
export async function mistakeOf(work: () => void | Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ImportError || error instanceof LinkError) return error.message;
    throw error;
  }
}
