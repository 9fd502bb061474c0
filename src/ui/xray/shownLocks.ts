import type { LockMode, ObservedLock } from "../../engine/runtime/statementObservation.ts";

export interface ShownLock {
  readonly name: string;
  /** The strongest that the statement took. */
  readonly mode: LockMode;
  /** The weaker ones. */
  readonly also: readonly LockMode[];
}

/** One line a table, and an index only where its table is not locked as strongly; the locks come strongest first. */
export function shownLocks(locks: readonly ObservedLock[]): readonly ShownLock[] {
  const byName = new Map<string, { readonly lock: ObservedLock; readonly also: LockMode[] }>();
  for (const lock of locks) {
    const known = byName.get(lock.name);
    if (known === undefined) byName.set(lock.name, { lock, also: [] });
    else known.also.push(lock.mode);
  }
  return [...byName.values()]
    .filter(({ lock }) => lock.table === null || !byName.has(lock.table))
    .map(({ lock, also }) => ({ name: lock.name, mode: lock.mode, also }));
}
