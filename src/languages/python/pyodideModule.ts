/** What this project uses of the emscripten module behind Pyodide: CPython's own C functions and the file system. */
export interface PyodideModule {
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  readonly FS: EmscriptenFileSystem;
  readonly ENV: Record<string, string>;
  readonly _PyImport_Inittab: number;
  readonly _Py_EMSCRIPTEN_SIGNAL_HANDLING: number;
  _Py_InitializeEx(installSignalHandlers: number): void;
  _PyRun_SimpleStringFlags(text: number, flags: number): number;
  _PyImport_AddModule(name: number): number;
  _PyModule_AddObject(module: number, name: number, value: number): number;
  _PyObject_GetAttrString(object: number, name: number): number;
  _PyCFunction_New(definition: number, self: number): number;
  _PyObject_CallOneArg(callee: number, argument: number): number;
  _PyUnicode_FromString(text: number): number;
  _PyUnicode_AsUTF8(text: number): number;
  _PyErr_Clear(): void;
  _Py_DecRef(object: number): void;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  addFunction(implementation: (...pointers: number[]) => number, signature: string): number;
  stackSave(): number;
  stackRestore(pointer: number): void;
  stringToNewUTF8(text: string): number;
  UTF8ToString(pointer: number): string;
  /** Asked for by the evaluation loop of bytecode: `[0]` is a signal that is to be delivered, 0 for none. */
  Py_EmscriptenSignalBuffer?: { 0: number };
}

export interface EmscriptenFileSystem {
  readonly root: FileSystemNode;
  readonly streams: (object | null | undefined)[];
  mkdirTree(path: string): void;
  writeFile(path: string, content: string | Uint8Array): void;
  readFile(path: string): Uint8Array;
  chdir(path: string): void;
  destroyNode(node: FileSystemNode): void;
}

/** A node of the file system in memory: a folder holds its nodes by name, a file bytes. */
export interface FileSystemNode {
  readonly mode: number;
  contents: unknown;
}

export interface PyodideModuleSettings {
  readonly noInitialRun: boolean;
  readonly preRun: readonly ((module: PyodideModule) => void)[];
  readonly API: object;
  print(text: string): void;
  printErr(text: string): void;
  stdin(): null;
  locateFile(path: string): string;
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

export type CreatePyodideModule = (settings: PyodideModuleSettings) => Promise<PyodideModule>;
