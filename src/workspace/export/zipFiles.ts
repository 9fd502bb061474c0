import { strToU8, zipSync, type Zippable } from "fflate";
import type { FileMap } from "../../worker/messages.ts";

/** The files in one folder of a zip archive. @param modified milliseconds since 1970 that each file is given */
export function zipFiles(folder: string, files: FileMap, modified: number): Blob {
  const entries: Zippable = {};
  for (const [path, text] of Object.entries(files)) {
    // An empty folder holds what keeps it in a repository.
    const name = path.endsWith("/") ? `${path}.gitkeep` : path;
    entries[`${folder}/${name}`] = [strToU8(text), { mtime: modified, level: 6 }];
  }
  return new Blob([new Uint8Array(zipSync(entries))], { type: "application/zip" });
}
