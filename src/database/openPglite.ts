import { PGlite } from "@electric-sql/pglite";

/** An empty module: with a ready data directory initdb never runs, so its 300 kB need not be fetched. */
const noInitdb = () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));

export interface PgliteAssets {
  /** A data directory as an uncompressed tar. */
  readonly dataDirectory: Blob;
  /** PGlite finds these two by itself where they are absent. */
  readonly pgliteWasm?: WebAssembly.Module;
  readonly pgliteData?: Blob;
}

/** PGlite without what its own queries need: it would ask for every array type, with queries of a tenth of the start. */
class ProtocolPglite extends PGlite {
  override async _initArrayTypes(): Promise<void> {}
}

/** Starts PostgreSQL in memory from a ready data directory; at most one a page (128 MiB of memory each). */
export async function openPglite(assets: PgliteAssets): Promise<PGlite> {
  const database = new ProtocolPglite({
    loadDataDir: assets.dataDirectory,
    initdbWasmModule: noInitdb(),
    ...(assets.pgliteWasm === undefined ? {} : { pgliteWasmModule: assets.pgliteWasm }),
    ...(assets.pgliteData === undefined ? {} : { fsBundle: assets.pgliteData }),
  });
  await database.waitReady;
  return database;
}
