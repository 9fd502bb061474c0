import type { FileMap } from "../worker/messages.ts";

/** A file, or a folder with what it holds. */
export type TreeNode =
  | { readonly kind: "file"; readonly name: string; readonly path: string }
  | { readonly kind: "folder"; readonly name: string; readonly path: string; readonly children: readonly TreeNode[] };

interface FolderInProgress {
  readonly folders: Map<string, FolderInProgress>;
  readonly files: Set<string>;
}

/** The files as a tree: files before folders, each sorted by name. */
export function fileTree(files: FileMap): readonly TreeNode[] {
  const root = emptyFolder();
  for (const path of Object.keys(files)) {
    const parts = path.split("/");
    const name = parts.pop() ?? "";
    let folder = root;
    for (const part of parts) {
      const next = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, next);
      folder = next;
    }
    if (name !== "") folder.files.add(name);
  }
  return nodesOf(root, "");
}

function emptyFolder(): FolderInProgress {
  return { folders: new Map(), files: new Set() };
}

function nodesOf(folder: FolderInProgress, prefix: string): readonly TreeNode[] {
  const files = [...folder.files].sort().map((name): TreeNode => ({ kind: "file", name, path: prefix + name }));
  const folders = [...folder.folders.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, child]): TreeNode => ({
      kind: "folder",
      name,
      path: prefix + name,
      children: nodesOf(child, `${prefix}${name}/`),
    }));
  return [...files, ...folders];
}
