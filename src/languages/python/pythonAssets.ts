import type { CreatePyodideModule } from "./pyodideModule.ts";

/** Python's files, as whoever can fetch hands them over. */
export interface PythonAssets {
  /** pyodide.asm.wasm */
  readonly wasm: WebAssembly.Module;
  /** The archive that scripts/buildPythonLibrary.ts makes: the standard library and the guest packages, compiled. */
  readonly library: Uint8Array;
  /** The default export of pyodide.asm.mjs. */
  readonly createModule: CreatePyodideModule;
}
