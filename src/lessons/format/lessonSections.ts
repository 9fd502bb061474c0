import { LessonFormatError } from "./lessonFormatError.ts";
import type { YamlText } from "./readYaml.ts";
import { splitFrontMatter } from "./splitFrontMatter.ts";

/** What may stand below a step's text, each under a heading of the third level. */
const partNames = ["Hint", "Done", "Notes", "Checks", "Solution", "Checks in Python", "Solution in Python"] as const;
export type PartName = (typeof partNames)[number];

export interface Part {
  readonly name: PartName;
  readonly text: string;
  /** Of the text's first line. */
  readonly textLine: number;
  /** Of its first line below the heading. */
  readonly line: number;
}

export interface StepSection {
  readonly title: string;
  readonly text: string;
  /** Of the text's first line. */
  readonly textLine: number;
  readonly parts: readonly Part[];
  readonly line: number;
}

export interface LessonSections {
  readonly frontMatter: YamlText;
  readonly steps: readonly StepSection[];
}

interface NumberedLine {
  readonly text: string;
  readonly number: number;
  /** Inside of a fenced block, where a `#` begins no heading. */
  readonly fenced: boolean;
}

/**
 * Splits a lesson's text: front matter between `---`, a step under each `## `, its parts under `### Hint`, `### Done`, `### Notes`,
 * `### Checks`, `### Solution`, and the last two for Python. @throws LessonFormatError
 */
export function lessonSections(path: string, text: string): LessonSections {
  const { frontMatter, body, bodyLine } = splitFrontMatter(path, text);
  return {
    frontMatter,
    steps: splitAt(numbered(body, bodyLine), "## ")
      .map((section) => readStep(path, section))
      .filter(isStep(path)),
  };
}

interface Section {
  /** null: what stands before the first heading. */
  readonly heading: NumberedLine | null;
  readonly lines: readonly NumberedLine[];
}

function numbered(lines: readonly string[], first: number): readonly NumberedLine[] {
  let fence: string | null = null;
  return lines.map((text, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    const before = fence;
    if (mark !== undefined && fence === null) fence = mark;
    else if (mark !== undefined && fence !== null && mark.startsWith(fence) && text.trim() === mark) fence = null;
    return { text, number: first + index, fenced: before !== null || fence !== null };
  });
}

function splitAt(lines: readonly NumberedLine[], mark: string): readonly Section[] {
  const sections: { heading: NumberedLine | null; lines: NumberedLine[] }[] = [{ heading: null, lines: [] }];
  for (const line of lines) {
    if (!line.fenced && line.text.startsWith(mark)) sections.push({ heading: line, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections;
}

function readStep(path: string, { heading, lines }: Section): StepSection | null {
  if (heading === null) {
    const stray = lines.find(({ text }) => text.trim() !== "");
    if (stray !== undefined)
      throw new LessonFormatError(
        path,
        stray.number,
        "stands before the first step: begin a step with ## and its title",
      );
    return null;
  }
  const [own, ...parts] = splitAt(lines, "### ");
  return {
    title: heading.text.slice(3).trim(),
    text: joined(own?.lines ?? []),
    textLine: firstLine(own?.lines ?? []) ?? heading.number,
    parts: parts.map((part) => readPart(path, part)),
    line: heading.number,
  };
}

function readPart(path: string, { heading, lines }: Section): Part {
  const title = heading?.text.slice(4).trim() ?? "";
  const name = partNames.find((known) => known === title);
  if (name === undefined)
    throw new LessonFormatError(path, heading?.number ?? 1, `"${title}" is no part of a step: ${partNames.join(", ")}`);
  const line = (heading?.number ?? 0) + 1;
  return { name, text: joined(lines), textLine: firstLine(lines) ?? line, line };
}

function firstLine(lines: readonly NumberedLine[]): number | undefined {
  return lines.find(({ text }) => text.trim() !== "")?.number;
}

function joined(lines: readonly NumberedLine[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

function isStep(path: string) {
  return (step: StepSection | null, index: number, all: readonly (StepSection | null)[]): step is StepSection => {
    if (index === 0 && all.length === 1)
      throw new LessonFormatError(path, 1, "has no steps: begin one with ## and its title");
    return step !== null;
  };
}

/** The part of a step that has this name; null: it has none. @throws LessonFormatError where it has several */
export function onlyPart(path: string, { parts }: StepSection, name: PartName): Part | null {
  const [found, second] = parts.filter((part) => part.name === name);
  if (second !== undefined) throw new LessonFormatError(path, second.line - 1, `the step has ${name} twice`);
  return found ?? null;
}

/** The YAML inside of a part: one fenced block and nothing else. @throws LessonFormatError */
export function yamlOf(path: string, part: Part, text: string): YamlText {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  let first = part.line - 1;
  while ((lines[first] ?? "").trim() === "") first++;
  const opening = /^(`{3,}|~{3,})\s*ya?ml\s*$/.exec(lines[first] ?? "")?.[1];
  const last = opening === undefined ? -1 : lines.indexOf(opening, first + 1);
  if (opening === undefined || last < 0)
    throw new LessonFormatError(path, first + 1, `${part.name} must be a fenced block of yaml`);
  const end = first + part.text.split("\n").length;
  const stray = lines.slice(last + 1, end).findIndex((line) => line.trim() !== "");
  if (stray >= 0)
    throw new LessonFormatError(
      path,
      last + 2 + stray,
      `${part.name} must be one fenced block of yaml and nothing else`,
    );
  return { path, text: lines.slice(first + 1, last).join("\n"), line: first + 2 };
}
