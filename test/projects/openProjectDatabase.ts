import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { installExtension } from "../../src/database/installExtension.ts";
import { openPglite } from "../../src/database/openPglite.ts";
import { PgliteConnection } from "../../src/database/pgliteConnection.ts";
import { wantedExtensions } from "../../src/worker/extensionDownload.ts";
import type { Connection } from "../../src/engine/connection.ts";
import type { FileMap } from "../../src/worker/messages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The page's PostgreSQL, empty, with the extensions that the page would fetch for these files. */
export async function openProjectDatabase(files: FileMap): Promise<Connection> {
  const directory = gunzipSync(readFileSync(`${root}.cache/database/pgdata.bin`));
  const database = await openPglite({ dataDirectory: new Blob([new Uint8Array(directory)]) });
  for (const name of wantedExtensions(Object.values(files))) {
    const archive = `${root}node_modules/@electric-sql/pglite/dist/${name}.tar.gz`;
    if (existsSync(archive)) installExtension(database, new Uint8Array(gunzipSync(readFileSync(archive))));
  }
  return new PgliteConnection(database);
}
