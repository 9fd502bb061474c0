import { createStore, type StoreApi } from "zustand/vanilla";
import type { SuggestedCheck } from "../../lessons/authoring/suggestChecks.ts";
import type { Action } from "../../lessons/format/action.ts";
import type { OwnLesson } from "../../lessons/own/shelf.ts";
import type { StepTrial } from "./tryStep.ts";

/** A lesson while it is written. */
export interface AuthorState {
  readonly own: OwnLesson;
  /** Which step is written, from 0. */
  readonly step: number;
  /** What has been done since the recording began; null: nothing is recorded. */
  readonly recording: readonly Action[] | null;
  /** What the last recording made different; null: nothing has been recorded, or it is still being read. */
  readonly suggestions: readonly SuggestedCheck[] | null;
  /** What the last trial of this step found; null: it has not been tried since it was changed. */
  readonly trial: StepTrial | null;
  /** What is being done for the author, such as building the start of a step; null: nothing. */
  readonly working: string | null;
  /** Why the last thing that was asked for could not be done. */
  readonly mistake: string | null;
  /** Why the lesson is not kept as it is written; null: it is. */
  readonly notKept: string | null;
}

export type AuthorStore = StoreApi<AuthorState>;

export function createAuthorStore(own: OwnLesson): AuthorStore {
  return createStore<AuthorState>()(() => ({
    own,
    step: 0,
    recording: null,
    suggestions: null,
    trial: null,
    working: null,
    mistake: null,
    notKept: null,
  }));
}
