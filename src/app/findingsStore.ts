import { createStore, type StoreApi } from "zustand/vanilla";
import type { Problem } from "../worker/messages.ts";

/** What is underlined in the code: a language service says it of text that has not run. */
export type Finding = Problem & Required<Pick<Problem, "location">>;

export interface FindingsState {
  readonly findings: readonly Finding[];
}

export type FindingsStore = StoreApi<FindingsState>;

export function createFindingsStore(): FindingsStore {
  return createStore<FindingsState>()(() => ({ findings: [] }));
}
