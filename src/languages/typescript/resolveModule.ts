import { ProgramError } from "../../engine/errors.ts";
import { nearestName } from "../../engine/nearestName.ts";

/** Where an import leads: a project file, or a module of the guest library. */
export type ResolvedModule =
  | { readonly kind: "project"; readonly path: string }
  | { readonly kind: "guest"; readonly name: string };

export interface ModuleWorld {
  /** Paths of the project's files. */
  readonly paths: readonly string[];
  /** What may be imported by name. */
  readonly guestNames: readonly string[];
  /** The text of a project file, for the place of an import that leads nowhere. */
  read(path: string): string | null;
}

/**
 * Resolves `specifier` as written in the project file `from`: relative to it, with or without `.ts`; or a guest module.
 * @throws ProgramError at the line of the import that leads nowhere
 */
export function resolveModule(from: string, specifier: string, world: ModuleWorld): ResolvedModule {
  if (world.guestNames.includes(specifier)) return { kind: "guest", name: specifier };
  if (/^\.{0,2}\//.test(specifier)) {
    const path = joined(from, specifier);
    const candidates = path === null ? [] : [path, `${path}.ts`, path.replace(/\.js$/, ".ts"), `${path}/index.ts`];
    const found = candidates.find((candidate) => candidate.endsWith(".ts") && world.paths.includes(candidate));
    if (found !== undefined) return { kind: "project", path: found };
  }
  throw new ProgramError(
    "ModuleNotFoundError",
    `Cannot find module "${specifier}"${suggestion(from, specifier, world)}`,
    importPlace(from, specifier, world),
  );
}

/** The path from the project's folder; null when it leads out of it. */
function joined(from: string, specifier: string): string | null {
  const parts = specifier.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

function suggestion(from: string, specifier: string, world: ModuleWorld): string {
  const scripts = world.paths.filter((path) => path.endsWith(".ts") && path !== from);
  const relative = scripts.map((path) => relativeSpecifier(from, path));
  const bare = relative.find((candidate) => candidate.replace(/^(\.{1,2}\/)+/, "") === specifier.replace(/\.ts$/, ""));
  const nearest = bare ?? nearestName(specifier, [...relative, ...world.guestNames]);
  if (nearest !== null) return `; did you mean "${nearest}"?`;
  return /^\.{0,2}\//.test(specifier)
    ? ""
    : `; a project file is imported by its place, such as "./models", and ${world.guestNames.map((name) => `"${name}"`).join(", ")} are there as well`;
}

function relativeSpecifier(from: string, to: string): string {
  const fromParts = from.split("/").slice(0, -1);
  const toParts = to.replace(/\.ts$/, "").split("/");
  let shared = 0;
  while (shared < fromParts.length && shared < toParts.length - 1 && fromParts[shared] === toParts[shared]) shared++;
  const up = "../".repeat(fromParts.length - shared);
  return (up === "" ? "./" : up) + toParts.slice(shared).join("/");
}

function importPlace(from: string, specifier: string, world: ModuleWorld) {
  const lines = (world.read(from) ?? "").split("\n");
  const quoted = [`"${specifier}"`, `'${specifier}'`, `\`${specifier}\``];
  const index = lines.findIndex((line) => quoted.some((text) => line.includes(text)));
  const line = lines[index] ?? "";
  const column = Math.max(1, ...quoted.map((text) => line.indexOf(text) + 1));
  return { path: from, line: Math.max(1, index + 1), column };
}
