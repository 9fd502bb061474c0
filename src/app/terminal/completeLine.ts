import type { ParserDescription } from "../../engine/commands/argumentParser.ts";
import { localCommands } from "./runLocalCommand.ts";

export interface CompletionWorld {
  readonly parser: ParserDescription;
  readonly revisions: readonly string[];
  readonly labels: readonly string[];
  readonly files: readonly string[];
}

export interface Completion {
  /** The line with as much completed as all candidates share. */
  readonly line: string;
  /** What could stand there, when more than one thing could. */
  readonly candidates: readonly string[];
}

/** Completes the last word of a line: commands, flags, revisions, files. */
export function completeLine(line: string, world: CompletionWorld): Completion {
  const words = line.trimStart().split(/\s+/);
  const last = words.pop() ?? "";
  const candidates = [...new Set(possible(words, world))].filter((candidate) => candidate.startsWith(last)).sort();
  const [only] = candidates;
  if (only === undefined) return { line, candidates: [] };
  const before = line.slice(0, line.length - last.length);
  if (candidates.length === 1) return { line: `${before}${only}${only.endsWith("/") ? "" : " "}`, candidates: [] };
  return { line: before + sharedStart(candidates), candidates };
}

function possible(words: readonly string[], { parser, revisions, labels, files }: CompletionWorld): readonly string[] {
  const [program] = words;
  if (program === undefined) return ["alembic", ...localCommands.map(({ name }) => name)];
  if (program === "cat" || program === "ls") return files;
  if (program !== "alembic") return [];
  const commands = parser.commands ?? [];
  const command = commands.find(({ name }) => words.slice(1).includes(name));
  const description = command?.parser ?? parser;
  const previous = words.at(-1) ?? "";
  const option = description.options.find(({ flags }) => flags.includes(previous));
  if (option !== undefined && (option.kind === "value" || option.kind === "append")) {
    if (/rev|head|depends/.test(option.destination)) return [...revisions, ...labelTargets(labels)];
    return option.destination === "config" ? files : [];
  }
  const flags = description.options.flatMap(({ flags: names }) => names);
  if (command === undefined) return [...commands.map(({ name }) => name), ...flags];
  const takesRevision = description.positionals.some(({ name }) => /rev/.test(name));
  return takesRevision ? [...revisions, ...labelTargets(labels), "head", "heads", "base", ...flags] : flags;
}

function labelTargets(labels: readonly string[]): readonly string[] {
  return labels.flatMap((label) => [label, `${label}@head`, `${label}@base`]);
}

function sharedStart(words: readonly string[]): string {
  const [first = "", ...others] = words;
  let length = first.length;
  for (const word of others) {
    while (!word.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}
