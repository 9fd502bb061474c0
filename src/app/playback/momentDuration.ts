import type { Moment } from "./moment.ts";
import type { Recording } from "./recording.ts";

/** Milliseconds at normal speed. */
const durations: Readonly<Record<Moment["kind"], number>> = {
  start: 300,
  statement: 620,
  stepFinished: 420,
  failed: 900,
  rolledBack: 1100,
};

/** A run that would play longer than this is compressed to it, in milliseconds at normal speed. */
const longestRun = 15_000;

/** How long a moment stays until the next one, at normal speed. */
export function momentDuration(recording: Recording, position: number): number {
  const moment = recording.moments[position];
  if (moment === undefined) return 0;
  return durations[moment.kind] * Math.min(1, longestRun / wholeDuration(recording));
}

/** By recording: it is asked for at each frame, of runs with thousands of moments. */
const wholeDurations = new WeakMap<Recording, number>();

function wholeDuration(recording: Recording): number {
  const known = wholeDurations.get(recording);
  if (known !== undefined) return known;
  const whole = recording.moments.reduce((sum, { kind }) => sum + durations[kind], 0);
  wholeDurations.set(recording, whole);
  return whole;
}
