import { createStore, type StoreApi } from "zustand/vanilla";
import type { DatabaseErrorFields } from "../engine/errors.ts";
import type { SqlResult } from "../worker/messages.ts";

export interface SqlAnswer {
  readonly results: readonly SqlResult[];
  readonly error: (DatabaseErrorFields & { readonly sql: string }) | null;
}

export interface SqlState {
  readonly text: string;
  readonly running: boolean;
  readonly answer: SqlAnswer | null;
  /** The table that the data pane shows, as `schema.table` or `table`. */
  readonly table: string | null;
  readonly rows: SqlAnswer | null;
}

export type SqlStore = StoreApi<SqlState>;

/** @param text what was written in an earlier sitting */
export function createSqlStore(text = "SELECT version();\n"): SqlStore {
  return createStore<SqlState>()(() => ({
    text,
    running: false,
    answer: null,
    table: null,
    rows: null,
  }));
}
