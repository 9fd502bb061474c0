import { CommandError, ProgramError } from "../errors.ts";
import { pythonString } from "../pythonLiteral.ts";
import type { CommandSession } from "./commandSession.ts";

/** A hook's program is not there. */
export class NoHookProgramError extends ProgramError {}

/** The option that a type of hook cannot do without. */
const requiredOptions: Readonly<Record<string, string>> = {
  console_scripts: "entrypoint",
  exec: "executable",
  module: "module",
};

/**
 * The hooks of `[post_write_hooks]`. Their programs are not installed here, and the errors are those that Alembic gives then. Source: alembic.script.write_hooks.
 */
export function runPostWriteHooks(session: CommandSession): void {
  for (const { name, options } of session.config.hooks) {
    const type = options["type"];
    if (type === undefined)
      throw new CommandError(
        `Key '${name}.type' (or 'type' in toml) is required for post write hook ${pythonString(name)}`,
      );
    session.world.stdout(`Running post write hook ${pythonString(name)} ...\n`);
    try {
      runHook(name, type, options);
    } catch (error) {
      session.world.stdout("  FAILED\n");
      throw error;
    }
    session.world.stdout("  done\n");
  }
}

function runHook(name: string, type: string, options: Readonly<Record<string, string>>): void {
  const required = Object.hasOwn(requiredOptions, type) ? requiredOptions[type] : undefined;
  if (required === undefined) throw new CommandError(`No formatter with name '${type}' registered`);
  const program = options[required];
  if (program === undefined)
    throw new CommandError(`Key ${name}.${required} is required for post write hook ${pythonString(name)}`);
  switch (type) {
    case "console_scripts":
      throw new CommandError(`Could not find entrypoint console_scripts.${program}`);
    case "module":
      throw new CommandError(`Could not find module ${program}`);
    default:
      throw new NoHookProgramError(
        "FileNotFoundError",
        `[Errno 2] No such file or directory: ${pythonString(program)}`,
      );
  }
}
