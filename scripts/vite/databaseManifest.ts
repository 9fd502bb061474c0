import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const id = "virtual:database";

/** `import database from "virtual:database"`: which data directory this build starts from. */
export function databaseManifest(root: string): Plugin {
  return {
    name: "database-manifest",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const manifest = readFileSync(resolve(root, ".cache/database/manifest.json"), "utf8");
      return { code: `export default ${manifest};`, map: null, moduleType: "js" };
    },
  };
}
