import { flagValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { verboseOption } from "./commandOptions.ts";
import { formatRevision } from "./formatRevision.ts";

/** Source: alembic.command.branches. */
export const branches: Command = {
  name: "branches",
  help: "Show the revisions that more than one revision follows",
  options: [verboseOption],
  positionals: [],
  run(session, values) {
    const scripts = session.openScripts();
    const verbose = flagValue(values, "verbose");
    for (const revision of scripts.walkRevisions("base", "heads")) {
      if (!revision.isBranchPoint) continue;
      const indent = " ".repeat(revision.revision.length);
      const lines = [...revision.nextRevisions].sort().map((id) => {
        const next = scripts.getRevision(id);
        return next === null
          ? `${indent} -> ${id}`
          : `${indent} -> ${formatRevision(next, { verbose: false, includeBranches: true, includeDoc: verbose })}`;
      });
      session.print(`${formatRevision(revision, { verbose, includeBranches: true })}\n${lines.join("\n")}\n`);
    }
  },
};
