import { Action, ArgumentParser, HelpFormatter, SUPPRESS, type ArgumentOptions } from "argparse";
import type {
  ArgumentValue,
  ArgumentValues,
  OptionDescription,
  ParsedArguments,
  ParserDescription,
  UsageError,
} from "./argumentParser.ts";

/** Parses a command line with argparse. `columns` is the width that help and usage are wrapped to. */
export function parseArguments(
  description: ParserDescription,
  argv: readonly string[],
  columns: number,
): ParsedArguments {
  const parser = parserOf(description, columns);
  try {
    const { [commandKey]: command, ...values } = parser.parse_args<Record<string, ArgumentValue | undefined>>([
      ...argv,
    ]);
    return {
      kind: "command",
      command: typeof command === "string" ? command : null,
      values: given(values),
      namespace: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? null])),
    };
  } catch (error) {
    if (error instanceof Answer) return error.parsed;
    throw error;
  }
}

/** What `alembic` says about itself when it is called wrongly although argparse is content. */
export function usageErrorOf(description: ParserDescription, message: string, columns: number): UsageError {
  return usageError(parserOf(description, columns), message);
}

const commandKey = "command";

/** Ends the parsing, where argparse would print and end the process. */
class Answer extends Error {
  readonly parsed: ParsedArguments;
  constructor(parsed: ParsedArguments) {
    super(parsed.kind);
    this.parsed = parsed;
  }
}

class Parser extends ArgumentParser {
  /** Python 3.14 takes `-2:` for a number; the recorded cases are those of an older Python, to which it is an option. */
  readonly _negative_number_matcher = /^-\d+$|^-\d*\.\d+$/;

  override print_help(): never {
    throw new Answer({ kind: "help", text: this.format_help() });
  }

  override error(message: string): never {
    throw new Answer(usageError(this, message));
  }
}

class VersionAction extends Action {
  override call(): never {
    throw new Answer({ kind: "version" });
  }
}

function usageError(parser: ArgumentParser, message: string): UsageError {
  return { kind: "usageError", program: parser.prog, usage: parser.format_usage(), message };
}

/** Making one takes ten milliseconds, and nothing of a line that was parsed stays in it. */
const parsers = new WeakMap<ParserDescription, Map<number, ArgumentParser>>();

function parserOf(description: ParserDescription, columns: number): ArgumentParser {
  const byColumns = parsers.get(description) ?? new Map<number, ArgumentParser>();
  parsers.set(description, byColumns);
  const parser = byColumns.get(columns) ?? createParser(description, columns);
  byColumns.set(columns, parser);
  return parser;
}

function createParser(description: ParserDescription, columns: number): ArgumentParser {
  const settings = {
    color: false,
    add_help: false,
    formatter_class: class extends HelpFormatter {
      constructor({ prog }: { readonly prog: string }) {
        super({ prog, width: columns - 2, color: false });
      }
    },
  };
  const parser = new Parser({ prog: description.program, ...settings });
  addArguments(parser, description);
  if (description.commands !== undefined) {
    const commands = parser.add_subparsers();
    for (const { name, help, parser: described } of description.commands) {
      const command = commands.add_parser(name, { prog: described.program, help: escaped(help), ...settings });
      command.set_defaults({ [commandKey]: name });
      addArguments(command, described);
    }
  }
  return parser;
}

function addArguments(parser: ArgumentParser, description: ParserDescription): void {
  for (const option of description.options)
    parser.add_argument(...(option.flags.slice(0, 1) as [string]), ...option.flags.slice(1), argumentOptions(option));
  for (const { name, count, help } of description.positionals)
    parser.add_argument(name, { help: escaped(help), ...(count === "one" ? {} : { nargs: "+" }) });
}

function argumentOptions({ kind, destination, defaultValue, help }: OptionDescription): ArgumentOptions {
  const options = { dest: destination, help: escaped(help), default: defaultValue };
  switch (kind) {
    case "flag":
      return { ...options, action: "store_true", default: false };
    case "value":
      return options;
    case "append":
      return { ...options, action: "append" };
    case "help":
      return { ...options, action: "help", default: SUPPRESS };
    case "version":
      return { ...options, action: VersionAction, nargs: 0, default: SUPPRESS };
  }
}

/** argparse replaces `%(default)s` in a help text. */
function escaped(help: string): string {
  return help.replaceAll("%", "%%");
}

function given(values: Readonly<Record<string, ArgumentValue | undefined>>): ArgumentValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
