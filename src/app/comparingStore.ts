import { createStore, type StoreApi } from "zustand/vanilla";
import type { DifferenceResult } from "../engine/commands/readDifference.ts";
import type { Point } from "../engine/difference/point.ts";

export interface ComparingState {
  readonly from: Point;
  readonly to: Point;
  readonly running: boolean;
  /** null until the two points have been compared. */
  readonly result: DifferenceResult | null;
  readonly view: DifferenceView;
}

export type DifferenceView = "list" | "diagram" | "code" | "sql";

export type ComparingStore = StoreApi<ComparingState>;

export function createComparingStore(): ComparingStore {
  return createStore<ComparingState>()(() => ({
    from: { kind: "database" },
    to: { kind: "models" },
    running: false,
    result: null,
    view: "list",
  }));
}
