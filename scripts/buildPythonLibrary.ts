/**
 * Makes `.cache/python/library.bin`: Python's standard library and the packages that project files import, compiled to
 * bytecode by the CPython that will run it, in one archive. From sources Python takes ten times as long to start.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createModule, projectFolder } from "../src/languages/python/createModule.ts";
import type { CreatePyodideModule, PyodideModule } from "../src/languages/python/pyodideModule.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const guest = join(root, "src/languages/python/guest");
const target = join(root, ".cache/python");
const script = join(root, "scripts/compile_library.py");
const pyodide = (name: string): string => createRequire(import.meta.url).resolve(`pyodide/${name}`);

const names = (await readdir(guest, { recursive: true })).filter((name) => name.endsWith(".py")).sort();
const sources = await Promise.all(names.map(async (name) => [name, await readFile(join(guest, name))] as const));
const compiler = await readFile(script, "utf8");
const standardLibrary = new Uint8Array(await readFile(pyodide("python_stdlib.zip")));

const hash = createHash("sha256").update(compiler).update(standardLibrary);
for (const [name, text] of sources) hash.update(name).update(text);
const stamp = hash.digest("hex");

if (stamp !== (await readFile(join(target, "stamp"), "utf8").catch(() => ""))) {
  const module = await open();
  for (const [name, text] of sources) {
    const path = `/guest/${name}`;
    module.FS.mkdirTree(dirname(path));
    module.FS.writeFile(path, new Uint8Array(text));
  }
  const program = module.stringToNewUTF8(compiler);
  module._Py_InitializeEx(0);
  if (module._PyRun_SimpleStringFlags(program, 0) !== 0) throw new Error("the library could not be compiled");
  const library = module.FS.readFile(`${projectFolder}/library.zip`);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "library.bin"), library);
  await writeFile(join(target, "stamp"), stamp);
  console.log(`Python's library: ${(library.length / 1e6).toFixed(1)} MB`);
  // The interpreter's timers would keep this process alive.
  process.exit(0);
}

async function open(): Promise<PyodideModule> {
  const { default: createPyodideModule } = (await import(/* @vite-ignore */ pyodide("pyodide.asm.mjs"))) as {
    readonly default: CreatePyodideModule;
  };
  const wasm = await WebAssembly.compile(new Uint8Array(await readFile(pyodide("pyodide.asm.wasm"))));
  return (await createModule({ wasm, library: standardLibrary, createModule: createPyodideModule })).module;
}
