import { CommandError } from "../errors.ts";
import { downgradeSteps } from "../runtime/migrationSteps.ts";
import { flagValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { revisionPositional, sqlOption, tagOption } from "./commandOptions.ts";
import { splitRange } from "./splitRange.ts";

/** Source: alembic.command.downgrade. */
export const downgrade: Command = {
  name: "downgrade",
  help: "Take the database back to an earlier revision",
  options: [sqlOption, tagOption],
  positionals: [revisionPositional],
  run(session, values) {
    const scripts = session.openScripts();
    const asSql = flagValue(values, "sql");
    const target = textValue(values, "revision") ?? "";
    const isRange = target.includes(":");
    if (isRange && !asSql) throw new CommandError("Range revision not allowed");
    if (!isRange && asSql) throw new CommandError("downgrade with --sql requires <fromrev>:<torev>");
    const { start, end } = splitRange(target);
    session.runEnvironment(scripts, {
      plan: (heads) => downgradeSteps(scripts.map, session.projectFolder, end, heads),
      asSql,
      startingRevision: start,
      tag: textValue(values, "tag"),
      emits: true,
    });
  },
};
