import type { LockMode } from "../../engine/runtime/statementObservation.ts";
import type { Moment } from "./moment.ts";
import type { Recording } from "./recording.ts";

export interface HeldLock {
  readonly table: string;
  readonly mode: LockMode;
  /** The title of the statement that took it. */
  readonly since: string;
}

/** The locks that nobody can read or write past, and that earlier statements of the same transaction left behind. */
export function heldBefore(recording: Recording, moment: Moment): readonly HeldLock[] {
  const held = new Map<string, HeldLock>();
  for (const earlier of recording.moments) {
    if (earlier === moment) break;
    if (earlier.transaction !== moment.transaction) continue;
    for (const { name, kind, mode } of earlier.observation?.locks ?? []) {
      if (kind === "table" && mode === "ACCESS EXCLUSIVE" && !held.has(name))
        held.set(name, { table: name, mode, since: earlier.title });
    }
  }
  return [...held.values()];
}
