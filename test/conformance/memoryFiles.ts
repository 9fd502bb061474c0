import type { Files } from "../../src/engine/files.ts";

export interface MemoryFiles extends Files {
  /** Paths written and folders made since `forgetChanges`, sorted; folders end in `/`. */
  changes(): readonly string[];
  forgetChanges(): void;
}

/** @param initial path -> text; a path that ends in `/` is an empty folder */
export function createMemoryFiles(initial: Readonly<Record<string, string>>): MemoryFiles {
  const texts = new Map<string, string>();
  const folders = new Set<string>();
  const changed = new Set<string>();
  const addFolder = (path: string) => {
    const parts = path.split("/").filter((part) => part !== "");
    for (let length = 1; length <= parts.length; length += 1) {
      const folder = parts.slice(0, length).join("/");
      if (!folders.has(folder)) changed.add(`${folder}/`);
      folders.add(folder);
    }
  };
  const write = (path: string, text: string) => {
    addFolder(path.split("/").slice(0, -1).join("/"));
    texts.set(path, text);
    changed.add(path);
  };
  for (const [path, text] of Object.entries(initial)) {
    if (path.endsWith("/")) addFolder(path);
    else write(path, text);
  }
  return {
    read: (path) => texts.get(path) ?? null,
    list: () => [...texts.keys()].sort(),
    hasFolder: (path) => folders.has(path.replace(/\/+$/, "")),
    listFolders: () => [...folders].sort(),
    write,
    makeFolder: addFolder,
    changes: () => [...changed].sort(),
    forgetChanges: () => changed.clear(),
  };
}
