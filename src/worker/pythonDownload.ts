import moduleUrl from "../../node_modules/pyodide/pyodide.asm.mjs?url";
import wasmUrl from "../../node_modules/pyodide/pyodide.asm.wasm?url";
import libraryUrl from "../../.cache/python/library.bin?url";
import { DownloadProgress } from "./downloadProgress.ts";
import type { PythonFiles } from "./messages.ts";

/** How far Python is; bytes as `EngineHandlers.onProgress` counts them. */
export type PythonLoad =
  | { readonly stage: "downloading"; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly stage: "starting" | "ready" };

let download: Promise<PythonFiles> | null = null;

/** Python's core files, fetched once a page and only when a project has Python in it. */
export function fetchPython(report: (load: PythonLoad) => void): Promise<PythonFiles> {
  download ??= fetchAll(report).catch((error: unknown) => {
    download = null;
    throw error;
  });
  return download;
}

async function fetchAll(report: (load: PythonLoad) => void): Promise<PythonFiles> {
  report({ stage: "downloading", loadedBytes: 0, totalBytes: 0 });
  const progress = new DownloadProgress((loadedBytes, totalBytes) =>
    report({ stage: "downloading", loadedBytes, totalBytes }),
  );
  const [wasm, library] = await Promise.all([
    progress.track(wasmUrl, (response) => WebAssembly.compileStreaming(response)),
    progress.track(libraryUrl, (response) => response.arrayBuffer()),
  ]);
  return { wasm, library, moduleUrl: new URL(moduleUrl, import.meta.url).href };
}
