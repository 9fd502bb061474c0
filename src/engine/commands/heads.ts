import { formatScript } from "../script/formatScript.ts";
import { flagValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { verboseOption } from "./commandOptions.ts";

/** Source: alembic.command.heads. */
export const heads: Command = {
  name: "heads",
  help: "Show the revisions that nothing follows",
  options: [
    verboseOption,
    {
      flags: ["--resolve-dependencies"],
      destination: "resolve_dependencies",
      kind: "flag",
      help: "Count a dependency as a revision that comes before",
    },
  ],
  positionals: [],
  run(session, values) {
    const scripts = session.openScripts();
    const found = scripts.getRevisions(flagValue(values, "resolve_dependencies") ? "heads" : scripts.getHeads());
    for (const script of found) {
      session.print(formatScript(script, scripts.describe(script), { verbose: flagValue(values, "verbose"), includeBranches: true, treeIndicators: false }));
    }
  },
};
