import variant from "@jitl/quickjs-wasmfile-release-sync";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type VmCallResult,
} from "quickjs-emscripten-core";
import guestLibrary from "virtual:guest-library";

const pagesOf64Kib = { initial: 256, maximum: 1024 };
/** Deeper recursion inside of QuickJS would overflow the stack of the engine around it; PostgreSQL's calls need room too. */
const maximumStackBytes = 128 * 1024;

/** Names of the guest library's modules begin with it, so that no project file can be one. */
export const guestPrefix = "stillroom:";
/** The module that imports what the engine asks for. */
export const entryName = `${guestPrefix}entry`;

/** What a project adds to a runtime: its modules, answers to the guest library, and an end to its patience. */
export interface RuntimeHooks {
  load(name: string): string | { readonly error: Error };
  resolve(from: string, specifier: string): string | { readonly error: Error };
  answer(name: string, payload: string): string;
  interrupted(): boolean;
}

/** A runtime's memory right after the guest library has been evaluated, without the zeros at its end. */
interface MemoryImage {
  readonly bytes: Uint8Array;
  /** Where the host function lay in it. */
  readonly host: unknown;
}

/** Evaluating the library takes many times longer than copying what has come of it, so only the first runtime does it. */
let image: MemoryImage | null = null;

/**
 * A JavaScript engine of its own with the guest library evaluated and nothing of a project yet: no host objects, one host function that takes
 * and gives JSON, capped memory and stack. It serves one run and is dropped, never cleaned.
 */
export class GuestRuntime {
  readonly context: QuickJSContext;
  readonly #memory: WebAssembly.Memory;
  #hooks: RuntimeHooks | null = null;

  private constructor(context: QuickJSContext, memory: WebAssembly.Memory) {
    this.context = context;
    this.#memory = memory;
    const { runtime } = context;
    runtime.setMaxStackSize(maximumStackBytes);
    runtime.setInterruptHandler(() => this.#hooks?.interrupted() ?? false);
    runtime.setModuleLoader(
      (name) => this.#load(name),
      (from, specifier) => this.#resolve(from, specifier),
    );
    const host = context.newFunction("stillroomHost", (name, payload) =>
      context.newString(this.#answer(context.getString(name), context.getString(payload))),
    );
    context.setProp(context.global, "stillroomHost", host);
    // The steps up to here are the same in each runtime, and so is where they have put things: the image fits.
    if (image !== null && image.host === host.value) new Uint8Array(memory.buffer).set(image.bytes);
    else {
      this.#evaluateLibrary();
      image = { bytes: withoutZerosBehind(memory.buffer), host: host.value };
    }
  }

  #evaluateLibrary(): void {
    const modules = [
      `${guestPrefix}prelude.js`,
      ...Object.values(guestLibrary.entries).map((name) => guestPrefix + name),
    ];
    for (const name of modules)
      this.#succeed(this.context.evalCode(`import ${JSON.stringify(name)};`, entryName, { type: "module" }));
  }

  /** @param wasm QuickJS */
  static async open(wasm: WebAssembly.Module): Promise<GuestRuntime> {
    const memory = new WebAssembly.Memory(pagesOf64Kib);
    const quickjs = await newQuickJSWASMModuleFromVariant(
      newVariant(variant, { wasmMemory: memory, wasmModule: wasm }),
    );
    return new GuestRuntime(quickjs.newRuntime().newContext(), memory);
  }

  /** Whether hardly any of the memory that it may have is left: what fails then often has no room for a message. */
  get isFull(): boolean {
    return this.#memory.buffer.byteLength > 0.95 * pagesOf64Kib.maximum * 65_536;
  }

  attach(hooks: RuntimeHooks): void {
    this.#hooks = hooks;
  }

  #answer(name: string, payload: string): string {
    if (name === "seed") return JSON.stringify({ value: Math.floor(Math.random() * 2 ** 32) });
    return this.#hooks?.answer(name, payload) ?? "";
  }

  #load(name: string): string | { readonly error: Error } {
    if (name.startsWith(guestPrefix)) return guestLibrary.modules[name.slice(guestPrefix.length)] ?? "";
    return this.#hooks?.load(name) ?? "";
  }

  #resolve(from: string, specifier: string): string | { readonly error: Error } {
    if (from === entryName) return specifier;
    if (from.startsWith(guestPrefix)) return `${guestPrefix}${specifier.replace(/^(\.\/)+/, "")}`;
    return this.#hooks?.resolve(from, specifier) ?? specifier;
  }

  #succeed(result: VmCallResult<QuickJSHandle>): void {
    if (result.error !== undefined)
      throw new Error(`the guest library: ${JSON.stringify(this.context.dump(result.error))}`);
    for (;;) {
      const jobs = this.context.runtime.executePendingJobs(1000);
      if (jobs.error !== undefined)
        throw new Error(`the guest library: ${JSON.stringify(this.context.dump(jobs.error))}`);
      if (jobs.value === 0) return;
    }
  }
}

function withoutZerosBehind(memory: ArrayBuffer): Uint8Array {
  const words = new Uint32Array(memory);
  let end = words.length;
  while (end > 0 && words[end - 1] === 0) end--;
  return new Uint8Array(memory.slice(0, end * words.BYTES_PER_ELEMENT));
}
