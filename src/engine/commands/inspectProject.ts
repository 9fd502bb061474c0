import { ProgramError, type SourceLocation } from "../errors.ts";
import { pathInProject } from "../script/projectPath.ts";
import type { Revision, RevisionScript } from "../script/revision.ts";
import { RevisionMap } from "../script/revisionMap.ts";
import { scanRevision } from "../script/scanRevision.ts";
import { revisionScript } from "../script/scriptDirectory.ts";
import { CommandSession } from "./commandSession.ts";
import { configFiles } from "./configFile.ts";
import { hintFor } from "./hintFor.ts";
import { typedCommand } from "./typedCommand.ts";
import type { World } from "./world.ts";

/** One revision file as the timeline shows it. */
export interface InspectedRevision {
  readonly revision: string;
  readonly downRevisions: readonly string[];
  readonly dependsOn: readonly string[];
  readonly branchLabels: readonly string[];
  readonly doc: string;
  /** Relative to the project. */
  readonly path: string;
  readonly isHead: boolean;
  readonly isBase: boolean;
  /** False: the file was not run, and this is what its text says. */
  readonly loaded: boolean;
}

export interface ProjectProblem {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly hint?: string;
  readonly location?: SourceLocation;
}

export interface InspectedProject {
  readonly revisions: readonly InspectedRevision[];
  readonly problems: readonly ProjectProblem[];
}

interface LoadedScript {
  readonly script: RevisionScript;
  readonly path: string;
  readonly loaded: boolean;
}

/**
 * Loads every revision file, without env; mistakes become problems with their places, and a file that cannot run is shown by what its text says.
 * Throws nothing.
 * @param running "none": no file is run, all are shown by their text
 */
export function inspectProject(world: World, running: "all" | "none" = "all"): InspectedProject {
  const problems: ProjectProblem[] = [];
  const silent: World = { ...world, stdout: () => undefined, stderr: () => undefined };
  let loaded: readonly LoadedScript[];
  try {
    const session = new CommandSession(silent, configFiles([], world.environment), {}, typedCommand("upgrade head"));
    const folder = session.projectFolder;
    if (session.config.getAlembicOption("sourceless") === "true") problems.push(sourceless(world));
    loaded = session
      .openScripts()
      .revisionPaths()
      .flatMap((absolute): readonly LoadedScript[] => {
        const path = pathInProject(folder, absolute) ?? absolute;
        const script = running === "all" ? loadScript(world, absolute, path, problems) : null;
        if (script !== null) return [{ script, path, loaded: true }];
        const scanned = scanRevision(world.files.read(path) ?? "");
        return scanned === null ? [] : [{ script: scanned, path, loaded: false }];
      });
  } catch (error) {
    return { revisions: [], problems: [problemOf(error, undefined)] };
  }
  const unique = withoutDuplicates(loaded, problems);
  for (const { script, path } of unique) reportMissing(script, path, unique, problems);
  const entries = new Map(unique.map((entry) => [entry.script.revision, entry]));
  try {
    const map = new RevisionMap(
      () => withoutUnknown(unique.map(({ script }) => script)),
      () => undefined,
    );
    return {
      revisions: map.revisions.map((revision) => inspected(revision, entries.get(revision.revision))),
      problems,
    };
  } catch (error) {
    const first = unique.find(({ script }) => error instanceof Error && error.message.includes(script.revision));
    problems.push(problemOf(error, first === undefined ? undefined : at(world, first.path, /revision/i)));
    return { revisions: unique.map((entry) => bare(entry, unique)), problems };
  }
}

function sourceless(world: World): ProjectProblem {
  const path = world.files.list().find((file) => file.endsWith("alembic.ini"));
  return {
    severity: "info",
    message: "sourceless = true has no meaning here: revisions are always read from their source.",
    hint: "Leave it for home; nothing else changes.",
    ...(path === undefined ? {} : { location: at(world, path, /^\s*sourceless\s*=/) }),
  };
}

function loadScript(world: World, absolute: string, path: string, problems: ProjectProblem[]): RevisionScript | null {
  try {
    return revisionScript(world.program.loadRevision(path), absolute);
  } catch (error) {
    problems.push(problemOf(error, { path, line: 1, column: 1 }));
    return null;
  }
}

function withoutDuplicates(loaded: readonly LoadedScript[], problems: ProjectProblem[]): readonly LoadedScript[] {
  const byRevision = new Map<string, LoadedScript>();
  for (const entry of loaded) {
    const { revision } = entry.script;
    const before = byRevision.get(revision);
    if (before !== undefined) {
      problems.push({
        severity: "warning",
        message: `Revision ${revision} is present more than once`,
        hint: `${before.path} has the same id; give one of them another.`,
        location: { path: entry.path, line: 1, column: 1 },
      });
    }
    byRevision.set(revision, entry);
  }
  return [...byRevision.values()];
}

function reportMissing(
  script: RevisionScript,
  path: string,
  all: readonly LoadedScript[],
  problems: ProjectProblem[],
): void {
  const known = new Set(all.flatMap((entry) => [entry.script.revision, ...list(entry.script.branchLabels)]));
  for (const parent of [...list(script.downRevision), ...list(script.dependsOn)]) {
    if (known.has(parent)) continue;
    problems.push({
      severity: "error",
      message: `Revision ${parent} referenced from ${script.revision} is not present`,
      hint: "Restore its file, or name a revision that exists.",
      location: { path, line: 1, column: 1 },
    });
  }
}

/** What names a revision that is not there stands on its own, so that the rest of the map can be shown. */
function withoutUnknown(scripts: readonly RevisionScript[]): readonly RevisionScript[] {
  const known = new Set(scripts.flatMap((script) => [script.revision, ...list(script.branchLabels)]));
  return scripts.map((script) => ({
    ...script,
    downRevision: list(script.downRevision).filter((parent) => known.has(parent)),
    dependsOn: list(script.dependsOn).filter((dependency) => known.has(dependency)),
  }));
}

function inspected(revision: Revision, entry: LoadedScript | undefined): InspectedRevision {
  return {
    revision: revision.revision,
    downRevisions: revision.downRevisions,
    dependsOn: revision.resolvedDependencies,
    branchLabels: [...revision.ownBranchLabels],
    doc: revision.doc,
    path: entry?.path ?? "",
    isHead: revision.isHead,
    isBase: revision.isBase,
    loaded: entry?.loaded ?? true,
  };
}

/** A revision by its own words alone, when the map as a whole makes no sense. */
function bare({ script, path, loaded }: LoadedScript, all: readonly LoadedScript[]): InspectedRevision {
  const downRevisions = list(script.downRevision);
  return {
    revision: script.revision,
    downRevisions,
    dependsOn: list(script.dependsOn),
    branchLabels: list(script.branchLabels),
    doc: (script.docstring ?? "").trim().split("\n\n")[0] ?? "",
    path,
    isHead: !all.some((entry) => list(entry.script.downRevision).includes(script.revision)),
    isBase: downRevisions.length === 0,
    loaded,
  };
}

function problemOf(error: unknown, fallback: SourceLocation | undefined): ProjectProblem {
  const location = error instanceof ProgramError ? (error.location ?? fallback) : fallback;
  const message = error instanceof Error ? error.message : String(error);
  const named = error instanceof ProgramError && error.type !== "" ? `${error.type}: ${message}` : message;
  const hint = hintFor(error);
  return {
    severity: "error",
    message: named,
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}

function at(world: World, path: string, pattern: RegExp): SourceLocation {
  const lines = (world.files.read(path) ?? "").split("\n");
  const index = lines.findIndex((line) => pattern.test(line) && /export|=/.test(line));
  return { path, line: Math.max(0, index) + 1, column: 1 };
}

function list(value: string | readonly string[] | null | undefined): readonly string[] {
  if (value === null || value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
