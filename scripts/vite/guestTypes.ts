import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { isolatedDeclarationSync } from "rolldown/experimental";
import type { Plugin } from "vite";

const id = "virtual:guest-types";

/** Import name -> the source file of the guest library behind it. */
const entries: Readonly<Record<string, string>> = {
  alembic: "alembic.ts",
  sqlalchemy: "sqlalchemy.ts",
  "sqlalchemy/postgresql": "postgresql.ts",
  "sqlalchemy/dialects/postgresql": "postgresql.ts",
};

/**
 * Type declarations of the guest library for the editor, made from its own source: they cannot say anything else than what
 * runs in the sandbox. Files lie below `/node_modules/stillroom/`, one small file an import name leads there.
 */
export function readGuestTypes(root: string): {
  readonly texts: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
} {
  const source = resolve(root, "src");
  const guest = resolve(source, "languages/typescript/guest");
  const texts: Record<string, string> = {};
  const waiting = Object.values(entries).map((file) => resolve(guest, file));
  const sources = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (sources.has(path)) continue;
    sources.add(path);
    const { code, errors } = isolatedDeclarationSync(path, readFileSync(path, "utf8"));
    if (errors.length > 0)
      throw new Error(`${relative(root, path)}: ${errors.map((error) => error.message).join("; ")}`);
    for (const [, specifier = ""] of code.matchAll(/from "(\.[^"]+)"/g))
      waiting.push(resolve(dirname(path), specifier));
    texts[`/node_modules/stillroom/${relative(source, path).replace(/\.ts$/, ".d.ts")}`] = code.replaceAll(
      /(from "\.[^"]+)\.ts"/g,
      '$1"',
    );
  }
  for (const [name, file] of Object.entries(entries)) {
    const target = `stillroom/languages/typescript/guest/${file.replace(/\.ts$/, "")}`;
    texts[`/node_modules/${name}/index.d.ts`] = `export * from "${target}";\n`;
  }
  return { texts, sources: [...sources] };
}

/** `import texts from "virtual:guest-types"`: absolute path -> declarations. */
export function guestTypes(root: string): Plugin {
  return {
    name: "guest-types",
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const { texts, sources } = readGuestTypes(root);
      for (const path of sources) this.addWatchFile(path);
      return { code: `export default ${JSON.stringify(texts)};`, map: null, moduleType: "js" };
    },
  };
}
