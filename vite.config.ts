import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { argparseWithoutEval } from "./scripts/vite/argparseWithoutEval.ts";
import { courses } from "./scripts/vite/courses.ts";
import { databaseManifest } from "./scripts/vite/databaseManifest.ts";
import { guestLibrary } from "./scripts/vite/guestLibrary.ts";
import { offline } from "./scripts/vite/offline.ts";
import { guestTypes } from "./scripts/vite/guestTypes.ts";
import { uncompressedPreview } from "./scripts/vite/uncompressedPreview.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  base: "./",
  // What is not there is not found, as on a plain static host: no page in the place of a file.
  appType: "mpa",
  plugins: [
    react(),
    courses(root),
    databaseManifest(root),
    guestLibrary(root),
    guestTypes(root),
    offline(root),
    uncompressedPreview(),
  ],
  // argparse names two modules of Node, also where there is none.
  resolve: {
    alias: [
      { find: /^util$/, replacement: `${root}src/engine/commands/argparse/util.ts` },
      { find: /^assert$/, replacement: `${root}src/engine/commands/argparse/assert.cjs` },
    ],
  },
  // Both find their WebAssembly beside themselves.
  optimizeDeps: { exclude: ["@electric-sql/pglite", "@jitl/quickjs-wasmfile-release-sync"] },
  // A worker's bundle does not inherit the plugins.
  worker: { format: "es", plugins: () => [argparseWithoutEval(), guestLibrary(root)] },
  assetsInclude: ["**/*.bin"],
  build: { target: "es2022", chunkSizeWarningLimit: 7000 },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "threads",
    maxWorkers: "100%",
    // One PostgreSQL serves every test file of a thread.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
