import type { CourseShape } from "./courseShape.ts";
import { decodeProgress, ProgressCodeError, type LessonMarks } from "./progressCode.ts";

/** One line of what a teacher has pasted: a name, a code and what it says. */
export interface RollEntry {
  readonly name: string;
  readonly marks: readonly LessonMarks[] | null;
  /** Why the code cannot be read; null where it can. */
  readonly fault: string | null;
}

const codeInGroups = /\b[0-9a-z]{4}(?:-[0-9a-z]{1,4})+\b/i;
const codeInOne = /\b[0-9a-z]{8,}$/i;

/** Reads lines such as `Ada: 4K7P-Q2M9`, in any order of name and code; a later line of the same name replaces the earlier one. */
export function readRoll(course: CourseShape, text: string): readonly RollEntry[] {
  const entries = new Map<string, RollEntry>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const code = (codeInGroups.exec(line) ?? codeInOne.exec(line.trim()))?.[0] ?? "";
    const name = line.replace(code, "").replaceAll(/^[\s,;:|-]+|[\s,;:|-]+$/g, "");
    const entry = readEntry(course, name === "" ? `Line ${index + 1}` : name, code);
    entries.set(entry.name.toLowerCase(), entry);
  }
  return [...entries.values()];
}

function readEntry(course: CourseShape, name: string, code: string): RollEntry {
  try {
    return { name, marks: decodeProgress(course, code), fault: null };
  } catch (error) {
    if (!(error instanceof ProgressCodeError)) throw error;
    return { name, marks: null, fault: error.message };
  }
}
