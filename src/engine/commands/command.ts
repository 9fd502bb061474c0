import type { ArgumentValues, OptionDescription, PositionalDescription } from "./argumentParser.ts";
import type { CommandSession } from "./commandSession.ts";

/** One subcommand of `alembic`: what it is called, what it takes and what it does. */
export interface Command {
  readonly name: string;
  /** One line for `--help`. */
  readonly help: string;
  readonly options: readonly OptionDescription[];
  readonly positionals: readonly PositionalDescription[];
  /** @throws CommandError, DatabaseError, ProgramError */
  run(session: CommandSession, values: ArgumentValues): void;
}
