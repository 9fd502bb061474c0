import type { Moment } from "../../app/playback/moment.ts";
import type { Recording } from "../../app/playback/recording.ts";

/** How long the statement's locks stay in this run: to the end of its transaction. Time is PostgreSQL's own, without what recording took. */
export function heldFor(recording: Recording, moment: Moment): string {
  const position = recording.moments.indexOf(moment);
  const later = recording.moments
    .slice(position + 1)
    .filter(({ kind, transaction }) => kind === "statement" && transaction === moment.transaction);
  if (later.length === 0) return "Held to the end of the transaction, which comes next.";
  const milliseconds = later.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
  const statements = later.length === 1 ? "1 more statement" : `${later.length} more statements`;
  return `Held to the end of the transaction: ${statements}, ${milliseconds.toFixed(1)} ms later.`;
}
