import { pythonString } from "../pythonLiteral.ts";

/** An option of a command, such as `-m, --message MESSAGE`. */
export interface OptionDescription {
  readonly flags: readonly string[];
  /** The key of the parsed value. */
  readonly destination: string;
  /** `flag` takes no argument; `append` may be given several times. */
  readonly kind: "flag" | "value" | "append" | "help" | "version";
  readonly defaultValue?: string;
  readonly help: string;
}

/** A positional argument; `oneOrMore` takes all that follow. */
export interface PositionalDescription {
  readonly name: string;
  readonly count: "one" | "oneOrMore";
  readonly help: string;
}

export interface ParserDescription {
  readonly program: string;
  readonly options: readonly OptionDescription[];
  readonly positionals: readonly PositionalDescription[];
  readonly commands?: readonly { readonly name: string; readonly help: string; readonly parser: ParserDescription }[];
}

export type ArgumentValue = string | boolean | readonly string[];
export type ArgumentValues = Readonly<Record<string, ArgumentValue>>;

/** What a command line says: a command to run, help or a version to print, or a mistake in its usage. */
export type ParsedArguments =
  | { readonly kind: "command"; readonly command: string | null; readonly values: ArgumentValues }
  | { readonly kind: "help"; readonly parser: ParserDescription }
  | { readonly kind: "version" }
  | { readonly kind: "usageError"; readonly parser: ParserDescription; readonly message: string };

/**
 * Parses as Python's argparse does: long options may be shortened, `--x=y` and `-xy` are understood,
 * `-1` is a positional, `--` ends the options. Source: Python's argparse, ArgumentParser.parse_args.
 */
export function parseArguments(parser: ParserDescription, argv: readonly string[]): ParsedArguments {
  const values: Record<string, ArgumentValue> = {};
  try {
    const { command, unrecognized } = parseKnown(parser, argv, values);
    if (unrecognized.length > 0) throw new UsageError(parser, `unrecognized arguments: ${unrecognized.join(" ")}`);
    return { kind: "command", command, values };
  } catch (error) {
    if (error instanceof UsageError) return { kind: "usageError", parser: error.parser, message: error.message };
    if (error instanceof HelpRequest) return { kind: "help", parser: error.parser };
    if (error instanceof VersionRequest) return { kind: "version" };
    throw error;
  }
}

class UsageError extends Error {
  readonly parser: ParserDescription;
  constructor(parser: ParserDescription, message: string) {
    super(message);
    this.parser = parser;
  }
}

class HelpRequest extends Error {
  readonly parser: ParserDescription;
  constructor(parser: ParserDescription) {
    super("help");
    this.parser = parser;
  }
}

class VersionRequest extends Error {}

interface Known {
  readonly command: string | null;
  readonly unrecognized: readonly string[];
}

/** An argument that looks like an option; `option` is null when no parser knows it. */
interface OptionUse {
  readonly option: OptionDescription | null;
  readonly flag: string;
  readonly attached: string | null;
}

function parseKnown(parser: ParserDescription, argv: readonly string[], values: Record<string, ArgumentValue>): Known {
  for (const option of parser.options) {
    if (option.kind === "flag") values[option.destination] = false;
    else if (option.defaultValue !== undefined) values[option.destination] = option.defaultValue;
  }
  const uses = classify(parser, argv);
  const pattern = argv
    .map((argument, index) => (uses.has(index) ? "O" : argument === "--" && argv.indexOf("--") === index ? "-" : "A"))
    .join("");
  const pending = [...parser.positionals];
  const unrecognized: string[] = [];
  let command: string | null = null;
  let commandPending = parser.commands !== undefined;

  const consumePositionals = (start: number): number => {
    if (commandPending && parser.commands !== undefined) {
      const match = /^-*A[-AO]*/.exec(pattern.slice(start));
      if (match === null) return start;
      commandPending = false;
      const [name, ...rest] = argv.slice(start, start + match[0].length);
      const chosen = parser.commands.find((candidate) => candidate.name === name);
      if (chosen === undefined) {
        const names = parser.commands.map((candidate) => candidate.name);
        throw new UsageError(
          parser,
          `argument {${names.join(",")}}: invalid choice: ${pythonString(name ?? "")} (choose from ${names.map(pythonString).join(", ")})`,
        );
      }
      command = chosen.name;
      unrecognized.push(...parseKnown(chosen.parser, rest, values).unrecognized);
      return start + match[0].length;
    }
    const next = pending[0];
    if (next === undefined) return start;
    const match = (next.count === "one" ? /^-*A-*/ : /^-*A[A-]*/).exec(pattern.slice(start));
    if (match === null) return start;
    pending.shift();
    const taken = withoutFirstSeparator(argv.slice(start, start + match[0].length));
    values[next.name] = next.count === "one" ? (taken[0] ?? "") : taken;
    return start + match[0].length;
  };

  const consumeOption = (start: number): number => {
    const use = uses.get(start);
    if (use === undefined) return start + 1;
    let { option, flag, attached } = use;
    for (;;) {
      if (option === null) {
        unrecognized.push(argv[start] ?? "");
        return start + 1;
      }
      const takesValue = option.kind === "value" || option.kind === "append";
      if (attached === null) {
        if (!takesValue) {
          apply(parser, option, null, values);
          return start + 1;
        }
        if (pattern[start + 1] !== "A")
          throw new UsageError(parser, `argument ${option.flags.join("/")}: expected one argument`);
        apply(parser, option, argv[start + 1] ?? "", values);
        return start + 2;
      }
      if (takesValue) {
        apply(parser, option, attached, values);
        return start + 1;
      }
      const following = flag.startsWith("--") || attached === "" ? undefined : findOption(parser, `-${attached[0]}`);
      if (following === undefined) {
        throw new UsageError(
          parser,
          `argument ${option.flags.join("/")}: ignored explicit argument ${pythonString(attached)}`,
        );
      }
      apply(parser, option, null, values);
      flag = `-${attached[0]}`;
      attached = attached.length > 1 ? attached.slice(1) : null;
      option = following;
    }
  };

  const lastOption = Math.max(-1, ...uses.keys());
  let index = 0;
  while (index <= lastOption) {
    let nextOption = index;
    while (!uses.has(nextOption)) nextOption += 1;
    if (index !== nextOption) {
      const end = consumePositionals(index);
      if (end > index) {
        index = end;
        continue;
      }
    }
    if (!uses.has(index)) {
      unrecognized.push(...argv.slice(index, nextOption));
      index = nextOption;
    }
    index = consumeOption(index);
  }
  index = consumePositionals(index);
  unrecognized.push(...argv.slice(index));
  if (pending.length > 0) {
    throw new UsageError(
      parser,
      `the following arguments are required: ${pending.map((positional) => positional.name).join(", ")}`,
    );
  }
  return { command, unrecognized };
}

function classify(parser: ParserDescription, argv: readonly string[]): ReadonlyMap<number, OptionUse> {
  const uses = new Map<number, OptionUse>();
  for (const [index, argument] of argv.entries()) {
    if (argument === "--") break;
    const use = classifyArgument(parser, argument);
    if (use !== null) uses.set(index, use);
  }
  return uses;
}

function classifyArgument(parser: ParserDescription, argument: string): OptionUse | null {
  if (!argument.startsWith("-")) return null;
  const exact = findOption(parser, argument);
  if (exact !== undefined) return { option: exact, flag: argument, attached: null };
  if (argument.length === 1) return null;
  const equals = argument.indexOf("=");
  if (equals >= 0) {
    const named = findOption(parser, argument.slice(0, equals));
    if (named !== undefined)
      return { option: named, flag: argument.slice(0, equals), attached: argument.slice(equals + 1) };
  }
  const candidates = abbreviations(parser, argument);
  if (candidates.length > 1) {
    const matches = candidates.map((candidate) => candidate.flag).join(", ");
    throw new UsageError(parser, `ambiguous option: ${argument} could match ${matches}`);
  }
  if (candidates[0] !== undefined) return candidates[0];
  if (/^-\d+$|^-\d*\.\d+$/.test(argument)) return null;
  if (argument.includes(" ")) return null;
  return { option: null, flag: argument, attached: null };
}

function abbreviations(parser: ParserDescription, argument: string): readonly OptionUse[] {
  const isLong = argument.startsWith("--");
  const equals = argument.indexOf("=");
  const prefix = isLong && equals >= 0 ? argument.slice(0, equals) : argument;
  const attached = isLong && equals >= 0 ? argument.slice(equals + 1) : null;
  const found: OptionUse[] = [];
  for (const option of parser.options) {
    for (const flag of option.flags) {
      if (!isLong && flag === argument.slice(0, 2)) found.push({ option, flag, attached: argument.slice(2) });
      else if (flag.startsWith(prefix)) found.push({ option, flag, attached });
    }
  }
  return found;
}

function findOption(parser: ParserDescription, flag: string): OptionDescription | undefined {
  return parser.options.find((option) => option.flags.includes(flag));
}

function apply(
  parser: ParserDescription,
  option: OptionDescription,
  value: string | null,
  values: Record<string, ArgumentValue>,
): void {
  switch (option.kind) {
    case "help":
      throw new HelpRequest(parser);
    case "version":
      throw new VersionRequest("version");
    case "flag":
      values[option.destination] = true;
      return;
    case "value":
      values[option.destination] = value ?? "";
      return;
    case "append": {
      const before = values[option.destination];
      values[option.destination] = [...(Array.isArray(before) ? (before as readonly string[]) : []), value ?? ""];
    }
  }
}

/** A positional does not keep the `--` before it. */
function withoutFirstSeparator(items: readonly string[]): readonly string[] {
  const index = items.indexOf("--");
  return index < 0 ? items : [...items.slice(0, index), ...items.slice(index + 1)];
}
