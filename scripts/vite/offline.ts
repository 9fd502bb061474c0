import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { build } from "rolldown";
import type { Plugin } from "vite";
import type { OfflineManifest } from "../../src/offline/offlineManifest.ts";

/** What no browser with service workers asks for. */
const neverUsed = /\.woff$|\/(initdb|memfs2opfs|nodefs|opfs-ahp)-/;
/** Python and its language service are large, and not everybody's. */
const whenUsed = /\/(pyodide|pyright|library|pythonLanguage)[.-]/;

/** Writes `sw.js` beside the page: the service worker, told what the build consists of. */
export function offline(root: string): Plugin {
  return {
    name: "offline",
    apply: "build",
    // After Vite's own plugins, which drop the chunks that held nothing but styles.
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const names = Object.keys(bundle)
          .filter((name) => name.startsWith("assets/") && !neverUsed.test(name))
          .sort();
        const page = bundle["index.html"];
        const hash = createHash("sha256").update(names.join("\n"));
        if (page?.type === "asset") hash.update(page.source);
        const manifest: OfflineManifest = {
          version: hash.digest("hex").slice(0, 12),
          kept: names.filter((name) => !whenUsed.test(name)),
          keptWhenUsed: names.filter((name) => whenUsed.test(name)),
        };
        const { output } = await build({
          input: resolve(root, "src/offline/serviceWorker.ts"),
          write: false,
          platform: "browser",
          output: { format: "iife", minify: true },
        });
        const source = `self.stillroomManifest=${JSON.stringify(manifest)};\n${output[0].code}`;
        this.emitFile({ type: "asset", fileName: "sw.js", source });
      },
    },
  };
}
