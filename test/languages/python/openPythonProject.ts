import type { World } from "../../../src/engine/commands/world.ts";
import type { Connection } from "../../../src/engine/connection.ts";
import { readDatabaseState } from "../../../src/engine/reflection/readDatabaseState.ts";
import { StateReader } from "../../../src/engine/runtime/recorder.ts";
import { openPythonProgram } from "../../../src/languages/python/pythonProgram.ts";
import { pythonTemplates } from "../../../src/languages/python/pythonTemplates.ts";
import { createProject, type Project, type ProjectLanguage } from "../projectRunner.ts";
import { openTestInterpreter } from "./openTestInterpreter.ts";

/** A Python project on a real database. @param timeLimit of each run, in milliseconds */
export function openPythonProject(
  connection: Connection,
  files: Readonly<Record<string, string>>,
  timeLimit = 5000,
  connect?: World["connect"],
): Project {
  const language: ProjectLanguage = {
    openProgram: async (settings) =>
      openPythonProgram({ ...settings, interpreter: await openTestInterpreter(), timeLimit }),
    templates: pythonTemplates,
    revisionSuffix: ".py",
    openRecorder: () => new StateReader(readDatabaseState),
  };
  return createProject(language, connection, files, connect);
}
