import type { OptionDescription, PositionalDescription } from "./argumentParser.ts";

/* The options that commands share, named as Alembic names them. Source: alembic.config.CommandLine. */

export const helpOption: OptionDescription = {
  flags: ["-h", "--help"],
  destination: "help",
  kind: "help",
  help: "show this help message and exit",
};

export const messageOption: OptionDescription = {
  flags: ["-m", "--message"],
  destination: "message",
  kind: "value",
  help: "What the revision does, in a few words",
};

export const sqlOption: OptionDescription = {
  flags: ["--sql"],
  destination: "sql",
  kind: "flag",
  help: "Print the SQL instead of running it (offline mode)",
};

export const tagOption: OptionDescription = {
  flags: ["--tag"],
  destination: "tag",
  kind: "value",
  help: "A name of your own that env.ts can ask for",
};

export const headOption: OptionDescription = {
  flags: ["--head"],
  destination: "head",
  kind: "value",
  help: "The head, or <branchname>@head, that the new revision follows",
};

export const spliceOption: OptionDescription = {
  flags: ["--splice"],
  destination: "splice",
  kind: "flag",
  help: "Allow a revision that is not a head to be followed: this makes a branch",
};

export const branchLabelOption: OptionDescription = {
  flags: ["--branch-label"],
  destination: "branch_label",
  kind: "value",
  help: "A name for the branch that begins here",
};

export const revisionIdOption: OptionDescription = {
  flags: ["--rev-id"],
  destination: "rev_id",
  kind: "value",
  help: "The revision's id, instead of a random one",
};

export const verboseOption: OptionDescription = {
  flags: ["-v", "--verbose"],
  destination: "verbose",
  kind: "flag",
  help: "Say more",
};

export const revisionPositional: PositionalDescription = {
  name: "revision",
  count: "one",
  help: "revision identifier",
};

export const revisionsPositional: PositionalDescription = {
  name: "revisions",
  count: "oneOrMore",
  help: "one or more revisions, or 'heads' for all heads",
};

export const revPositional: PositionalDescription = {
  name: "rev",
  count: "one",
  help: "revision identifier, or 'current'",
};
