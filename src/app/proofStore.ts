import { createStore, type StoreApi } from "zustand/vanilla";
import type { RevisionProof } from "../engine/proof/revisionProof.ts";
import type { Problem } from "../worker/messages.ts";

export interface ProofState {
  /** By revision; a proof is gone once its file or the database has changed. */
  readonly proofs: ReadonlyMap<string, RevisionProof>;
  readonly running: boolean;
  /** Why the last attempt proved nothing. */
  readonly unavailable: Problem | null;
}

export type ProofStore = StoreApi<ProofState>;

export function createProofStore(): ProofStore {
  return createStore<ProofState>()(() => ({ proofs: new Map(), running: false, unavailable: null }));
}
