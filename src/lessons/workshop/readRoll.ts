import type { CourseShape } from "./courseShape.ts";
import { decodeProgress, ProgressCodeError, type LessonMarks } from "./progressCode.ts";

/** One line of what a teacher has pasted: a name, a code and what it says. */
export interface RollEntry {
  readonly name: string;
  readonly marks: readonly LessonMarks[] | null;
  /** Why the code cannot be read; null where it can. */
  readonly fault: string | null;
}

/** Reads lines such as `Ada: 4K7P-Q2M9`, in any order of name and code; a later line of the same name replaces the earlier one. */
export function readRoll(course: CourseShape, text: string): readonly RollEntry[] {
  const entries = new Map<string, RollEntry>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const entry = readLine(course, line, `Line ${index + 1}`);
    entries.set(entry.name.toLowerCase(), entry);
  }
  return [...entries.values()];
}

function readLine(course: CourseShape, line: string, nameless: string): RollEntry {
  const named = (code: string): string => {
    const rest = line.replace(code, "").replaceAll(/^[\s,;:|\p{Pd}]+|[\s,;:|\p{Pd}]+$/gu, "");
    return rest === "" ? nameless : rest;
  };
  for (const code of piecesOf(line)) {
    const { marks } = read(course, code);
    if (marks !== null) return { name: named(code), marks, fault: null };
  }
  const wrong = likeACode(line);
  return { name: named(wrong), ...read(course, wrong) };
}

/**
 * Every run of words in a line, the longest first from each word on: `Jean-Paul 4K7P Q2M9` has two words that are a code, and nothing but
 * the code's own check tells which.
 */
function piecesOf(line: string): readonly string[] {
  const words = [...line.matchAll(/[^\s,;:|\p{Pd}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  return words.flatMap(({ from }, first) =>
    words
      .slice(first)
      .map(({ to }) => line.slice(from, to))
      .reverse(),
  );
}

/** What is meant as a code and is none; empty: nothing looks like one. */
function likeACode(line: string): string {
  const pieces = [...line.matchAll(/\b[0-9a-z]{4}(?:\p{Pd}[0-9a-z]{1,4})+\b|\b[0-9a-z]{8,}\b/giu)];
  return pieces.map(([piece]) => piece).findLast((piece) => /\d/.test(piece)) ?? "";
}

function read(course: CourseShape, code: string): Pick<RollEntry, "marks" | "fault"> {
  try {
    return { marks: decodeProgress(course, code), fault: null };
  } catch (error) {
    if (!(error instanceof ProgressCodeError)) throw error;
    return { marks: null, fault: error.message };
  }
}
