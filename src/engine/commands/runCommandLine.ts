import { CommandError } from "../errors.ts";
import type { UsageError } from "./argumentParser.ts";
import { flagValue, listValue } from "./argumentValue.ts";
import { CommandSession } from "./commandSession.ts";
import { alembicParser, commandTable } from "./commandTable.ts";
import { configFiles } from "./configFile.ts";
import { nearestName } from "../nearestName.ts";
import { parseArguments, usageErrorOf } from "./parseArguments.ts";
import { reportFailure } from "./reportFailure.ts";
import type { CommandOutcome, World } from "./world.ts";

const defaultColumns = 80;

/**
 * Runs `alembic ARGV`: parses, runs the command and turns what it throws into Alembic's texts and exit codes
 * (0, 2 for a usage error, 255 for a CommandError, 1 for anything else). Source: alembic.config.CommandLine.
 */
export function runCommandLine(argv: readonly string[], world: World): CommandOutcome {
  const columns = world.columns ?? defaultColumns;
  const parsed = parseArguments(alembicParser, argv, columns);
  switch (parsed.kind) {
    case "help":
      world.stdout(parsed.text);
      return { exitCode: 0 };
    case "version":
      world.stdout("alembic 1.19.2 (Stillroom)\n");
      return { exitCode: 0 };
    case "usageError":
      return usageError(world, parsed);
    case "command":
  }
  const command = commandTable.find((candidate) => candidate.name === parsed.command);
  if (command === undefined) return usageError(world, usageErrorOf(alembicParser, "too few arguments", columns));

  let session: CommandSession;
  try {
    session = new CommandSession(
      world,
      configFiles(listValue(parsed.values, "config"), world.environment),
      parsed.values,
      { argv, command: command.name, namespace: parsed.namespace },
    );
  } catch (error) {
    return crash(world, error, null);
  }
  try {
    command.run(session, parsed.values);
  } catch (error) {
    if (!(error instanceof CommandError) || flagValue(parsed.values, "raiseerr")) return crash(world, error, session);
    session.log.write("ERROR", "alembic.util.messaging", error.message);
    session.message(`FAILED: ${error.message}`);
    return { exitCode: 255, problem: reportFailure(error, session.locationOf(error)).problem };
  }
  return { exitCode: 0, ...(session.openFile === null ? {} : { openFile: session.openFile }) };
}

function usageError(world: World, { program, usage, message }: UsageError): CommandOutcome {
  world.stderr(usage);
  world.stderr(`${program}: error: ${message}\n`);
  const hint = usageHint(message);
  return { exitCode: 2, problem: { severity: "error", message, ...(hint === null ? {} : { hint }) } };
}

/** What was probably meant: argparse knows a command or an option, or it does not. */
function usageHint(message: string): string | null {
  const command = /invalid choice: '([^']*)'/.exec(message)?.[1];
  if (command !== undefined) {
    const names = commandTable.map(({ name }) => name);
    const nearest = nearestName(command, names);
    return nearest === null ? "`alembic --help` lists the commands." : `Did you mean \`alembic ${nearest}\`?`;
  }
  const [option] = /unrecognized arguments: (--[\w-]+)/.exec(message)?.slice(1) ?? [];
  if (option !== undefined) {
    const nearest = nearestName(option, [...optionOwners.keys()]);
    return nearest === null
      ? null
      : `Did you mean \`${nearest}\`, an option of ${optionOwners.get(nearest)?.join(", ")}?`;
  }
  return message.startsWith("the following arguments are required: revision")
    ? "`head` is the newest revision, `+1` the next one, `-1` the one before, `base` the beginning."
    : null;
}

/** Long options with the commands that take them. */
const optionOwners: ReadonlyMap<string, readonly string[]> = (alembicParser.commands ?? []).reduce(
  (owners, { name, parser }) => {
    for (const flag of parser.options.flatMap(({ flags }) => flags))
      if (flag.startsWith("--") && flag !== "--help")
        owners.set(flag, [...(owners.get(flag) ?? []), `\`alembic ${name}\``]);
    return owners;
  },
  new Map<string, readonly string[]>(),
);

function crash(world: World, error: unknown, session: CommandSession | null): CommandOutcome {
  const failure = reportFailure(error, session?.locationOf(error));
  world.stderr(failure.text);
  return { exitCode: 1, problem: failure.problem };
}
