import type { FileMap } from "../worker/messages.ts";

/** A path that may name a file: parts of letters, digits and `._-@ `, no `..`, no leading slash. */
export function isFilePath(path: string): boolean {
  return /^[^/\\\0]+(\/[^/\\\0]+)*$/.test(path) && path.split("/").every((part) => part !== "." && part !== "..");
}

/** Why a path cannot be taken by a new file, or null when it can. */
export function pathMistake(files: FileMap, path: string): string | null {
  if (path === "") return "Type a name.";
  if (!isFilePath(path)) return `"${path}" is not a file name.`;
  if (files[path] !== undefined) return `${path} exists already.`;
  if (hasFolder(files, path)) return `${path} is a folder.`;
  const parts = path.split("/");
  for (let end = 1; end < parts.length; end++) {
    const parent = parts.slice(0, end).join("/");
    if (files[parent] !== undefined) return `${parent} is a file.`;
  }
  return null;
}

/** Every file path, sorted; entries that stand for folders are left out. */
export function filePaths(files: FileMap): readonly string[] {
  return Object.keys(files)
    .filter((path) => !path.endsWith("/"))
    .sort();
}

export function hasFolder(files: FileMap, path: string): boolean {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  return Object.keys(files).some((candidate) => candidate.startsWith(prefix));
}

/** The files without those at or below `path`; a folder that loses its last file stays as an empty one. */
export function withoutPath(files: FileMap, path: string): FileMap {
  const kept = Object.fromEntries(
    Object.entries(files).filter(([candidate]) => candidate !== path && !candidate.startsWith(`${path}/`)),
  );
  return withParentFolder(kept, path);
}

/** The files with `from` (a file, or a folder with what it holds) called `to`. */
export function withRenamedPath(files: FileMap, from: string, to: string): FileMap {
  const renamed = Object.fromEntries(Object.entries(files).map(([path, text]) => [renamedPath(path, from, to), text]));
  return withParentFolder(renamed, from);
}

export function renamedPath(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path;
}

function withParentFolder(files: FileMap, path: string): FileMap {
  const end = path.lastIndexOf("/");
  if (end < 0) return files;
  const parent = path.slice(0, end);
  return hasFolder(files, parent) ? files : { ...files, [`${parent}/`]: "" };
}
