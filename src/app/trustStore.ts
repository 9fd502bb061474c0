import { createStore, type StoreApi } from "zustand/vanilla";
import type { SharedWorkspace } from "../workspace/link/sharedWorkspace.ts";

/** Whether files may run: those of a link wait until the visitor says so. */
export type Trust =
  | { readonly kind: "trusted" }
  /** Nothing of `shared` has run yet. */
  | { readonly kind: "waiting"; readonly shared: SharedWorkspace };

export type TrustStore = StoreApi<Trust>;

export function createTrustStore(shared: SharedWorkspace | null): TrustStore {
  return createStore<Trust>()(() => (shared === null ? { kind: "trusted" } : { kind: "waiting", shared }));
}
