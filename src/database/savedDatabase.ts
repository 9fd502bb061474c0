import type { PGlite } from "@electric-sql/pglite";
import { applyDelta, createDelta } from "./dataDirectoryDelta.ts";

/** The directory that every database of this build starts from. */
export interface BaseDirectory {
  readonly name: string;
  /** A tar. */
  readonly bytes: Uint8Array;
}

/** Saves a database as what it holds beyond `base`, compressed with gzip. The database must be idle. */
export async function saveDelta(database: PGlite, base: BaseDirectory): Promise<Blob> {
  const dump = new Uint8Array(await (await database.dumpDataDir("none")).arrayBuffer());
  return transformed(new Blob([createDelta(base.bytes, base.name, dump)]), new CompressionStream("gzip"));
}

/** The data directory as a tar. @throws DeltaError, or a TypeError where the delta is no gzip */
export async function readDelta(delta: Blob, base: BaseDirectory): Promise<Blob> {
  const bytes = new Uint8Array(await (await transformed(delta, new DecompressionStream("gzip"))).arrayBuffer());
  return new Blob([applyDelta(base.bytes, base.name, bytes)]);
}

function transformed(blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> {
  return new Response(blob.stream().pipeThrough(stream)).blob();
}
