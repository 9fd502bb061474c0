import type { DriftChange } from "../worker/messages.ts";

/** A message for the revision that would hold these changes, such as `add posts.published`. */
export function revisionMessage(changes: readonly DriftChange[]): string {
  const [first, second] = changes;
  if (first === undefined) return "empty revision";
  const words = { "+": "add", "-": "remove", "~": "change" } as const;
  const begin = `${words[first.sign]} ${first.subject}`;
  if (second === undefined) return begin;
  if (changes.length === 2) return `${begin}, ${words[second.sign]} ${second.subject}`;
  return `${begin} and ${changes.length - 1} more`;
}

/** A word of a command line as the terminal reads it back: quoted where it must be. */
export function quotedWord(word: string): string {
  return /^[\w./:@%+=-]+$/.test(word) ? word : `"${word.replace(/(["\\$`])/g, "\\$1")}"`;
}
