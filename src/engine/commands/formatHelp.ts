import type { OptionDescription, ParserDescription, PositionalDescription } from "./argumentParser.ts";

const maximumHelpPosition = 24;

/** `usage: ...` as argparse wraps it, ending in a line break. Source: Python's argparse, HelpFormatter. */
export function formatUsage(parser: ParserDescription, columns: number): string {
  const width = columns - 2;
  const options = parser.options.map(
    (option) => `[${option.flags[0]}${takesValue(option) ? ` ${metavar(option)}` : ""}]`,
  );
  const positionals = positionalParts(parser);
  const line = [parser.program, ...options, ...positionals].join(" ");
  const prefix = "usage: ";
  if (prefix.length + line.length <= width) return `${prefix}${line}\n`;
  if (prefix.length + parser.program.length > 0.75 * width) {
    const narrow = " ".repeat(prefix.length);
    const together = wrapParts([...options, ...positionals], narrow, null, width);
    const lines =
      together.length > 1
        ? [...wrapParts(options, narrow, null, width), ...wrapParts(positionals, narrow, null, width)]
        : together;
    return `${prefix}${[parser.program, ...lines].join("\n")}\n`;
  }
  const indent = " ".repeat(prefix.length + parser.program.length + 1);
  const wrapped =
    options.length > 0
      ? [
          ...wrapParts([parser.program, ...options], indent, prefix, width),
          ...wrapParts(positionals, indent, null, width),
        ]
      : wrapParts([parser.program, ...positionals], indent, prefix, width);
  return `${prefix}${wrapped.join("\n")}\n`;
}

/** What `--help` prints. */
export function formatHelp(parser: ParserDescription, columns: number): string {
  const positionals: HelpEntry[] = parser.positionals.map((positional) => ({
    header: positional.name,
    help: positional.help,
    indent: 2,
  }));
  if (parser.commands !== undefined) {
    positionals.push({ header: commandChoices(parser), help: "", indent: 2 });
    for (const command of parser.commands) positionals.push({ header: command.name, help: command.help, indent: 4 });
  }
  const options: HelpEntry[] = parser.options.map((option) => ({
    header: optionHeader(option),
    help: option.help,
    indent: 2,
  }));
  const longest = Math.max(...[...positionals, ...options].map((entry) => entry.header.length + entry.indent));
  const width = columns - 2;
  const position = Math.min(longest + 2, Math.min(maximumHelpPosition, Math.max(width - 20, 4)));
  const sections: string[] = [formatUsage(parser, columns)];
  if (positionals.length > 0)
    sections.push(`positional arguments:\n${positionals.map((entry) => formatEntry(entry, position, width)).join("")}`);
  if (options.length > 0)
    sections.push(`options:\n${options.map((entry) => formatEntry(entry, position, width)).join("")}`);
  return sections.join("\n");
}

interface HelpEntry {
  readonly header: string;
  readonly help: string;
  readonly indent: number;
}

function formatEntry(entry: HelpEntry, position: number, width: number): string {
  const indent = " ".repeat(entry.indent);
  if (entry.help === "") return `${indent}${entry.header}\n`;
  const lines = wrapWords(entry.help, Math.max(width - position, 11));
  const room = position - entry.indent - 2;
  const padding = " ".repeat(position);
  if (entry.header.length > room)
    return [`${indent}${entry.header}\n`, ...lines.map((line) => `${padding}${line}\n`)].join("");
  const [first, ...rest] = lines;
  return [`${indent}${entry.header.padEnd(room)}  ${first ?? ""}\n`, ...rest.map((line) => `${padding}${line}\n`)].join(
    "",
  );
}

/** Source: Python's textwrap: words are cut at blanks and after hyphens between letters. */
function wrapWords(text: string, width: number): readonly string[] {
  const chunks = text
    .trim()
    .split(/\s+/)
    .flatMap((word, index) => [...(index > 0 ? [" "] : []), ...word.split(/(?<=[A-Za-z]{2}-)(?=[A-Za-z]{2})/)]);
  const lines: string[] = [];
  let line = "";
  for (const chunk of chunks) {
    if ((line + chunk).length > width && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = chunk === " " ? "" : chunk;
    } else if (line !== "" || chunk !== " ") {
      line += chunk;
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

function wrapParts(parts: readonly string[], indent: string, prefix: string | null, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = (prefix ?? indent).length - 1;
  for (const part of parts) {
    if (length + 1 + part.length > width && line.length > 0) {
      lines.push(indent + line.join(" "));
      line = [];
      length = indent.length - 1;
    }
    line.push(part);
    length += part.length + 1;
  }
  if (line.length > 0) lines.push(indent + line.join(" "));
  if (prefix !== null && lines[0] !== undefined) lines[0] = lines[0].slice(indent.length);
  return lines;
}

function positionalParts(parser: ParserDescription): readonly string[] {
  const parts = parser.positionals.flatMap(positionalUsage);
  return parser.commands === undefined ? parts : [...parts, commandChoices(parser), "..."];
}

function positionalUsage(positional: PositionalDescription): readonly string[] {
  return positional.count === "one" ? [positional.name] : [positional.name, `[${positional.name} ...]`];
}

function commandChoices(parser: ParserDescription): string {
  return `{${(parser.commands ?? []).map((command) => command.name).join(",")}}`;
}

function optionHeader(option: OptionDescription): string {
  return option.flags.map((flag) => (takesValue(option) ? `${flag} ${metavar(option)}` : flag)).join(", ");
}

function takesValue(option: OptionDescription): boolean {
  return option.kind === "value" || option.kind === "append";
}

function metavar(option: OptionDescription): string {
  return option.destination.toUpperCase();
}
