import type { Failure } from "./runProject.ts";

/** SQLSTATEs of a table, column, type, index or constraint that is not there. */
const missing: ReadonlySet<string | null> = new Set(["42P01", "42703", "42704"]);

/**
 * The files whose failure is that something is not there which a left-out file names, or one that failed for the same reason before: what would
 * have made it did not run.
 */
export function leftOutOnAccountOf(
  leftOut: ReadonlySet<string>,
  failures: readonly Failure[],
  textOf: (path: string) => string,
): ReadonlySet<string> {
  const notRun = [...leftOut].map(textOf);
  const found = new Set<string>();
  for (const { path, sqlstate, reason } of failures) {
    const name = missing.has(sqlstate) ? missingName(reason) : undefined;
    if (name === undefined || !notRun.some((text) => wordsOf(text).has(name))) continue;
    found.add(path);
    notRun.push(textOf(path));
  }
  return found;
}

/** The first name of `column "a" of relation "b" does not exist`. */
function missingName(reason: string): string | undefined {
  return /"(?:[^".]+\.)?([^"]+)"/.exec(reason)?.[1];
}

const known = new Map<string, ReadonlySet<string>>();

function wordsOf(text: string): ReadonlySet<string> {
  const words = known.get(text) ?? new Set(text.match(/\w+/g));
  known.set(text, words);
  return words;
}
