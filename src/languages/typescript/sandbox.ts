import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, VmCallResult } from "quickjs-emscripten-core";
import guestLibrary from "virtual:guest-library";
import { ProgramError, type SourceLocation } from "../../engine/errors.ts";
import { explainLimit, tooDeep } from "./explainLimit.ts";
import { entryName, guestPrefix, type GuestRuntime } from "./guestRuntime.ts";
import { missingExport } from "./missingExport.ts";
import { parseStack } from "./parseStack.ts";
import { resolveModule, type ModuleWorld } from "./resolveModule.ts";
import { takeRuntime } from "./spareRuntime.ts";
import { TimeBudget } from "../timeBudget.ts";
import { transpile } from "./transpile.ts";

const longestMessage = 4000;

/** What one sandbox may see of the world. */
export interface SandboxSettings {
  /** QuickJS. */
  readonly wasm: WebAssembly.Module;
  /** The project's files. */
  readonly files: { read(path: string): string | null; list(): readonly string[] };
  /** Milliseconds that scripts may run in all. */
  readonly timeLimit: number;
  now(): number;
  /**
   * Answers what the guest library asks; what it throws reaches the script as an error and, when nobody catches it there,
   * comes out of the sandbox as it went in.
   */
  onCall(name: string, payload: unknown): unknown;
}

/** An export of a module, with its value where it is a string or a list. */
export interface ModuleExport {
  readonly kind:
    | "string"
    | "array"
    | "null"
    | "function"
    | "object"
    | "number"
    | "boolean"
    | "undefined"
    | "bigint"
    | "symbol";
  readonly value?: unknown;
}

/** A script that stopped the sandbox itself: it must not be used again. */
export class SandboxBrokenError extends Error {
  override readonly name = "SandboxBrokenError";
}

/**
 * The project's files in a runtime of their own for one run of one command, with capped time. It is dropped after the run, never cleaned.
 */
export class Sandbox {
  readonly #settings: SandboxSettings;
  readonly #guest: GuestRuntime;
  readonly #context: QuickJSContext;
  readonly #runtime: QuickJSRuntime;
  readonly #budget: TimeBudget;
  readonly #world: ModuleWorld;
  readonly #evaluated = new Map<string, QuickJSHandle>();
  /** What the engine threw into scripts, by the id that the script's error carries. */
  readonly #failures: unknown[] = [];
  /** What was wrong with a module that could not be loaded; the error that QuickJS makes of it has lost its place. */
  #loadFailure: ProgramError | null = null;
  /** Why names could not be resolved, by the names that stand in for them. */
  readonly #unresolved = new Map<string, Error>();
  #broken = false;

  private constructor(settings: SandboxSettings, runtime: GuestRuntime) {
    this.#settings = settings;
    this.#guest = runtime;
    this.#context = runtime.context;
    this.#runtime = this.#context.runtime;
    this.#budget = new TimeBudget(settings.timeLimit, settings.now);
    const paths = settings.files.list();
    this.#world = {
      paths,
      guestNames: Object.keys(guestLibrary.entries),
      read: (path) => settings.files.read(path),
    };
    runtime.attach({
      load: (name) => this.#loadModule(name),
      resolve: (from, specifier) => this.#resolve(from, specifier),
      answer: (name, payload) => this.#answer(name, payload),
      interrupted: () => this.#budget.exceeded,
    });
  }

  static async open(settings: SandboxSettings): Promise<Sandbox> {
    return new Sandbox(settings, await takeRuntime(settings.wasm));
  }

  /**
   * Evaluates a project file, once, and describes its exports.
   * @throws ProgramError, or what the engine threw into it
   */
  importModule(path: string): Readonly<Record<string, ModuleExport>> {
    const module = this.#evaluateModule(path);
    return this.#run(path, () => {
      const describe = this.#valueOf(this.#context.evalCode(describeExports, `${guestPrefix}describe`));
      const text = this.#valueOf(this.#context.callFunction(describe, this.#context.undefined, module));
      return JSON.parse(this.#context.getString(text)) as Readonly<Record<string, ModuleExport>>;
    });
  }

  /** Calls an exported function of an evaluated project file. @throws ProgramError, or what the engine threw into it */
  callExport(path: string, name: string): void {
    const module = this.#evaluateModule(path);
    this.#run(path, () => {
      const callee = this.#context.getProp(module, name);
      this.#settle(this.#valueOf(this.#context.callFunction(callee, this.#context.undefined)));
    });
  }

  /** Calls a function that a script handed to the engine. @throws ProgramError, or what the engine threw into it */
  callCallback(id: number, args: readonly unknown[]): unknown {
    return this.#run("", () => {
      const context = this.#context;
      const callee = context.getProp(context.global, "stillroomCallback");
      const answer = context.callFunction(
        callee,
        context.undefined,
        context.newNumber(id),
        context.newString(JSON.stringify(args)),
      );
      const { value } = JSON.parse(context.getString(this.#valueOf(answer))) as { readonly value: unknown };
      return value;
    });
  }

  #answer(name: string, payload: string): string {
    try {
      const value = this.#budget.inEngine(() => this.#settings.onCall(name, JSON.parse(payload)));
      return JSON.stringify({ value: value ?? null });
    } catch (error) {
      const known = this.#failures.indexOf(error);
      const id = known >= 0 ? known : this.#failures.push(error) - 1;
      const type = error instanceof ProgramError ? error.type : error instanceof Error ? error.name : "Error";
      const message = error instanceof Error ? error.message : String(error);
      return JSON.stringify({ failure: { id, type, message } });
    }
  }

  #evaluateModule(name: string): QuickJSHandle {
    const known = this.#evaluated.get(name);
    if (known !== undefined) return known;
    return this.#run(name, () => {
      this.#loadFailure = null;
      const key = JSON.stringify(name);
      const entry = `import * as module from ${key};\n(globalThis.stillroomModules ??= {})[${key}] = module;\n`;
      this.#settle(this.#valueOf(this.#context.evalCode(entry, entryName, { type: "module" })));
      const modules = this.#context.getProp(this.#context.global, "stillroomModules");
      const module = this.#context.getProp(modules, name);
      this.#evaluated.set(name, module);
      return module;
    });
  }

  #loadModule(name: string): string | { readonly error: Error } {
    const unresolved = this.#unresolved.get(name);
    if (unresolved !== undefined) return { error: unresolved };
    try {
      return transpile(name, this.#settings.files.read(name) ?? "");
    } catch (error) {
      return { error: this.#rememberLoadFailure(error) };
    }
  }

  #resolve(from: string, specifier: string): string {
    try {
      const resolved = resolveModule(from, specifier, this.#world);
      return resolved.kind === "project"
        ? resolved.path
        : `${guestPrefix}${guestLibrary.entries[resolved.name] ?? resolved.name}`;
    } catch (error) {
      // Told when it is loaded: QuickJS gives an empty module to an import() whose name could not be resolved.
      const name = `unresolved module ${this.#unresolved.size}`;
      this.#unresolved.set(name, this.#rememberLoadFailure(error));
      return name;
    }
  }

  #rememberLoadFailure(error: unknown): Error {
    if (error instanceof ProgramError) this.#loadFailure = error;
    return error instanceof Error ? error : new Error(String(error));
  }

  /** Runs what awaits, so that the promise of a module or of an async function is settled; throws what it was rejected with. */
  #settle(result: QuickJSHandle): void {
    for (;;) {
      const jobs = this.#runtime.executePendingJobs(1000);
      if (jobs.error !== undefined) throw new ThrownInside(jobs.error);
      if (jobs.value === 0) break;
    }
    const state = this.#context.getPromiseState(result);
    if (state.type === "rejected") throw new ThrownInside(state.error);
    if (state.type !== "pending") return;
    // A job that met a limit may end without a word, and nothing settles what waited for it.
    const limit = this.#silentLimit();
    this.#broken = limit !== null;
    const { type, message } = limit ?? { type: "Error", message: neverSettled };
    throw new ProgramError(type, message);
  }

  #valueOf(result: VmCallResult<QuickJSHandle>): QuickJSHandle {
    if (result.error !== undefined) throw new ThrownInside(result.error);
    return result.value;
  }

  #run<Result>(path: string, work: () => Result): Result {
    if (this.#broken) throw new SandboxBrokenError("the sandbox has been stopped");
    try {
      return this.#budget.inScript(work);
    } catch (error) {
      if (error instanceof ThrownInside) throw this.#thrown(error.handle, path);
      if (error instanceof ProgramError) throw placed(error, path);
      this.#broken = true;
      throw new ProgramError("RecursionError", tooDeep, startOf(path));
    }
  }

  /** What a script threw, as it went in or as a ProgramError. Reading it runs the script's own getters. */
  #thrown(handle: QuickJSHandle, path: string): unknown {
    try {
      return this.#budget.inScript(() => this.#toError(this.#readThrown(handle), path));
    } catch {
      this.#broken = true;
      return new ProgramError("Error", "an exception was thrown that cannot be read", startOf(path));
    }
  }

  #readThrown(handle: QuickJSHandle): Thrown {
    if (this.#context.typeof(handle) !== "object")
      return { name: "Error", message: String(this.#context.dump(handle)), stack: "", hostErrorId: null };
    const read = (name: string): unknown => this.#context.dump(this.#context.getProp(handle, name)) as unknown;
    const text = (value: unknown): string => (typeof value === "string" ? value : "");
    const name = text(read("name"));
    const hostErrorId = read("hostErrorId");
    return {
      name: name === "" ? "Error" : name,
      message: text(read("message")),
      stack: text(read("stack")),
      hostErrorId: typeof hostErrorId === "number" ? hostErrorId : null,
    };
  }

  #toError({ name, message, stack, hostErrorId }: Thrown, path: string): unknown {
    const frames = parseStack(stack, (candidate) => this.#world.paths.includes(candidate));
    if (hostErrorId !== null && hostErrorId in this.#failures) {
      const failure = this.#failures[hostErrorId];
      if (!(failure instanceof ProgramError) || failure.location !== undefined) return failure;
      return new ProgramError(failure.type, failure.message, frames[0] ?? startOf(path), frames.slice(1));
    }
    const loadFailure = this.#loadFailure;
    if (loadFailure !== null && message.includes(loadFailure.message)) return loadFailure;
    const missing = missingExport(message, this.#world);
    if (missing !== null) return missing;
    const limit =
      explainLimit(name, message, this.#budget.milliseconds) ?? (message === "" ? this.#silentLimit() : null);
    if (limit === null)
      return new ProgramError(name, message.slice(0, longestMessage), frames[0] ?? startOf(path), frames.slice(1));
    this.#broken = true;
    const place = limit.type === "TimeoutError" ? this.#loopAt(frames[0]) : frames[0];
    return new ProgramError(limit.type, limit.message, place ?? startOf(path), frames.slice(1));
  }

  /** The limit behind an error without words. */
  #silentLimit(): ReturnType<typeof explainLimit> {
    const { exceeded, milliseconds } = this.#budget;
    if (exceeded) return explainLimit("InternalError", "interrupted", milliseconds);
    return this.#guest.isFull ? explainLimit("InternalError", "out of memory", milliseconds) : null;
  }

  /**
   * The place of an interrupted loop. QuickJS knows only the last call before it, so the loop is the first one from there on.
   */
  #loopAt(lastCall: SourceLocation | undefined): SourceLocation | undefined {
    if (lastCall === undefined) return undefined;
    const lines = (this.#world.read(lastCall.path) ?? "").split("\n");
    const index = lines.findIndex((line, at) => at + 1 >= lastCall.line && /\b(for|while|do)\b/.test(line));
    return index < 0
      ? lastCall
      : { path: lastCall.path, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
  }
}

const neverSettled = "A promise was awaited that nothing ever settles; no await is needed here.";

interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly hostErrorId: number | null;
}

function placed(error: ProgramError, path: string): ProgramError {
  const place = startOf(path);
  return error.location !== undefined || place === undefined
    ? error
    : new ProgramError(error.type, error.message, place);
}

function startOf(path: string): SourceLocation | undefined {
  return path.startsWith(guestPrefix) || path === "" ? undefined : { path, line: 1, column: 1 };
}

/** An exception of a script, as a value inside of the sandbox. */
class ThrownInside {
  readonly handle: QuickJSHandle;
  constructor(handle: QuickJSHandle) {
    this.handle = handle;
  }
}

/** Exports as JSON: what kind each is, and its value where JSON can hold it. */
const describeExports = `(module) => {
  const plain = (value) => {
    try {
      return JSON.parse(JSON.stringify(value) ?? "null");
    } catch {
      return null;
    }
  };
  const described = {};
  for (const name of Object.keys(module)) {
    const value = module[name];
    const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
    described[name] = kind === "string" || kind === "array" ? { kind, value: plain(value) } : { kind };
  }
  return JSON.stringify(described);
}`;
