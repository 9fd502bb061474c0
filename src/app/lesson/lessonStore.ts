import { createStore, type StoreApi } from "zustand/vanilla";
import type { CheckResult } from "../../lessons/checks/evaluateChecks.ts";
import type { Sitting } from "../../lessons/sitting/sitting.ts";

export interface LessonState {
  readonly sitting: Sitting;
  /** The checks of the shown step; null before the first look at the project. */
  readonly results: readonly CheckResult[] | null;
  /** What is being done for the learner, such as building a start; null: nothing. */
  readonly preparing: string | null;
  /** Whether the solution of the shown step is in view. */
  readonly solutionShown: boolean;
  /** Why the last thing that was asked for could not be done. */
  readonly mistake: string | null;
  /** The large view for the front of a room. */
  readonly presenting: boolean;
  /** The first action of the shown step's solution that the presenter has not run. */
  readonly nextAction: number;
}

export type LessonStore = StoreApi<LessonState>;

export function createLessonStore(sitting: Sitting): LessonStore {
  return createStore<LessonState>()(() => ({
    sitting,
    results: null,
    preparing: null,
    solutionShown: false,
    mistake: null,
    presenting: false,
    nextAction: 0,
  }));
}
