import type { World } from "../../../src/engine/commands/world.ts";
import type { Connection } from "../../../src/engine/connection.ts";
import { StateRecorder } from "../../../src/engine/observation/stateRecorder.ts";
import { projectTemplate } from "../../../src/languages/typescript/projectTemplate.ts";
import { openTestProgram } from "./openTestProgram.ts";
import { starters } from "../../../src/workspace/starters/starters.ts";
import { createProject, type Project, type ProjectLanguage } from "../projectRunner.ts";

export function starterFiles(id: "blog" | "scratch"): Readonly<Record<string, string>> {
  const starter = starters.find((candidate) => candidate.id === id);
  if (starter === undefined) throw new Error(`no starter ${id}`);
  return starter.files;
}

/** A TypeScript project on a real database. @param timeLimit of each run, in milliseconds */
export function openProject(
  connection: Connection,
  files: Readonly<Record<string, string>>,
  timeLimit = 3000,
  connect?: World["connect"],
): Project {
  const language: ProjectLanguage = {
    openProgram: (settings) => openTestProgram({ ...settings, timeLimit }),
    templates: [projectTemplate],
    revisionSuffix: ".ts",
    openRecorder: () => new StateRecorder(),
  };
  return createProject(language, connection, files, connect);
}
