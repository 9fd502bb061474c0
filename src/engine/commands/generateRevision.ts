import { pathInProject } from "../script/projectPath.ts";
import type { NewRevision, ScriptDirectory } from "../script/scriptDirectory.ts";
import type { CommandSession } from "./commandSession.ts";

/** Writes a revision file and asks the editor to open it. */
export function generateRevision(session: CommandSession, scripts: ScriptDirectory, revision: NewRevision): void {
  const script = scripts.generateRevision(revision);
  const path = script === null ? null : pathInProject(session.projectFolder, script.path);
  if (path !== null) session.openFile = { path, line: 1, column: 1 };
}
