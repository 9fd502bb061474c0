import { createStore, type StoreApi } from "zustand/vanilla";

/** What stands over the page and waits for an answer. */
export type DialogName = "palette" | "shortcuts" | "share" | "takeHome";

export interface DialogState {
  readonly open: DialogName | null;
}

export type DialogStore = StoreApi<DialogState>;

export function createDialogStore(): DialogStore {
  return createStore<DialogState>()(() => ({ open: null }));
}
