import { createStore, type StoreApi } from "zustand/vanilla";
import type { Drift } from "../worker/messages.ts";

export interface DriftState {
  /** The last comparison; null before the first one. */
  readonly drift: Drift | null;
  /** Whether files or the database changed since then. */
  readonly stale: boolean;
  /** Ids of the advice that the reader took for the next revision. */
  readonly takenAdvice: readonly string[];
}

export type DriftStore = StoreApi<DriftState>;

export function createDriftStore(): DriftStore {
  return createStore<DriftState>()(() => ({ drift: null, stale: true, takenAdvice: [] }));
}
