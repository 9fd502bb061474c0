import type { ProjectTemplate, World } from "../engine/commands/world.ts";
import { openPythonProgram } from "../languages/python/pythonProgram.ts";
import { pythonTemplates } from "../languages/python/pythonTemplates.ts";
import { projectTemplate } from "../languages/typescript/projectTemplate.ts";
import { openTypeScriptProgram } from "../languages/typescript/typescriptProgram.ts";
import type { FileMap } from "./messages.ts";
import { pythonInterpreter } from "./openPython.ts";
import type { OverlayFiles } from "./overlayFiles.ts";
import { projectLanguage } from "./projectLanguage.ts";

export interface OpenProgramSettings {
  readonly quickjsWasm: WebAssembly.Module;
  readonly files: OverlayFiles;
  print(stream: "stdout" | "stderr", text: string): void;
  readonly timeLimit: number;
  now(): number;
}

const typescriptTemplates: readonly ProjectTemplate[] = [projectTemplate];

/** The project's files as a program of their language, with what a world says about that language. */
export async function openProgram({
  quickjsWasm,
  ...settings
}: OpenProgramSettings): Promise<Pick<World, "program" | "templates" | "revisionSuffix">> {
  if (projectLanguage(fileMap(settings.files)) === "typescript") {
    const program = await openTypeScriptProgram({ wasm: quickjsWasm, ...settings });
    return { program, templates: typescriptTemplates, revisionSuffix: ".ts" };
  }
  const program = await openPythonProgram({ interpreter: await pythonInterpreter(), ...settings });
  return { program, templates: pythonTemplates, revisionSuffix: ".py" };
}

function fileMap(files: OverlayFiles): FileMap {
  return Object.fromEntries(files.list().map((path) => [path, files.read(path) ?? ""]));
}
