import { recordProject } from "../engine/commands/recordProject.ts";
import { reportFailure } from "../engine/commands/reportFailure.ts";
import type { World } from "../engine/commands/world.ts";
import { renderPythonProject } from "../languages/python/project/renderPythonProject.ts";
import { renderTypeScriptProject } from "../languages/typescript/project/renderTypeScriptProject.ts";
import type { FileMap } from "./messages.ts";
import { projectLanguage } from "./projectLanguage.ts";

/** A project in Python, or why it cannot be written: a mistake in env or at the top of a revision file. */
export interface Translation {
  readonly files: FileMap;
  readonly remarks: readonly string[];
  readonly mistake: string | null;
}

/** Writes a TypeScript project as Python files for Alembic itself, and a Python one in TypeScript. */
export function translateProject(world: World, files: FileMap, name: string): Translation {
  const ini = files["alembic.ini"] ?? "";
  try {
    const recorded = recordProject(world);
    const translated =
      projectLanguage(files) === "python"
        ? renderTypeScriptProject(recorded, ini)
        : renderPythonProject(recorded, ini, name);
    return { ...translated, mistake: null };
  } catch (error) {
    return { files: {}, remarks: [], mistake: reportFailure(error, undefined).problem.message };
  }
}
