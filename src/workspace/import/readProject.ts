import { unzipSync } from "fflate";
import type { FileMap } from "../../worker/messages.ts";
import { isFilePath } from "../projectFiles.ts";
import { ImportError } from "./importError.ts";

const mostFiles = 400;
const mostBytes = 4_000_000;
const longestFile = 400_000;

/** A file as it was dropped or found in an archive: its path and its bytes. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a zip archive. @throws ImportError where it is none, or holds more than a project may hold */
export function readZip(archive: Uint8Array): readonly RawFile[] {
  let size = 0;
  let count = 0;
  try {
    const entries = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (isLeftOut(name)) return false;
        size += originalSize;
        count++;
        if (size > mostBytes || count > mostFiles) throw new ImportError(tooMuch);
        return true;
      },
    });
    return Object.entries(entries).map(([path, bytes]) => ({ path, bytes }));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("The archive cannot be read: it is damaged, or no zip file.");
  }
}

/**
 * The project in what was dropped: the folder that holds alembic.ini (or pyproject.toml) becomes the project's own.
 * @throws ImportError where there is no project, or more than a project may hold
 */
export function readProject(raw: readonly RawFile[]): FileMap {
  const kept = raw.filter(({ path }) => !isLeftOut(path));
  if (kept.length > mostFiles || kept.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostBytes)
    throw new ImportError(tooMuch);
  const root = rootOf(kept.map(({ path }) => path));
  const files: Record<string, string> = {};
  for (const { path, bytes } of kept) {
    if (!path.startsWith(root) || bytes.length > longestFile) continue;
    const name = path.slice(root.length);
    const text = textOf(bytes);
    if (text === null) continue;
    if (name.endsWith("/.gitkeep")) files[name.slice(0, -".gitkeep".length)] = "";
    else if (isFilePath(name)) files[name] = text;
  }
  const versions = Object.keys(files).find((path) => /(^|\/)env\.(ts|py)$/.test(path));
  if (versions !== undefined) {
    const folder = `${versions.replace(/env\.(ts|py)$/, "")}versions/`;
    if (!Object.keys(files).some((path) => path.startsWith(folder))) files[folder] = "";
  }
  return files;
}

const tooMuch = "This holds more than a project may hold: at most 400 files and 4 MB.";

/** Folders that a project does not need here. */
function isLeftOut(path: string): boolean {
  return (
    path.endsWith("/") ||
    /(^|\/)(\.git|\.venv|venv|node_modules|__pycache__|__MACOSX|\.idea|\.vscode|dist|build)\//.test(path) ||
    /(^|\/)(\.DS_Store|[^/]+\.pyc)$/.test(path)
  );
}

function rootOf(paths: readonly string[]): string {
  const candidates = ["alembic.ini", "pyproject.toml"].flatMap((name) =>
    paths
      .filter((path) => path === name || path.endsWith(`/${name}`))
      .map((path) => path.slice(0, -name.length))
      .sort((left, right) => left.length - right.length),
  );
  const [root] = candidates;
  if (root === undefined)
    throw new ImportError(
      "There is no Alembic project in it: alembic.ini is missing. Drop the folder that holds alembic.ini.",
    );
  return root;
}

/** null: the bytes are no text. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? null : text.replaceAll("\r\n", "\n");
  } catch {
    return null;
  }
}
