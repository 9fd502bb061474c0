import { formatScript } from "../script/formatScript.ts";
import { flagValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { verboseOption } from "./commandOptions.ts";

/** Source: alembic.command.branches. */
export const branches: Command = {
  name: "branches",
  help: "Show the revisions that more than one revision follows",
  options: [verboseOption],
  positionals: [],
  run(session, values) {
    const scripts = session.openScripts();
    const verbose = flagValue(values, "verbose");
    for (const script of scripts.walkRevisions("base", "heads")) {
      const description = scripts.describe(script);
      if (!description.isBranchPoint) continue;
      const indent = " ".repeat(script.revision.length);
      const lines = description.nextRevisions.map((revision) => {
        const next = scripts.requireScript(revision);
        return `${indent} -> ${formatScript(next, scripts.describe(next), { verbose: false, includeBranches: true, includeDoc: verbose, treeIndicators: true })}`;
      });
      session.print(`${formatScript(script, description, { verbose, includeBranches: true, treeIndicators: true })}\n${lines.join("\n")}\n`);
    }
  },
};
