import { CommandError } from "../errors.ts";
import { pathInProject } from "../script/projectPath.ts";
import type { Revision } from "../script/revision.ts";
import { textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { revPositional } from "./commandOptions.ts";
import type { CommandSession } from "./commandSession.ts";

/** Opens the file in the page's editor, where Alembic starts `$EDITOR`. Source: alembic.command.edit. */
export const edit: Command = {
  name: "edit",
  help: "Open a revision's file in the editor",
  options: [],
  positionals: [revPositional],
  run(session, values) {
    const scripts = session.openScripts();
    const rev = textValue(values, "rev") ?? "";
    if (rev !== "current") {
      const found = scripts.getRevisions(rev);
      if (found.length === 0) throw new CommandError(`No revision files indicated by symbol '${rev}'`);
      openInEditor(session, found);
      return;
    }
    session.runEnvironment(scripts, {
      plan: (heads) => {
        if (heads.length === 0) throw new CommandError("No current revisions");
        openInEditor(session, scripts.getRevisions(heads));
        return [];
      },
    });
  },
};

function openInEditor(session: CommandSession, revisions: readonly Revision[]): void {
  for (const revision of revisions) {
    const path = revision.path === null ? null : pathInProject(session.projectFolder, revision.path);
    if (path !== null) session.openFile = { path, line: 1, column: 1 };
  }
}
