import guestLibrary from "virtual:guest-library";
import { ProgramError, type SourceLocation } from "../../engine/errors.ts";
import { nearestName } from "../../engine/nearestName.ts";
import { resolveModule, type ModuleWorld } from "./resolveModule.ts";

/**
 * QuickJS says which export of which module is missing, and not where it was asked for: this finds the import.
 * @returns null when the message is another one
 */
export function missingExport(message: string, world: ModuleWorld): ProgramError | null {
  const match = /^Could not find export '(.+)' in module '(.+)'$/.exec(message);
  const [, name, module] = match ?? [];
  if (name === undefined || module === undefined) return null;
  const file = module.replace(/^stillroom:/, "");
  const known = guestLibrary.exports[file] ?? exportedNames(world.read(module) ?? "");
  const importer = findImporter(name, module, world);
  const nearest = nearestName(name, known);
  const from = importer === null ? module : importer.specifier;
  return new ProgramError(
    "ImportError",
    `"${from}" does not export '${name}'${nearest === null ? "" : `; did you mean '${nearest}'?`}`,
    importer?.location,
  );
}

function exportedNames(text: string): readonly string[] {
  const declared = [...text.matchAll(/\bexport\s+(?:const|let|var|function|class|enum)\s+([\w$]+)/g)].map(
    (match) => match[1] ?? "",
  );
  const listed = [...text.matchAll(/\bexport\s*\{([^}]*)\}/g)].flatMap((match) =>
    (match[1] ?? "").split(",").map(
      (part) =>
        part
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    ),
  );
  return [...declared, ...listed].filter((name) => name !== "");
}

interface Importer {
  readonly specifier: string;
  readonly location: SourceLocation;
}

function findImporter(name: string, module: string, world: ModuleWorld): Importer | null {
  for (const path of world.paths.filter((candidate) => candidate.endsWith(".ts"))) {
    const text = world.read(path) ?? "";
    for (const match of text.matchAll(/\b(?:import|export)\b([^;"']*?)\bfrom\s*["']([^"']+)["']/g)) {
      const [whole, names = "", specifier = ""] = match;
      const inside = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).exec(names);
      if ((inside === null && name !== "default") || !leadsTo(path, specifier, module, world)) continue;
      const offset = match.index + (inside === null ? 0 : whole.indexOf(names) + inside.index);
      const before = text.slice(0, offset).split("\n");
      return { specifier, location: { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
    }
  }
  return null;
}

function leadsTo(from: string, specifier: string, module: string, world: ModuleWorld): boolean {
  try {
    const resolved = resolveModule(from, specifier, world);
    return resolved.kind === "project"
      ? resolved.path === module
      : `stillroom:${guestLibrary.entries[resolved.name] ?? ""}` === module;
  } catch {
    return false;
  }
}
