import { CommandError, ProgramError, type SourceLocation } from "../../engine/errors.ts";
import type { EnvironmentHost, OperationsHost, Program, RevisionModule } from "../../engine/program.ts";
import { docstring } from "./docstring.ts";
import { parseStack } from "./parseStack.ts";
import { renderTemplate } from "./render/renderRevision.ts";
import { renderTypeScriptOperations } from "./render/renderTypeScriptOperations.ts";
import { Sandbox, type ModuleExport } from "./sandbox.ts";
import { createGuestCalls, type GuestCalls, type GuestHosts } from "../guestCalls.ts";

export interface TypeScriptProgramSettings {
  /** QuickJS. */
  readonly wasm: WebAssembly.Module;
  readonly files: { read(path: string): string | null; list(): readonly string[] };
  /** Where `console` writes. */
  print(stream: "stdout" | "stderr", text: string): void;
  /** Milliseconds that the project's files may run in all. */
  readonly timeLimit: number;
  /** Milliseconds of a clock that only runs forward. */
  now(): number;
}

/** Opens the project's TypeScript files for one run: they are evaluated in a sandbox of their own, each at most once. */
export async function openTypeScriptProgram(settings: TypeScriptProgramSettings): Promise<Program> {
  const { files } = settings;
  const hosts: GuestHosts = { environment: null, config: null, operations: null };
  const locate = (stack: unknown): SourceLocation | undefined =>
    parseStack(typeof stack === "string" ? stack : "", (path) => files.read(path) !== null)[0];
  let calls: GuestCalls | null = null;
  const sandbox = await Sandbox.open({
    wasm: settings.wasm,
    files,
    timeLimit: settings.timeLimit,
    now: () => settings.now(),
    onCall: (name, payload) => calls?.answer(name, payload),
  });
  calls = createGuestCalls({
    hosts,
    locate,
    print: (stream, text) => settings.print(stream, text),
    callCallback: (id, args) => sandbox.callCallback(id, args),
  });
  return new TypeScriptProgram(settings, sandbox, hosts);
}

class TypeScriptProgram implements Program {
  readonly #settings: TypeScriptProgramSettings;
  readonly #sandbox: Sandbox;
  readonly #hosts: GuestHosts;

  constructor(settings: TypeScriptProgramSettings, sandbox: Sandbox, hosts: GuestHosts) {
    this.#settings = settings;
    this.#sandbox = sandbox;
    this.#hosts = hosts;
  }

  loadRevision(path: string): RevisionModule {
    const exports = this.#sandbox.importModule(path);
    const text = this.#settings.files.read(path) ?? "";
    const revision = exports["revision"];
    if (revision?.kind !== "string" || revision.value === "")
      throw misplaced(
        "CommandError",
        `Could not determine revision id from filename ${path.split("/").at(-1) ?? path}. Be sure the 'revision' variable is declared inside the script.`,
        path,
        text,
        "revision",
      );
    if (exports["downRevision"] === undefined)
      throw misplaced("AttributeError", `module '${path}' does not export 'downRevision'`, path, text, "revision");
    return {
      path,
      revision: revision.value as string,
      downRevision: identifiers("downRevision", exports, path, text),
      branchLabels: identifiers("branchLabels", exports, path, text),
      dependsOn: identifiers("dependsOn", exports, path, text),
      docstring: docstring(text),
    };
  }

  runEnvironment(path: string, host: EnvironmentHost): void {
    if (this.#settings.files.read(path) === null) throw new CommandError(`Can't find ${path}; alembic init writes one`);
    const before = this.#hosts.environment;
    this.#hosts.environment = host;
    try {
      this.#sandbox.importModule(path);
    } finally {
      this.#hosts.environment = before;
    }
  }

  callMigration(path: string, direction: "upgrade" | "downgrade", host: OperationsHost): void {
    if (this.#sandbox.importModule(path)[direction]?.kind !== "function")
      throw misplaced(
        "AttributeError",
        `module '${path}' does not export a function '${direction}'`,
        path,
        this.#settings.files.read(path) ?? "",
        direction,
      );
    const before = this.#hosts.operations;
    this.#hosts.operations = host;
    try {
      this.#sandbox.callExport(path, direction);
    } finally {
      this.#hosts.operations = before;
    }
  }

  renderTemplate: Program["renderTemplate"] = (template, values) => renderTemplate(template, values);

  renderOperations: Program["renderOperations"] = (operations, options) =>
    renderTypeScriptOperations(operations, options);
}

/** A mistake in what a module exports, at the line that exports it, or at the first line. */
function misplaced(type: string, message: string, path: string, text: string, name: string): ProgramError {
  const line = text.split("\n").findIndex((candidate) => new RegExp(`\\bexport\\b.*\\b${name}\\b`).test(candidate));
  return new ProgramError(type, message, { path, line: Math.max(0, line) + 1, column: 1 });
}

function identifiers(
  name: "downRevision" | "branchLabels" | "dependsOn",
  exports: Readonly<Record<string, ModuleExport>>,
  path: string,
  text: string,
): string | readonly string[] | null {
  const given = exports[name];
  if (given === undefined || given.kind === "null" || given.kind === "undefined") return null;
  if (given.kind === "string") return given.value as string;
  if (given.kind === "array" && Array.isArray(given.value) && given.value.every((item) => typeof item === "string"))
    return given.value as readonly string[];
  throw misplaced("TypeError", `${name} must be text in quotes, a list of such, or null`, path, text, name);
}
