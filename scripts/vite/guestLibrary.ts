import { resolve } from "node:path";
import { build } from "rolldown";
import type { Plugin } from "vite";

const id = "virtual:guest-library";

/** What a project file may import, and the module of the library that it gets. */
const modules: Readonly<Record<string, string>> = {
  alembic: "alembic",
  sqlalchemy: "sqlalchemy",
  "sqlalchemy/postgresql": "postgresql",
  "sqlalchemy/dialects/postgresql": "postgresql",
};

/** The library that project files import, bundled as JavaScript modules that travel into the sandbox as text. */
export function guestLibrary(root: string): Plugin {
  const folder = resolve(root, "src/languages/typescript/guest");
  return {
    name: "guest-library",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null;
      const names = ["prelude", ...new Set(Object.values(modules))];
      const { output } = await build({
        input: Object.fromEntries(names.map((name) => [name, resolve(folder, `${name}.ts`)])),
        write: false,
        platform: "neutral",
        output: { format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name].js" },
        transform: { target: "es2022" },
      });
      const chunks = output.filter((file) => file.type === "chunk");
      for (const chunk of chunks) for (const path of chunk.moduleIds) if (path.startsWith("/")) this.addWatchFile(path);
      const library = {
        entries: Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, `${file}.js`])),
        modules: Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk.code])),
        exports: Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk.exports])),
      };
      return { code: `export default ${JSON.stringify(library)};`, map: null, moduleType: "js" };
    },
  };
}
