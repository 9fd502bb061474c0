import type { Files } from "../engine/files.ts";
import type { FileMap } from "./messages.ts";

/** The project's files as one command sees them, and what it wrote. */
export interface OverlayFiles extends Files {
  readonly written: FileMap;
}

/** @param files path -> text; a path that ends in `/` is a folder without files */
export function createOverlayFiles(files: FileMap): OverlayFiles {
  const all = new Map(Object.entries(files));
  const written: Record<string, string> = {};
  return {
    written,
    read: (path) => (path.endsWith("/") ? null : (all.get(path) ?? null)),
    list: () => [...all.keys()].filter((path) => !path.endsWith("/")).sort(),
    hasFolder: (path) => {
      const prefix = path === "" || path === "." ? "" : `${path.replace(/\/+$/, "")}/`;
      return prefix === "" || [...all.keys()].some((known) => known.startsWith(prefix));
    },
    write: (path, text) => {
      all.set(path, text);
      written[path] = text;
    },
    makeFolder: (path) => {
      const folder = `${path.replace(/\/+$/, "")}/`;
      all.set(folder, "");
      written[folder] = "";
    },
  };
}
