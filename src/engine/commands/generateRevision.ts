import { pathInProject } from "../script/projectPath.ts";
import type { NewRevision, ScriptDirectory } from "../script/scriptDirectory.ts";
import type { CommandSession } from "./commandSession.ts";

/** Writes a revision file and asks the editor to open it. */
export function generateRevision(session: CommandSession, scripts: ScriptDirectory, revision: NewRevision): void {
  const written = scripts.generateRevision(revision);
  const path =
    written.path === null || written.path === undefined ? null : pathInProject(session.projectFolder, written.path);
  if (path !== null) session.openFile = { path, line: 1, column: 1 };
}
