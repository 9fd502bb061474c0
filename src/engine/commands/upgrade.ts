import { CommandError } from "../errors.ts";
import { upgradeSteps } from "../runtime/migrationSteps.ts";
import { flagValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { revisionPositional, sqlOption, tagOption } from "./commandOptions.ts";
import { splitRange } from "./splitRange.ts";

/** Source: alembic.command.upgrade. */
export const upgrade: Command = {
  name: "upgrade",
  help: "Upgrade the database to a later revision",
  options: [sqlOption, tagOption],
  positionals: [revisionPositional],
  run(session, values) {
    const scripts = session.openScripts();
    const asSql = flagValue(values, "sql");
    const target = textValue(values, "revision") ?? "";
    if (target.includes(":") && !asSql) throw new CommandError("Range revision not allowed");
    const { start, end } = splitRange(target);
    session.runEnvironment(scripts, {
      plan: (heads) => upgradeSteps(scripts.map, session.projectFolder, end, heads),
      asSql,
      startingRevision: start,
      tag: textValue(values, "tag"),
      emits: true,
    });
  },
};
