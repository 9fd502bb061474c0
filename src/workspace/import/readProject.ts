import { unzipSync } from "fflate";
import type { FileMap } from "../../worker/messages.ts";
import { isFilePath } from "../projectFiles.ts";
import { ImportError } from "./importError.ts";

const mostFiles = 400;
const mostBytes = 4_000_000;
/** Bytes of a file inside of a project; a longer one is left out. */
export const longestFile = 400_000;

/** A file as it was dropped or found in an archive. */
export interface RawFile {
  readonly path: string;
  /** null: it is longer than a project's file may be, and was not read. */
  readonly bytes: Uint8Array | null;
}

export interface ReadProject {
  readonly files: FileMap;
  /** Paths of what is no text, or too long. */
  readonly leftOut: readonly string[];
}

/** The files of a zip archive. @throws ImportError where it is none, or holds more than a project may hold */
export function readZip(archive: Uint8Array): readonly RawFile[] {
  let size = 0;
  let count = 0;
  const tooLong: string[] = [];
  try {
    const entries = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (isLeftOut(withSlashes(name))) return false;
        count++;
        if (originalSize > longestFile) tooLong.push(name);
        else size += originalSize;
        if (size > mostBytes || count > mostFiles) throw new ImportError(tooMuch);
        return originalSize <= longestFile;
      },
    });
    return [
      ...Object.entries(entries).map(([path, bytes]) => ({ path: withSlashes(path), bytes })),
      ...tooLong.map((path) => ({ path: withSlashes(path), bytes: null })),
    ];
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("The archive cannot be read: it is damaged, or no zip file.");
  }
}

/**
 * The project in what was dropped: the folder that holds alembic.ini (or pyproject.toml) becomes the project's own.
 * @throws ImportError where there is no project, or more than a project may hold
 */
export function readProject(raw: readonly RawFile[]): ReadProject {
  const kept = raw.filter(({ path }) => !isLeftOut(path));
  const size = kept.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  if (kept.length > mostFiles || size > mostBytes) throw new ImportError(tooMuch);
  const root = rootOf(kept.map(({ path }) => path));
  const files: Record<string, string> = {};
  const leftOut: string[] = [];
  for (const { path, bytes } of kept) {
    if (!path.startsWith(root)) continue;
    const name = path.slice(root.length);
    const text = bytes === null || bytes.length > longestFile ? null : textOf(bytes);
    if (text === null || !isFilePath(name)) leftOut.push(name);
    else if (name.endsWith("/.gitkeep")) files[name.slice(0, -".gitkeep".length)] = "";
    else files[name] = text;
  }
  const versions = Object.keys(files).find((path) => /(^|\/)env\.(ts|py)$/.test(path));
  if (versions !== undefined) {
    const folder = `${versions.replace(/env\.(ts|py)$/, "")}versions/`;
    if (!Object.keys(files).some((path) => path.startsWith(folder))) files[folder] = "";
  }
  return { files, leftOut };
}

/** Some programs for Windows write backslashes into their archives. */
function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

const tooMuch = "This holds more than a project may hold: at most 400 files and 4 MB.";

/** Folders, and files that a project does not need here. */
export function isLeftOut(path: string): boolean {
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
