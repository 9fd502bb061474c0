import type { CreatePyodideModule } from "./pyodideModule.ts";

/** Pyodide's core files, as whoever can fetch hands them over. */
export interface PythonAssets {
  /** pyodide.asm.wasm */
  readonly wasm: WebAssembly.Module;
  /** python_stdlib.zip */
  readonly standardLibrary: Uint8Array;
  /** The default export of pyodide.asm.mjs. */
  readonly createModule: CreatePyodideModule;
}
