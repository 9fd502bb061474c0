import { DatabaseNotAtHead } from "../errors.ts";
import { flagValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { verboseOption } from "./commandOptions.ts";
import { formatRevision } from "./formatRevision.ts";
import { hideUrlPassword } from "./hideUrlPassword.ts";

/** Source: alembic.command.current. */
export const current: Command = {
  name: "current",
  help: "Show the revision that the database stands at",
  options: [
    {
      flags: ["-c", "--check-heads"],
      destination: "check_heads",
      kind: "flag",
      help: "Fail when the database is not at every head",
    },
    verboseOption,
  ],
  positionals: [],
  run(session, values) {
    const scripts = session.openScripts();
    const verbose = flagValue(values, "verbose");
    session.runEnvironment(scripts, {
      dontMutate: true,
      plan: (heads, context) => {
        if (verbose) session.print(`Current revision(s) for ${hideUrlPassword(session.url)}:`);
        if (flagValue(values, "check_heads") && !sameSet(context.currentHeads(), scripts.getHeads())) {
          throw new DatabaseNotAtHead("Database is not on all head revisions");
        }
        for (const revision of scripts.getAllCurrent(heads)) session.print(formatRevision(revision, { verbose }));
        return [];
      },
    });
  },
};

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const a = new Set(left);
  const b = new Set(right);
  return a.size === b.size && [...a].every((item) => b.has(item));
}
