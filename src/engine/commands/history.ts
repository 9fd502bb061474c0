import { CommandError, ProgramError } from "../errors.ts";
import { isTrue } from "../config/config.ts";
import type { RevisionIdentifier } from "../script/revision.ts";
import type { ScriptDirectory } from "../script/scriptDirectory.ts";
import { flagValue, textValue } from "./argumentValue.ts";
import type { Command } from "./command.ts";
import { verboseOption } from "./commandOptions.ts";
import type { CommandSession } from "./commandSession.ts";
import { formatRevision } from "./formatRevision.ts";

/** Source: alembic.command.history. */
export const history: Command = {
  name: "history",
  help: "List the revisions, newest first",
  options: [
    {
      flags: ["-r", "--rev-range"],
      destination: "rev_range",
      kind: "value",
      help: "Only these revisions: [start]:[end]",
    },
    verboseOption,
    {
      flags: ["-i", "--indicate-current"],
      destination: "indicate_current",
      kind: "flag",
      help: "Mark the revision that the database stands at",
    },
  ],
  positionals: [],
  run(session, values) {
    const scripts = session.openScripts();
    const { base, head } = parseRange(textValue(values, "rev_range"));
    const indicateCurrent = flagValue(values, "indicate_current");
    const show = (from: RevisionIdentifier, to: RevisionIdentifier, currents: readonly string[]) =>
      printHistory(session, scripts, from, to, {
        verbose: flagValue(values, "verbose"),
        currents: indicateCurrent ? currents : null,
      });
    const needsDatabase =
      base === "current" ||
      head === "current" ||
      indicateCurrent ||
      isTrue(session.config.getAlembicOption("revision_environment"));
    if (!needsDatabase) {
      show(base, head, []);
      return;
    }
    session.runEnvironment(scripts, {
      plan: (heads) => {
        if (head === "current") show(base, heads, heads);
        else if (base === "current") show(heads, head, heads);
        else show(base, head, heads);
        return [];
      },
    });
  },
};

function parseRange(range: string | null): { readonly base: string; readonly head: string } {
  if (range === null) return { base: "", head: "" };
  if (!range.includes(":")) throw new CommandError("History range requires [start]:[end], [start]:, or :[end]");
  const parts = range.trim().split(":");
  if (parts.length > 2) throw new ProgramError("ValueError", "too many values to unpack (expected 2)");
  return { base: parts[0] ?? "", head: parts[1] ?? "" };
}

interface HistoryStyle {
  readonly verbose: boolean;
  /** The database's revisions, where they are to be marked. */
  readonly currents: readonly string[] | null;
}

function printHistory(
  session: CommandSession,
  scripts: ScriptDirectory,
  base: RevisionIdentifier,
  head: RevisionIdentifier,
  style: HistoryStyle,
): void {
  for (const revision of scripts.walkRevisions(orElse(base, "base"), orElse(head, "heads"))) {
    const current = style.currents?.includes(revision.revision) ?? false;
    session.print(
      formatRevision(revision, {
        verbose: style.verbose,
        current,
        includeBranches: true,
        includeDoc: true,
        includeParents: true,
      }),
    );
  }
}

function orElse(id: RevisionIdentifier, fallback: string): RevisionIdentifier {
  return id === null || id.length === 0 ? fallback : id;
}
