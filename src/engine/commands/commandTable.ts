import type { ParserDescription } from "./argumentParser.ts";
import { branches } from "./branches.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { helpOption } from "./commandOptions.ts";
import { current } from "./current.ts";
import { downgrade } from "./downgrade.ts";
import { edit } from "./edit.ts";
import { ensureVersion } from "./ensureVersion.ts";
import { heads } from "./heads.ts";
import { history } from "./history.ts";
import { init } from "./init.ts";
import { listTemplates } from "./listTemplates.ts";
import { merge } from "./merge.ts";
import { revision } from "./revision.ts";
import { show } from "./show.ts";
import { stamp } from "./stamp.ts";
import { upgrade } from "./upgrade.ts";

/** Every command, in the order of `--help`. */
export const commandTable: readonly Command[] = [
  branches,
  check,
  current,
  downgrade,
  edit,
  ensureVersion,
  heads,
  history,
  init,
  listTemplates,
  merge,
  revision,
  show,
  stamp,
  upgrade,
];

/** `alembic` itself: the options before the command, and the commands. */
export const alembicParser: ParserDescription = {
  program: "alembic",
  options: [
    helpOption,
    { flags: ["--version"], destination: "version", kind: "version", help: "show the version and exit" },
    {
      flags: ["-c", "--config"],
      destination: "config",
      kind: "append",
      help: "Another configuration file instead of alembic.ini or what ALEMBIC_CONFIG names",
    },
    {
      flags: ["-n", "--name"],
      destination: "name",
      kind: "value",
      defaultValue: "alembic",
      help: "The section of the configuration file to read",
    },
    {
      flags: ["-x"],
      destination: "x",
      kind: "append",
      help: "An argument of your own that env.ts can ask for, such as -x tenant=a; may be given several times",
    },
    { flags: ["--raiseerr"], destination: "raiseerr", kind: "flag", help: "Show the whole stack of an error" },
    { flags: ["-q", "--quiet"], destination: "quiet", kind: "flag", help: "Print no messages" },
  ],
  positionals: [],
  commands: commandTable.map((command) => ({
    name: command.name,
    help: command.help,
    parser: {
      program: `alembic ${command.name}`,
      options: [helpOption, ...command.options],
      positionals: command.positionals,
    },
  })),
};
