import { PythonInterpreter } from "../languages/python/interpreter.ts";
import type { CreatePyodideModule } from "../languages/python/pyodideModule.ts";
import type { PythonFiles } from "./messages.ts";

let files: PythonFiles | null = null;
let interpreter: Promise<PythonInterpreter> | null = null;

/** Takes what the page fetched and starts Python. */
export async function openPython(given: PythonFiles): Promise<void> {
  files = given;
  interpreter ??= open(given);
  await interpreter;
}

/** The worker's one interpreter; a new one where the last grew too large. @throws Error when the page sent no files for it */
export async function pythonInterpreter(): Promise<PythonInterpreter> {
  if (interpreter === null || files === null) throw new Error("Python has not been loaded");
  const opened = await interpreter;
  if (!opened.isBloated) return opened;
  interpreter = open(files);
  return interpreter;
}

async function open({ wasm, library, moduleUrl }: PythonFiles): Promise<PythonInterpreter> {
  const { default: createModule } = (await import(/* @vite-ignore */ moduleUrl)) as {
    readonly default: CreatePyodideModule;
  };
  return PythonInterpreter.open({ wasm, library: new Uint8Array(library), createModule });
}
