import type { Advice, Edit } from "../advice/advice.ts";
import type { Change } from "../autogenerate/changeRecorder.ts";
import { describeOperation, type OperationDescription } from "../autogenerate/describeOperation.ts";
import type { MetaData } from "../schema/metadata.ts";
import type { Table } from "../schema/table.ts";
import type { Files } from "../files.ts";
import type { Operation } from "../operations/operation.ts";
import { NotUpToDateError, type SourceLocation } from "../errors.ts";
import type { RenderOptions } from "../program.ts";
import { pathInProject } from "../script/projectPath.ts";
import type { ScriptDirectory } from "../script/scriptDirectory.ts";
import { compareInContext } from "./autogenerate.ts";
import { CommandSession } from "./commandSession.ts";
import { emptyDirective } from "./emptyDirective.ts";
import { configFiles } from "./configFile.ts";
import type { ProjectProblem } from "./inspectProject.ts";
import { reportFailure } from "./reportFailure.ts";
import { typedCommand } from "./typedCommand.ts";
import type { World } from "./world.ts";

export interface DriftChange extends OperationDescription {
  readonly reason: string;
  readonly operation: Operation;
}

/** Advice with its operations as code of the project's language. */
export interface OfferedAdvice extends Pick<Advice, "kind" | "id" | "title" | "explanation"> {
  readonly taken: boolean;
  /** What it writes into the upgrade and the downgrade; both empty: there is nothing to take. */
  readonly upgrade: string;
  readonly downgrade: string;
}

export interface Drift {
  readonly changes: readonly DriftChange[];
  /** Why no comparison could be made; null when it was made. */
  readonly unavailable: ProjectProblem | null;
  readonly hints: readonly ProjectProblem[];
  readonly advice: readonly OfferedAdvice[];
  /** The tables of env's target metadata; null: it names none, or could not run. */
  readonly models: readonly Table[] | null;
}

/** What autogenerate would do now. Runs env, compares, and writes nothing: no file, no row, no version table. */
export function readDrift(world: World): Drift {
  const silent: World = { ...world, stdout: () => undefined, stderr: () => undefined, emit: () => undefined };
  const hints: ProjectProblem[] = [];
  let found: readonly Change[] = [];
  let advice: readonly OfferedAdvice[] = [];
  let models: readonly Table[] | null = null;
  let session: CommandSession | null = null;
  try {
    const opened = new CommandSession(
      silent,
      configFiles([], world.environment),
      {},
      typedCommand("revision --autogenerate"),
    );
    session = opened;
    const scripts = opened.openScripts();
    opened.runEnvironment(scripts, {
      dontMutate: true,
      plan: (heads, context) => {
        const { targetMetadata } = context.settings.configure;
        models = tablesOf(targetMetadata);
        hints.push(...emptyMetadataHints(opened, scripts, targetMetadata));
        const compared = compareInContext(opened, scripts, heads, context, emptyDirective(world.randomId()));
        found = compared.changes;
        advice = compared.advice.map((one) => offered(world, one, compared.renderOptions));
        return [];
      },
    });
    return {
      changes: found.map(({ operation, reason }) => ({ ...describeOperation(operation), reason, operation })),
      unavailable: null,
      hints,
      advice,
      models,
    };
  } catch (error) {
    const { message, hint, location } = reportFailure(error, session?.locationOf(error)).problem;
    return {
      changes: [],
      unavailable: {
        severity: error instanceof NotUpToDateError ? "info" : "error",
        message,
        ...(hint === undefined ? {} : { hint }),
        ...(location === undefined ? {} : { location }),
      },
      hints,
      advice,
      models,
    };
  }
}

function offered(
  { program, takenAdvice }: World,
  { kind, id, title, explanation, edits }: Advice,
  options: RenderOptions,
): OfferedAdvice {
  const code = (side: Edit["side"]): string => {
    const operations = edits.filter((edit) => edit.side === side).flatMap((edit) => edit.operations);
    return operations.length === 0 ? "" : program.renderOperations(operations, options).body;
  };
  const taken = takenAdvice?.includes(id) ?? false;
  return { kind, id, title, explanation, taken, upgrade: code("upgrade"), downgrade: code("downgrade") };
}

function tablesOf(metadata: MetaData | readonly MetaData[] | null | undefined): readonly Table[] | null {
  if (metadata === undefined || metadata === null) return null;
  return "tables" in metadata ? metadata.tables : metadata.flatMap(({ tables }) => tables);
}

/** Models that nobody imported do not exist: the metadata is empty although a file describes tables. */
function emptyMetadataHints(
  session: CommandSession,
  scripts: ScriptDirectory,
  metadata: MetaData | readonly MetaData[] | null | undefined,
): readonly ProjectProblem[] {
  if (metadata === undefined || metadata === null) return [];
  const all = "tables" in metadata ? [metadata] : metadata;
  if (all.some((one) => one.tables.length > 0)) return [];
  const { files } = session.world;
  const model = findTables(files, scripts, session.projectFolder);
  if (model === null) return [];
  const location = importLine(files, scripts.environmentPath);
  return [
    {
      severity: "warning",
      message: `The target metadata has no tables, but ${model} describes some.`,
      hint: `A model exists only once its file has been imported: let ${scripts.environmentPath} import ${model}.`,
      ...(location === null ? {} : { location }),
    },
  ];
}

function findTables(files: Files, scripts: ScriptDirectory, projectFolder: string): string | null {
  const versions = scripts.versionLocations.map((location) => `${pathInProject(projectFolder, location) ?? location}/`);
  const found = files.list().find((path) => {
    if (
      !path.endsWith(scripts.settings.suffix) ||
      path === scripts.environmentPath ||
      versions.some((folder) => path.startsWith(folder))
    )
      return false;
    return /\.model\s*\(|\bTable\s*\(|__tablename__/.test(files.read(path) ?? "");
  });
  return found ?? null;
}

/** Where env names its target metadata. */
function importLine(files: Files, path: string): SourceLocation | null {
  const lines = (files.read(path) ?? "").split("\n");
  const index = lines.findIndex((line) => /\bBase\b|target_?[mM]etadata/.test(line));
  return index < 0 ? null : { path, line: index + 1, column: 1 };
}
