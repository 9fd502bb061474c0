import { CommandError } from "../errors.ts";
import { stampSteps } from "../runtime/migrationSteps.ts";
import { flagValue, listValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { revisionsPositional, sqlOption, tagOption } from "./commandOptions.ts";
import { splitRange } from "./splitRange.ts";

/** Source: alembic.command.stamp. */
export const stamp: Command = {
  name: "stamp",
  help: "Write revisions into the version table without running them",
  options: [
    sqlOption,
    tagOption,
    {
      flags: ["--purge"],
      destination: "purge",
      kind: "flag",
      help: "Empty the version table first, whatever it holds",
    },
  ],
  positionals: [revisionsPositional],
  run(session, values) {
    const scripts = session.openScripts();
    const asSql = flagValue(values, "sql");
    const targets = listValue(values, "revisions");
    const { start, destinations } = asSql ? offlineTargets(targets) : { start: null, destinations: targets };
    session.runEnvironment(scripts, {
      plan: (heads) => stampSteps(scripts.map, session.projectFolder, destinations, heads),
      asSql,
      startingRevision: start,
      tag: textValue(values, "tag"),
      purge: flagValue(values, "purge"),
      emits: true,
    });
  },
};

function offlineTargets(targets: readonly string[]): {
  readonly start: string | null;
  readonly destinations: readonly string[];
} {
  let start: string | null = null;
  const destinations: string[] = [];
  for (const target of targets) {
    const range = splitRange(target);
    if (range.start !== null && range.start !== start) {
      if (start !== null)
        throw new CommandError("Stamp operation with --sql only supports a single starting revision at a time");
      start = range.start;
    }
    destinations.push(range.end);
  }
  return { start, destinations };
}
