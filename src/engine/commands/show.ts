import type { RevisionIdentifier } from "../script/revision.ts";
import type { ScriptDirectory } from "../script/scriptDirectory.ts";
import { textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { revPositional } from "./commandOptions.ts";
import type { CommandSession } from "./commandSession.ts";
import { formatRevision } from "./formatRevision.ts";

/** Source: alembic.command.show. */
export const show: Command = {
  name: "show",
  help: "Show one revision: its parents, its file and its text",
  options: [],
  positionals: [revPositional],
  run(session, values) {
    const scripts = session.openScripts();
    const rev = textValue(values, "rev") ?? "";
    if (rev !== "current") {
      printEntries(session, scripts, rev);
      return;
    }
    session.runEnvironment(scripts, {
      plan: (heads) => {
        printEntries(session, scripts, heads);
        return [];
      },
    });
  },
};

function printEntries(session: CommandSession, scripts: ScriptDirectory, id: RevisionIdentifier): void {
  for (const revision of scripts.getRevisions(id)) session.print(formatRevision(revision, { verbose: true }));
}
