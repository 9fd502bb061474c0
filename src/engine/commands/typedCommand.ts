import { alembicParser } from "./commandTable.ts";
import type { TypedCommand } from "./commandSession.ts";
import { parseArguments } from "./parseArguments.ts";

/** What env.ts is told that was typed, where the page asks the engine something without a command line. */
export function typedCommand(line: "revision --autogenerate" | "upgrade head"): TypedCommand {
  const argv = line.split(" ");
  const parsed = parseArguments(alembicParser, argv, 80);
  if (parsed.kind !== "command" || parsed.command === null) throw new TypeError(`${line} is no command`);
  return { argv, command: parsed.command, namespace: parsed.namespace };
}
