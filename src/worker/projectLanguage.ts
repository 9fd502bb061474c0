import { absolutePath, pathInProject } from "../engine/script/projectPath.ts";
import type { FileMap } from "./messages.ts";

/** The language that a project's migrations are written in. */
export type ProjectLanguage = "typescript" | "python";

const projectFolder = "/project";

/**
 * By the env file of the folder that `script_location` names; without one, Python where there are Python files and no TypeScript ones.
 * @param files path -> text, of a project as it is
 */
export function projectLanguage(files: FileMap): ProjectLanguage {
  for (const folder of scriptFolders(files)) {
    if (files[`${folder}/env.py`] !== undefined) return "python";
    if (files[`${folder}/env.ts`] !== undefined) return "typescript";
  }
  const has = (suffix: string): boolean => Object.keys(files).some((path) => path.endsWith(suffix));
  return has(".py") && !has(".ts") ? "python" : "typescript";
}

function scriptFolders(files: FileMap): readonly string[] {
  const texts = [files["alembic.ini"] ?? "", files["pyproject.toml"] ?? ""];
  return texts.flatMap((text) =>
    [...text.matchAll(/^\s*script_location\s*=\s*(.+?)\s*$/gm)].flatMap((match) => {
      const location = (match[1] ?? "").replace(/^"(.*)"$/, "$1").replaceAll("%(here)s", projectFolder);
      return pathInProject(projectFolder, absolutePath(projectFolder, location)) ?? [];
    }),
  );
}
