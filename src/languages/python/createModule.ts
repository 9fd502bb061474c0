import type { PythonAssets } from "./pythonAssets.ts";
import type { EmscriptenFileSystem, PyodideModule } from "./pyodideModule.ts";

export const libraryPath = "/lib/python314.zip";
export const projectFolder = "/project";

/** What emscripten offers to C and Python has no business with: scripts, sockets, shared libraries. */
const withheldImports =
  /^(emscripten_run_script|emscripten_async_run_script|emscripten_wget|emscripten_fetch|_?_?emscripten_dlopen|_dlopen_js|_dlsym|__syscall_(socket|connect|bind|listen|accept4|sendto|recvfrom|sendmsg|recvmsg|shutdown)|getaddrinfo)/;
const notImplemented = -52;

export interface CreatedModule {
  readonly module: PyodideModule;
  readonly memory: WebAssembly.Memory;
}

/** CPython's WebAssembly with its files, before the interpreter is initialised. Pyodide's bridge to JavaScript is never set up. */
export async function createModule(assets: PythonAssets): Promise<CreatedModule> {
  let memory: WebAssembly.Memory | null = null;
  const module = await assets.createModule({
    noInitialRun: true,
    preRun: [(created) => prepareFiles(created, assets.library)],
    API: {
      config: { jsglobals: {}, env: {}, packages: [] },
      runtimeEnv: {},
      lockFilePromise: new Promise(() => undefined),
    },
    print: () => undefined,
    printErr: () => undefined,
    stdin: () => null,
    locateFile: (path) => path,
    instantiateWasm: (imports, done) => {
      void WebAssembly.instantiate(assets.wasm, withheld(imports)).then((instance) => {
        memory = instance.exports["memory"] as WebAssembly.Memory;
        done(instance, assets.wasm);
      });
      return {};
    },
  });
  if (memory === null) throw new Error("Python's memory is missing");
  return { module, memory };
}

/** The folders and the one archive that every run begins with. */
export function writeBaseFiles(FS: EmscriptenFileSystem, library: Uint8Array): void {
  for (const folder of ["/lib/python3.14/site-packages", "/lib/python3.14/lib-dynload", "/tmp", projectFolder])
    FS.mkdirTree(folder);
  FS.writeFile(libraryPath, library);
}

function prepareFiles(module: PyodideModule, library: Uint8Array): void {
  writeBaseFiles(module.FS, library);
  Object.assign(module.ENV, {
    HOME: projectFolder,
    PYTHONHOME: "/",
    PYTHONDONTWRITEBYTECODE: "1",
    // Sets of texts come in the same order in every run.
    PYTHONHASHSEED: "0",
    NO_COLOR: "1",
    USER: "stillroom",
  });
}

function withheld(imports: WebAssembly.Imports): WebAssembly.Imports {
  const environment = imports["env"] as Record<string, WebAssembly.ImportValue>;
  for (const name of Object.keys(environment)) if (withheldImports.test(name)) environment[name] = () => notImplemented;
  const marker = Symbol("error");
  environment["Jsv_GetError_import"] = () => marker;
  environment["JsvError_Check"] = (value: unknown) => Number(value === marker);
  return imports;
}
