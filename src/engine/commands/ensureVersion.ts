import { flagValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { sqlOption } from "./commandOptions.ts";

/** Source: alembic.command.ensure_version. */
export const ensureVersion: Command = {
  name: "ensure_version",
  help: "Make the version table if it is missing",
  options: [sqlOption],
  positionals: [],
  run(session, values) {
    const scripts = session.openScripts();
    session.runEnvironment(scripts, {
      asSql: flagValue(values, "sql"),
      emits: true,
      plan: (_heads, context) => {
        context.ensureVersionTable();
        return [];
      },
    });
  },
};
