import type { PGlite } from "@electric-sql/pglite";
import { parseTar } from "nanotar";

/** Where PGlite keeps PostgreSQL's own files. */
const prefix = "/pglite";

/**
 * Puts an extension beside PostgreSQL's own, so that `CREATE EXTENSION` finds it; nothing of it is loaded before that.
 * @param archive a tar, uncompressed, as PGlite's package has it: `share/postgresql/extension/...` and `lib/postgresql/...`
 */
export function installExtension(database: PGlite, archive: Uint8Array): void {
  const files = database.Module.FS;
  for (const { name, data } of parseTar(archive)) {
    if (data === undefined) continue;
    const path = `${prefix}/${name.replace(/^\.?\//, "")}`;
    files.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    files.writeFile(path, data);
  }
}
