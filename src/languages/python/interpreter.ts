import { createModule, projectFolder, writeBaseFiles } from "./createModule.ts";
import type { EmscriptenFileSystem, FileSystemNode, PyodideModule } from "./pyodideModule.ts";
import type { PythonAssets } from "./pythonAssets.ts";

const memoryLimit = 256 * 1024 * 1024;
const methodWithOneArgument = 8;
const interrupt = 2;
/** S_IFMT and S_IFDIR. */
const fileKinds = 0o170000;
const folderKind = 0o040000;

/** CPython's own modules that reach below Python: memory, processes, other interpreters. They cannot be imported. */
const withheldModules = new Set([
  "_ctypes",
  "_posixsubprocess",
  "_remote_debugging",
  "_testbuffer",
  "_testcapi",
  "_testclinic",
  "_testclinic_limited",
  "_testinternalcapi",
  "_testlimitedcapi",
  "_xxtestfuzz",
  "faulthandler",
  "mmap",
  "xxsubtype",
]);

/** How long Python may run, asked often while it does. */
export interface Deadline {
  /** Python gets a KeyboardInterrupt. */
  readonly exceeded: boolean;
  /** Python ignored that: it is thrown out. */
  readonly longExceeded: boolean;
}

/** Python was thrown out in the middle of something; nothing of what it held is used again. */
export class PythonStoppedError extends Error {
  override readonly name = "PythonStoppedError";
}

/** What the interpreter asks while it runs, one JSON text for another. Must not throw. */
export type AnswerHost = (request: string) => string;

/**
 * CPython in WebAssembly without a bridge to JavaScript: Pyodide's own one is never set up, so no object of JavaScript is
 * ever seen from Python. One built-in function takes a text and gives a text. `reset` puts the whole memory and the files
 * back to what they were before any file of a project was read: nothing outlives a run.
 */
export class PythonInterpreter {
  readonly #module: PyodideModule;
  readonly #memory: WebAssembly.Memory;
  readonly #library: Uint8Array;
  readonly #image: Uint8Array;
  readonly #stack: number;
  readonly #dispatch: number;
  readonly #streams: readonly (object | null | undefined)[];
  #answerHost: AnswerHost = () => JSON.stringify({ value: null });
  #deadline: Deadline = { exceeded: false, longExceeded: false };
  #limited = false;

  private constructor(module: PyodideModule, memory: WebAssembly.Memory, library: Uint8Array) {
    this.#module = module;
    this.#memory = memory;
    this.#library = library;
    withholdModules(module);
    module._Py_InitializeEx(1);
    this.#exposeHost();
    this.#runText(prepare);
    this.#dispatch = this.#findDispatch();
    this.#watch();
    this.#limitMemory();
    this.#streams = [...module.FS.streams];
    this.#stack = module.stackSave();
    this.#image = module.HEAPU8.slice();
    this.#limited = true;
  }

  static async open(assets: PythonAssets): Promise<PythonInterpreter> {
    const { module, memory } = await createModule(assets);
    return new PythonInterpreter(module, memory, assets.library);
  }

  /** Whether the memory has grown so much that a new interpreter is better than this one. */
  get isBloated(): boolean {
    return this.#module.HEAPU8.length > 4 * this.#image.length;
  }

  /** Forgets everything, and takes the files of a project. Paths are relative to its folder. */
  reset(files: Readonly<Record<string, string>>, answerHost: AnswerHost, deadline: Deadline): void {
    const module = this.#module;
    module.HEAPU8.set(this.#image);
    module.HEAPU8.fill(0, this.#image.length);
    module.stackRestore(this.#stack);
    this.#resetFiles(files);
    this.#answerHost = answerHost;
    this.#deadline = deadline;
  }

  /** Puts a file into the project's folder; a path that ends in `/` is a folder. */
  writeFile(path: string, text: string): void {
    const { FS } = this.#module;
    const absolute = `${projectFolder}/${path}`;
    FS.mkdirTree(absolute.slice(0, absolute.lastIndexOf("/")));
    if (!path.endsWith("/")) FS.writeFile(absolute, text);
  }

  /** Asks the guest library, one JSON text for another. @throws PythonStoppedError */
  call(request: string): string {
    const module = this.#module;
    const pointer = module.stringToNewUTF8(request);
    const argument = module._PyUnicode_FromString(pointer);
    module._free(pointer);
    let answer: number;
    try {
      answer = module._PyObject_CallOneArg(this.#dispatch, argument);
    } catch (error) {
      throw error instanceof PythonStoppedError ? error : new PythonStoppedError(stoppedBecause(error));
    }
    if (answer === 0) {
      module._PyErr_Clear();
      throw new PythonStoppedError("interrupted");
    }
    const text = module.UTF8ToString(module._PyUnicode_AsUTF8(answer));
    module._Py_DecRef(answer);
    module._Py_DecRef(argument);
    return text;
  }

  #runText(text: string): void {
    const pointer = this.#module.stringToNewUTF8(text);
    if (this.#module._PyRun_SimpleStringFlags(pointer, 0) !== 0)
      throw new Error("the library for Python files is broken");
    this.#module._free(pointer);
  }

  /** Makes `_stillroom_host.call`, a built-in function like those of CPython itself. */
  #exposeHost(): void {
    const module = this.#module;
    const implementation = module.addFunction((_self: number, argument: number) => {
      const answer = this.#answerHost(module.UTF8ToString(module._PyUnicode_AsUTF8(argument)));
      const pointer = module.stringToNewUTF8(answer);
      const result = module._PyUnicode_FromString(pointer);
      module._free(pointer);
      return result;
    }, "iii");
    const definition = module._malloc(16);
    module.HEAPU32.set([module.stringToNewUTF8("call"), implementation, methodWithOneArgument, 0], definition >>> 2);
    const host = module._PyImport_AddModule(module.stringToNewUTF8("_stillroom_host"));
    module._PyModule_AddObject(host, module.stringToNewUTF8("call"), module._PyCFunction_New(definition, 0));
  }

  #findDispatch(): number {
    const module = this.#module;
    const runtime = module._PyImport_AddModule(module.stringToNewUTF8("_stillroom.runtime"));
    const dispatch = module._PyObject_GetAttrString(runtime, module.stringToNewUTF8("dispatch"));
    if (dispatch === 0) throw new Error("the library for Python files is incomplete");
    return dispatch;
  }

  /** CPython looks for signals every few bytecodes, in loops of regular expressions and of arithmetic on long numbers too. */
  #watch(): void {
    const signals = Object.defineProperty({}, 0, {
      get: () => (this.#deadline.exceeded ? interrupt : 0),
      set: ignore,
    }) as { 0: number };
    Object.defineProperty(this.#module, "Py_EmscriptenSignalBuffer", {
      get: () => {
        if (this.#deadline.longExceeded) throw new PythonStoppedError("interrupted");
        return signals;
      },
    });
    this.#module.HEAPU8[this.#module._Py_EMSCRIPTEN_SIGNAL_HANDLING] = 1;
  }

  #limitMemory(): void {
    const memory = this.#memory;
    const grow = memory.grow.bind(memory);
    Object.defineProperty(memory, "grow", {
      value: (pages: number) => {
        if (this.#limited && memory.buffer.byteLength + pages * 65536 > memoryLimit)
          throw new RangeError("out of memory");
        return grow(pages);
      },
    });
  }

  #resetFiles(files: Readonly<Record<string, string>>): void {
    const { FS } = this.#module;
    FS.streams.length = 0;
    FS.streams.push(...this.#streams);
    for (const [name, node] of Object.entries(folderOf(FS.root) ?? {}))
      if (name !== "dev" && name !== "proc") removeTree(FS, FS.root, name, node);
    writeBaseFiles(FS, this.#library);
    for (const [path, text] of Object.entries(files)) this.writeFile(path, text);
    FS.chdir(projectFolder);
  }
}

/** Run once, before the image of the memory is taken: what a project may import of the standard library is there already. */
const prepare = `import sys
sys.modules["pyodide"] = sys.modules["_pyodide"] = None
import _stillroom.runtime
`;

function folderOf({ mode, contents }: FileSystemNode): Record<string, FileSystemNode> | null {
  return (mode & fileKinds) === folderKind ? (contents as Record<string, FileSystemNode>) : null;
}

/** Without asking for permission, unlike the file system's own functions. */
function removeTree(FS: EmscriptenFileSystem, parent: FileSystemNode, name: string, node: FileSystemNode): void {
  for (const [childName, child] of Object.entries(folderOf(node) ?? {})) removeTree(FS, node, childName, child);
  FS.destroyNode(node);
  delete folderOf(parent)?.[name];
}

function withholdModules(module: PyodideModule): void {
  const table = module.HEAPU32[module._PyImport_Inittab >>> 2] ?? 0;
  let kept = table;
  for (let entry = table; module.HEAPU32[entry >>> 2] !== 0; entry += 8) {
    const name = module.HEAPU32[entry >>> 2] ?? 0;
    const initialise = module.HEAPU32[(entry >>> 2) + 1] ?? 0;
    if (withheldModules.has(module.UTF8ToString(name))) continue;
    module.HEAPU32.set([name, initialise], kept >>> 2);
    kept += 8;
  }
  module.HEAPU32.set([0, 0], kept >>> 2);
}

function stoppedBecause(error: unknown): string {
  return error instanceof RangeError ? "stack overflow" : "interrupted";
}

/** CPython clears a signal once it has seen it; the deadline stays what it is. */
function ignore(_value: unknown): void {}
