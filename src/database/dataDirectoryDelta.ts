import { createTar, parseTar } from "nanotar";

/**
 * What a data directory holds beyond the one that every database starts from, page by page. A database of a few tables is
 * 9 MB as a tar and a few hundred kilobytes as a delta.
 */
interface DeltaHeader {
  /** Which directory it was compared with. */
  readonly base: string;
  readonly folders: readonly string[];
  readonly files: readonly DeltaFile[];
}

interface DeltaFile {
  readonly path: string;
  readonly size: number;
  /** The pages that are in the delta, by number; the others are the base's. */
  readonly pages: readonly number[];
}

/** A delta that cannot be applied: it is damaged or belongs to another directory. */
export class DeltaError extends Error {
  override readonly name = "DeltaError";
}

const pageSize = 8192;
const magic = 0x53_52_44_31;
const headerStart = 8;

/** PostgreSQL makes these anew; the first would even be in the way. */
const dispensable = /^postmaster\.pid$|\/pg_internal\.init$/;

type Directory = ReadonlyMap<string, Uint8Array | null>;

/** A tar as path -> bytes; null is a folder. */
function readDirectory(tar: Uint8Array): Directory {
  return new Map(
    parseTar(tar).map((entry) => [
      entry.name.replace(/^\.?\/+|\/+$/g, ""),
      entry.type === "directory" || entry.name.endsWith("/") ? null : (entry.data ?? new Uint8Array()),
    ]),
  );
}

/**
 * @param base the directory that every database starts from, as a tar, called `baseName`
 * @param dump a directory as PGlite dumps it, as a tar
 */
export function createDelta(base: Uint8Array, baseName: string, dump: Uint8Array): Uint8Array<ArrayBuffer> {
  const before = readDirectory(base);
  const folders: string[] = [];
  const files: DeltaFile[] = [];
  const pages: Uint8Array[] = [];
  for (const [path, data] of readDirectory(dump)) {
    if (dispensable.test(path)) continue;
    if (data === null) {
      folders.push(path);
      continue;
    }
    const changed = changedPages(before.get(path) ?? new Uint8Array(), data);
    files.push({ path, size: data.length, pages: changed });
    pages.push(...changed.map((page) => data.subarray(page * pageSize, (page + 1) * pageSize)));
  }
  const header = new TextEncoder().encode(JSON.stringify({ base: baseName, folders, files } satisfies DeltaHeader));
  const delta = new Uint8Array(headerStart + header.length + pages.reduce((sum, page) => sum + page.length, 0));
  const view = new DataView(delta.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, header.length);
  delta.set(header, headerStart);
  let offset = headerStart + header.length;
  for (const page of pages) {
    delta.set(page, offset);
    offset += page.length;
  }
  return delta;
}

/** The directory as a tar. @throws DeltaError */
export function applyDelta(base: Uint8Array, baseName: string, delta: Uint8Array): Uint8Array<ArrayBuffer> {
  const { header, start } = readHeader(delta);
  if (header.base !== baseName)
    throw new DeltaError(`the saved database belongs to ${header.base}, not to ${baseName}`);
  const before = readDirectory(base);
  let offset = start;
  const files = header.files.map(({ path, size, pages }) => {
    const data = new Uint8Array(size);
    data.set((before.get(path) ?? new Uint8Array()).subarray(0, size));
    for (const page of pages) {
      const length = Math.min(pageSize, size - page * pageSize);
      if (length <= 0 || offset + length > delta.length)
        throw new DeltaError(`the saved database is cut off at ${path}`);
      data.set(delta.subarray(offset, offset + length), page * pageSize);
      offset += length;
    }
    return { name: path, data, attrs: attributes("600") };
  });
  const folders = header.folders.map((path) => ({ name: `${path}/`, attrs: attributes("700") }));
  return new Uint8Array(createTar([...folders, ...files]));
}

/** Which directory a delta belongs to. @throws DeltaError */
export function deltaBase(delta: Uint8Array): string {
  return readHeader(delta).header.base;
}

function attributes(mode: string) {
  return { mode, mtime: 0, user: "postgres", group: "postgres" };
}

function readHeader(delta: Uint8Array): { readonly header: DeltaHeader; readonly start: number } {
  const view = new DataView(delta.buffer, delta.byteOffset, delta.byteLength);
  if (delta.length < headerStart || view.getUint32(0) !== magic) throw new DeltaError("this is not a saved database");
  const start = headerStart + view.getUint32(4);
  try {
    return { header: JSON.parse(new TextDecoder().decode(delta.subarray(headerStart, start))) as DeltaHeader, start };
  } catch {
    throw new DeltaError("the saved database's list of files is damaged");
  }
}

function changedPages(before: Uint8Array, after: Uint8Array): readonly number[] {
  const pages: number[] = [];
  for (let page = 0; page * pageSize < after.length; page++) {
    const start = page * pageSize;
    if (!sameBytes(before.subarray(start, start + pageSize), after.subarray(start, start + pageSize))) pages.push(page);
  }
  return pages;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
