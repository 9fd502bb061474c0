import type { RawFile } from "../../workspace/import/readProject.ts";

const mostFiles = 2000;

/** The files of a drop, those of folders with their paths. Folders that no project needs are not entered. */
export async function readDropped(items: readonly DataTransferItem[]): Promise<readonly RawFile[]> {
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: RawFile[] = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

/** The files of a file dialog; those of a folder carry their paths. */
export function readChosen(files: readonly File[]): Promise<readonly RawFile[]> {
  return Promise.all(
    files
      .filter(({ webkitRelativePath }) => !isSkipped(webkitRelativePath))
      .slice(0, mostFiles)
      .map(async (file) => ({
        path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
  );
}

async function walk(entry: FileSystemEntry, prefix: string, found: RawFile[]): Promise<void> {
  const path = prefix + entry.name;
  if (isSkipped(`${path}/`) || found.length > mostFiles) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      const children = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (children.length === 0) return;
      for (const child of children) await walk(child, `${path}/`, found);
    }
  }
}

function isSkipped(path: string): boolean {
  return /(^|\/)(\.git|\.venv|venv|node_modules|__pycache__)\//.test(path);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
