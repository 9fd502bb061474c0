import { recordProject } from "../engine/commands/recordProject.ts";
import { reportFailure } from "../engine/commands/reportFailure.ts";
import type { World } from "../engine/commands/world.ts";
import { renderPythonProject } from "../languages/python/project/renderPythonProject.ts";
import type { FileMap } from "./messages.ts";

/** A project in Python, or why it cannot be written: a mistake in env or at the top of a revision file. */
export interface Translation {
  readonly files: FileMap;
  readonly remarks: readonly string[];
  readonly mistake: string | null;
}

/** Writes a TypeScript project as Python files for Alembic itself. */
export function translateProject(world: World, files: FileMap, name: string): Translation {
  try {
    return { ...renderPythonProject(recordProject(world), files["alembic.ini"] ?? "", name), mistake: null };
  } catch (error) {
    return { files: {}, remarks: [], mistake: reportFailure(error, undefined).problem.message };
  }
}
