import { ImportError } from "../../workspace/import/importError.ts";
import { isLeftOut, longestFile, type RawFile } from "../../workspace/import/readProject.ts";

/** More than a project may have: the rest need not be looked for. */
const mostFiles = 2000;
/** Bytes of a file that comes alone, such as an archive. */
const longestArchive = 100_000_000;

/** The files of a drop, those of folders with their paths. Folders that no project needs are not entered. @throws ImportError */
export async function readDropped(items: readonly DataTransferItem[]): Promise<readonly RawFile[]> {
  const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: RawFile[] = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

/** The files of a file dialog; those of a folder carry their paths. @throws ImportError */
export function readChosen(files: readonly File[]): Promise<readonly RawFile[]> {
  return Promise.all(
    files
      .filter(({ webkitRelativePath }) => webkitRelativePath === "" || !isLeftOut(webkitRelativePath))
      .slice(0, mostFiles)
      .map((file) => readFile(file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file)),
  );
}

async function walk(entry: FileSystemEntry, prefix: string, found: RawFile[]): Promise<void> {
  const path = prefix + entry.name;
  if (isLeftOut(entry.isDirectory ? `${path}/_` : path) || found.length > mostFiles) return;
  if (isFile(entry)) {
    const file = await readable(path, new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    found.push(await readFile(path, file));
  }
  if (isFolder(entry)) {
    const reader = entry.createReader();
    for (;;) {
      const listed = new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      const children = await readable(path, listed);
      if (children.length === 0) return;
      for (const child of children) await walk(child, `${path}/`, found);
    }
  }
}

async function readFile(path: string, file: File): Promise<RawFile> {
  const inside = path.includes("/");
  if (inside && file.size > longestFile) return { path, bytes: null };
  if (file.size > longestArchive)
    throw new ImportError(`${path} is larger than 100 MB, which is more than can be opened.`);
  return { path, bytes: new Uint8Array(await readable(path, file.arrayBuffer())) };
}

/** What the browser reads, or why it does not: it was moved, or may not be read. */
async function readable<Value>(path: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch {
    throw new ImportError(`${path} cannot be read: the browser was refused.`);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
