/** Joins an absolute folder and a path, and resolves `.` and `..`; an absolute path stays. */
export function absolutePath(folder: string, path: string): string {
  const joined = path.startsWith("/") ? path : `${folder}/${path}`;
  const parts: string[] = [];
  for (const part of joined.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** An absolute path as the project's `Files` names it: relative to the project's folder; null when it lies outside. */
export function pathInProject(projectFolder: string, path: string): string | null {
  const absolute = absolutePath(projectFolder, path);
  if (absolute === projectFolder) return "";
  return absolute.startsWith(`${projectFolder}/`) ? absolute.slice(projectFolder.length + 1) : null;
}

/** The path from one absolute folder to another, with `..` where it leads up. */
export function relativePath(from: string, to: string): string {
  const source = from.split("/").filter((part) => part !== "");
  const target = to.split("/").filter((part) => part !== "");
  let common = 0;
  while (common < source.length && source[common] === target[common]) common += 1;
  return [...source.slice(common).map(() => ".."), ...target.slice(common)].join("/") || ".";
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash) || "/";
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
