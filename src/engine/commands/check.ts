import { CommandError } from "../errors.ts";
import { formatDiffTuples } from "../autogenerate/toDiffTuples.ts";
import { autogenerate } from "./autogenerate.ts";
import type { Command } from "./command.ts";

/** Source: alembic.command.check. */
export const check: Command = {
  name: "check",
  help: "Fail when the models and the database differ",
  options: [],
  positionals: [],
  run(session) {
    const scripts = session.openScripts();
    const { upgradeOperations } = autogenerate(session, scripts);
    if (upgradeOperations.length > 0)
      throw new CommandError(`New upgrade operations detected: ${formatDiffTuples(upgradeOperations)}`);
    session.print("No new upgrade operations detected.");
  },
};
