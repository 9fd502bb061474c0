import moduleUrl from "../../node_modules/pyodide/pyodide.asm.mjs?url";
import wasmUrl from "../../node_modules/pyodide/pyodide.asm.wasm?url";
import libraryUrl from "../../.cache/python/library.bin?url";
import type { PythonFiles } from "./messages.ts";

let download: Promise<PythonFiles> | null = null;

/** Python's core files, fetched once a page and only when a project has Python in it. */
export function fetchPython(): Promise<PythonFiles> {
  download ??= fetchAll().catch((error: unknown) => {
    download = null;
    throw error;
  });
  return download;
}

async function fetchAll(): Promise<PythonFiles> {
  const [wasm, library] = await Promise.all([
    fetch(wasmUrl).then((response) => WebAssembly.compileStreaming(requireOk(response))),
    fetch(libraryUrl).then((response) => requireOk(response).arrayBuffer()),
  ]);
  return { wasm, library, moduleUrl: new URL(moduleUrl, import.meta.url).href };
}

function requireOk(response: Response): Response {
  if (!response.ok) throw new Error(`Python could not be loaded (HTTP ${response.status})`);
  return response;
}
