import { flagValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { verboseOption } from "./commandOptions.ts";
import { formatRevision } from "./formatRevision.ts";

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
    const verbose = flagValue(values, "verbose");
    const found = scripts.getRevisions(flagValue(values, "resolve_dependencies") ? "heads" : scripts.getHeads());
    for (const revision of found)
      session.print(formatRevision(revision, { verbose, includeBranches: true, treeIndicators: false }));
  },
};
