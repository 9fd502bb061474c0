import type { PGlite } from "@electric-sql/pglite";
import { applyDelta, createDelta } from "./dataDirectoryDelta.ts";
import { compress, decompress } from "./gzip.ts";

/** The directory that every database of this build starts from. */
export interface BaseDirectory {
  readonly name: string;
  /** A tar. */
  readonly bytes: Uint8Array;
}

/** Saves a database as what it holds beyond `base`, compressed with gzip. The database must be idle. */
export async function saveDelta(database: PGlite, base: BaseDirectory): Promise<Blob> {
  const dump = new Uint8Array(await (await database.dumpDataDir("none")).arrayBuffer());
  return compress(new Blob([createDelta(base.bytes, base.name, dump)]));
}

/** The data directory as a tar. @throws DeltaError, or a TypeError where the delta is no gzip */
export async function readDelta(delta: Blob, base: BaseDirectory): Promise<Blob> {
  const bytes = new Uint8Array(await (await decompress(delta)).arrayBuffer());
  return new Blob([applyDelta(base.bytes, base.name, bytes)]);
}

/** The same database as what it holds beyond another directory. @throws as `readDelta` */
export async function rebaseDelta(delta: Blob, from: BaseDirectory, to: BaseDirectory): Promise<Blob> {
  const dump = new Uint8Array(await (await readDelta(delta, from)).arrayBuffer());
  return compress(new Blob([createDelta(to.bytes, to.name, dump)]));
}
